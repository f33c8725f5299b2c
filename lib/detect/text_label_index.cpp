// Which labels are looked for in running text. See text_labels.h.
#include "base/ascii.h"
#include "base/blanks.h"
#include "detect/name_model.h"
#include "detect/text_labels.h"

namespace pidun {
namespace {

constexpr size_t kMostSpaced = 4;  // hanzi of a word that blanks may part

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// A word of a few hanzi, which forms set as wide as the others: 姓    名, 联 系 人.
bool may_be_spaced(std::string_view name) {
  if (name.size() < 2 * kHanziBytes || name.size() > kMostSpaced * kHanziBytes) return false;
  for (size_t at = 0; at < name.size(); at += kHanziBytes)
    if (hanzi_at(name, at) == kHanziCount) return false;
  return true;
}

// The longest name that `text` ends with once the blanks between its hanzi are left out, as named() does; none if there
// are no blanks.
Label spaced_label(const LabelTable& labels, std::string_view text) {
  if (text.find(' ') == std::string_view::npos && text.find(kWideBlank) == std::string_view::npos) return Label::none;
  const std::string narrow = with_narrow_blanks(text);
  const std::string_view word = narrow;
  Label found = Label::none;
  bool parted = false;
  size_t at = word.size();
  for (size_t hanzi = 0; hanzi < kMostSpaced && at >= kHanziBytes; ++hanzi) {
    if (hanzi_at(word, at - kHanziBytes) == kHanziCount) break;
    at -= kHanziBytes;
    const Label label = parted ? labels.named(word.substr(at)) : Label::none;
    if (label != Label::none) found = label;
    for (; at != 0 && word[at - 1] == ' '; --at) parted = true;
  }
  return found;
}

}  // namespace

TextLabelIndex::TextLabelIndex(const LabelTable& labels, const std::function<bool(Label)>& wanted) : labels_(&labels) {
  for (unsigned any = 0; any < 256; ++any)
    for (const char last : {' ', '"'}) add_pair(static_cast<char>(any), last);
  labels.each_name([&](std::string_view name, Label label) {
    if (name.size() < 2 || !wanted(label)) return;
    wanted_.set(static_cast<uint16_t>(label));
    add_tail(name);
    if (may_be_spaced(name))
      for (const std::string_view blank : {std::string_view(" "), kWideBlank})
        add_tail(std::string(blank) + std::string(name.substr(name.size() - kHanziBytes)));
    if (static_cast<unsigned char>(name.back()) >= 0x80) return;
    // The words of a name may be parted: staff_no.
    const std::string tail(name.substr(name.size() - std::min<size_t>(name.size(), 4)));
    for (const char separator : {'_', '-', ' ', '.'})
      for (size_t at = 1; at < tail.size(); ++at) {
        std::string parted = tail;
        parted.insert(at, 1, separator);
        add_tail(parted);
        for (size_t more = at + 2; more < parted.size(); ++more) {
          std::string twice = parted;
          add_tail(twice.insert(more, 1, separator));
        }
      }
  });
}

// Of the last bytes of a word.
void TextLabelIndex::add_tail(std::string_view tail) {
  for (const char middle : {tail[tail.size() - 2], to_upper(tail[tail.size() - 2])})
    for (const char last : {tail.back(), to_upper(tail.back())}) add_pair(middle, last);
  char four[4] = {};
  const size_t count = std::min<size_t>(tail.size(), 4);
  tail.copy(four, count, tail.size() - count);
  uint32_t bytes = 0;
  std::memcpy(&bytes, four, sizeof(bytes));
  (count == 4 ? tails_ : short_tails_).set(slot(bytes));
}

void TextLabelIndex::add_pair(char first, char last) {
  const char bytes[2] = {first, last};
  uint16_t two = 0;
  std::memcpy(&two, bytes, sizeof(two));
  pairs_[two / 64] |= uint64_t{1} << (two % 64);
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
      if (at == 0 || !is_alnum(text[at - 1])) continue;
      size_t letters = at;  // HIV检测结果
      while (letters > 0 && is_alnum(text[letters - 1])) --letters;
      if (const Label label = labels_->named(text.substr(letters)); label != Label::none) found = label;
    }
    return found != Label::none ? found : spaced_label(*labels_, text);
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

}  // namespace pidun
