// See text_labels.h.
#include "detect/text_labels.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "base/byte_masks.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestName = 40;    // bytes of an identifier before its sign
constexpr uint64_t kLongestValue = 160;  // bytes
constexpr uint64_t kProseBlock = 512;
constexpr std::string_view kWideColon = "：";

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
constexpr bool in_identifier(char c) { return is_alnum(c) || c == '_' || c == '-' || c == '.'; }

// Bytes that end a value in text; so do the signs of Chinese sentences.
bool ends_value(const Window& window, uint64_t at) {
  const char c = window.at(at);
  if (static_cast<unsigned char>(c) <= ' ') return true;
  if (std::string_view(",;\"'()[]{}<>&|").find(c) != std::string_view::npos) return true;
  if (c != '\xE3' && c != '\xEF') return false;
  const std::string_view sign = window.view(at, at + 3);
  for (const std::string_view end : {"，", "。", "；", "、", "）", "】", "！", "？", "：", "（", "【", "》", "」"})
    if (sign == end) return true;
  return false;
}

// The value that begins at or behind `at`, blanks and quotes before it aside, inside `around`.
Span value_behind(const Window& window, uint64_t at, const Value& around) {
  for (int skipped = 0; skipped < 3 && at < around.end; ++skipped, ++at) {
    const char c = window.at(at);
    if (c != ' ' && c != '"' && c != '\'' && c != '=' && c != ':') break;
  }
  uint64_t end = at;
  while (end < around.end && end - at < kLongestValue && !ends_value(window, end)) ++end;
  while (end > at && (window.at(end - 1) == '.' || window.at(end - 1) == '!')) --end;
  return {at, end};
}

}  // namespace

TextLabelIndex::TextLabelIndex(const LabelTable& labels, const std::function<bool(Label)>& wanted) : labels_(&labels) {
  labels.each_name([&](std::string_view name, Label label) {
    if (name.size() < 2 || !wanted(label)) return;
    wanted_.set(static_cast<uint16_t>(label));
    const char last = name.back(), middle = name[name.size() - 2];
    if (name.size() > 2) add_tail(name[name.size() - 3], middle, last);
    // What stands before a name of two letters, or parts the letters of a longer one (staff_no), may be anything.
    for (unsigned any = 0; name.size() == 2 && any < 256; ++any) add_tail(static_cast<char>(any), middle, last);
    for (const char separator : {'_', '-', ' ', '.'}) {
      add_tail(separator, middle, last);
      add_tail(middle, separator, last);
    }
  });
}

void TextLabelIndex::add_tail(char a, char b, char c) {
  const char four[4] = {'\0', a, b, c};
  uint32_t bytes = 0;
  std::memcpy(&bytes, four, sizeof(bytes));
  tails_.set(tail(bytes));
}

Label TextLabelIndex::label_at_end_of(std::string_view text) const {
  size_t begin = text.size();
  while (begin > 0 && in_identifier(text[begin - 1])) --begin;
  if (begin > 0 && begin == text.size()) {  // hanzi: words are not parted, so every beginning is tried
    Label found = Label::none;
    for (size_t at = text.size(); at > 0 && is_high(text[at - 1]);) {
      do --at;
      while (at > 0 && is_continuation(text[at]));
      if (const Label label = labels_->named(text.substr(at)); label != Label::none) found = label;
    }
    return found;
  }
  if (begin > 0 && is_high(text[begin - 1])) {  // 手机号md5
    Label found = labels_->named(text.substr(begin));
    for (size_t at = begin; at > 0 && is_high(text[at - 1]);) {
      do --at;
      while (at > 0 && is_continuation(text[at]));
      if (const Label label = labels_->named(text.substr(at)); label != Label::none) found = label;
    }
    return found;
  }
  return labels_->classify(text.substr(begin));
}

Label TextLabels::label_at_end_of(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0 && in_identifier(text[begin - 1])) --begin;
  // Only identifiers are kept: Chinese text may hold a name.
  if (begin > 0 && is_high(text[begin - 1])) return index_->label_at_end_of(text);
  text.remove_prefix(begin);
  size_t slot = text.size();
  for (const char c : text) slot = slot * 31 + static_cast<unsigned char>(c);
  Known& known = known_[slot % known_.size()];
  if (known.text != text) known = {std::string(text), index_->label_at_end_of(text)};
  return known.label;
}

void TextLabels::find_at_signs(const Window& window, Span range, Values& values, std::vector<Value>& out) {
  const std::string_view bytes = window.view(range);
  const uint64_t base = std::max(range.begin, window.begin());
  const size_t count = mask_words(bytes.size());
  if (signs_.size() < count) signs_.resize(count), wide_.resize(count);
  constexpr ByteRange kSets[] = {{':', '=' - ':'}, one_byte(kWideColon[0])};
  uint64_t* const masks[] = {signs_.data(), wide_.data()};
  byte_masks(bytes, kSets, 2, masks);
  for (size_t word = 0; word < count; ++word) {
    for (uint64_t left = signs_[word] | wide_[word]; left != 0; left &= left - 1) {
      const uint64_t at = base + word * 64 + static_cast<uint64_t>(std::countr_zero(left));
      const bool wide = is_high(window.at(at));
      uint64_t end = at;  // of the label
      while (end > 0 && at - end < 2 && (window.at(end - 1) == '"' || window.at(end - 1) == ' ')) --end;
      char four[4] = {window.at(end - 4), window.at(end - 3), window.at(end - 2), window.at(end - 1)};
      const bool inside = end >= window.begin() + 4;
      if (end < 2 || !index_->may_end_in(inside ? window.inside({end - 4, end}).data() : four)) continue;
      if (wide && window.view(at, at + kWideColon.size()) != kWideColon) continue;
      const Value around = values.at(window, end - 1);
      if (around.open && around.end <= at) continue;
      const uint64_t first = std::max(around.begin, before(end, kLongestName));
      const Label label = label_at_end_of(window.view(first, end));
      if (!index_->wants(label)) continue;
      const Span value = value_behind(window, at + (wide ? kWideColon.size() : 1), around);
      if (value.size() != 0) out.push_back({value.begin, value.end, label, false, false});
    }
  }
}

void TextLabels::find_in_prose(const Window& window, Span range, Values& values, NearbyWords& words,
                               std::vector<Value>& out) {
  words.start(window);
  const uint64_t begin = std::max(range.begin, window.begin());
  std::vector<uint64_t>& high = high_;
  const std::string_view bytes = window.view(begin, range.end);
  high.resize(mask_words(bytes.size()));
  constexpr ByteRange kHigh[] = {{0x80, 0x7F}};
  uint64_t* const masks[] = {high.data()};
  byte_masks(bytes, kHigh, 1, masks);
  size_t next = 0;
  for (uint64_t at = begin; at < begin + bytes.size(); at += kProseBlock) {
    const size_t word = (at - begin) / 64, last = std::min(word + kProseBlock / 64, high.size());
    if (std::all_of(high.begin() + static_cast<std::ptrdiff_t>(word), high.begin() + static_cast<std::ptrdiff_t>(last),
                    [](uint64_t bits) { return bits == 0; }))
      continue;
    const std::vector<WordHit>& hits = words.around(at, std::min(at + kProseBlock, range.end));
    for (; next < hits.size() && hits[next].begin < at + kProseBlock; ++next) {
      const WordHit& hit = hits[next];
      if (hit.begin < begin || !is_high(window.at(hit.begin)) || !index_->wants(labels_->label_of(hit.word))) continue;
      uint64_t from = hit.end();
      for (const std::string_view joint : {" ", "是", "为", " "})
        if (window.view(from, from + joint.size()) == joint) from += joint.size();
      if (!is_alnum(window.at(from))) continue;  // a sign: found there
      const Value around = values.at(window, hit.begin);
      const Span value = value_behind(window, from, around);
      if (value.size() != 0) out.push_back({value.begin, value.end, labels_->label_of(hit.word), false, false});
    }
  }
}

void TextLabels::find(const Window& window, Span range, bool prose, Values& values, NearbyWords& words,
                      std::vector<Value>& out) {
  find_at_signs(window, range, values, out);
  if (prose) find_in_prose(window, range, values, words, out);
  const auto earlier = [](const Value& a, const Value& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.name < b.name;
  };
  if (!std::is_sorted(out.begin(), out.end(), earlier)) std::sort(out.begin(), out.end(), earlier);
}

}  // namespace pidun
