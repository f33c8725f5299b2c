// See text_labels.h.
#include "detect/text_labels.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "base/byte_masks.h"
#include "base/signs.h"
#include "detect/enclosed_label.h"
#include "detect/next_line.h"
#include "detect/rule_text.h"
#include "detect/text_values.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestName = 40;  // bytes of an identifier before its sign
constexpr uint64_t kProseBlock = 512;

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Whether there is a character of U+3000 to U+9FFF among the bytes of 0x80 and above that `high` tells.
bool any_hanzi(const char* bytes, uint64_t high) {
  for (; high != 0; high &= high - 1) {
    const auto byte = static_cast<unsigned char>(bytes[std::countr_zero(high)]);
    if (byte >= 0xE3 && byte <= 0xE9) return true;
  }
  return false;
}

// Whether the sign that begins with 0xEF at `at` is a colon.
bool is_wide_colon(const Window& window, uint64_t at) {
  return window.at(at + 2) == kWideColon[2] && window.at(at + 1) == kWideColon[1];
}

}  // namespace

Label TextLabels::label_at_end_of(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0 && in_identifier(text[begin - 1])) --begin;
  // Only identifiers are kept: Chinese text may hold a name.
  if (begin > 0 && is_high(text[begin - 1])) return index_->label_at_end_of(text);
  text.remove_prefix(begin);
  return keys_.classify(*labels_, text).label;
}

// Whether the identifier before the sign is known to name nothing that is wanted. Of short ones all the letters are
// compared at once: logs say order= and user= in every line. Eight bytes before the sign can be read.
bool TextLabels::is_unwanted(const char* sign) {
  constexpr size_t kMost = 7;
  size_t length = 0;
  uint64_t name = 0;
  for (; length <= kMost && in_identifier(sign[-1 - static_cast<int>(length)]); ++length)
    name = name << 8 | static_cast<unsigned char>(sign[-1 - static_cast<int>(length)]);
  if (length == 0 || length > kMost || is_high(sign[-1 - static_cast<int>(length)])) return false;
  uint64_t& known = unwanted_[(name * 0x9E3779B97F4A7C15u) >> 58];
  if (known == name) return true;
  if (index_->wants(label_at_end_of({sign - length, length}))) return false;
  known = name;
  return true;
}

// A list of what else is asked for: 简历：姓名、性别、毕业院校.
bool TextLabels::lists_names(const Window& window, Span value) const {
  constexpr std::string_view kComma = "、";
  return window.view(value.end, value.end + kComma.size()) == kComma &&
         labels_->named(window.view(value)) != Label::none;
}

// `at` is the offset of a sign; what may be a label ends before it.
void TextLabels::read_sign(const Window& window, uint64_t at, Values& values, std::vector<Value>& out) {
  const bool wide = is_high(window.at(at));
  uint64_t end = at;  // of the label
  while (end > 0 && at - end < 2 && (is_quote(window.at(end - 1)) || window.at(end - 1) == ' ')) --end;
  if (window.at(at + 1) == '>' && window.at(end - 1) == ']') {  // [name] => value, ["name"]=>
    --end;
    if (is_quote(window.at(end - 1))) --end;
  }
  const char four[4] = {window.at(end - 4), window.at(end - 3), window.at(end - 2), window.at(end - 1)};
  if (end < 2 || !index_->may_end_in(four)) return;
  // Of an identifier it is known at once, wherever it stands. Behind a quote it is mostly a key, and that no value.
  if (end == at && in_identifier(window.at(end - 1))) {
    uint64_t begin = end - 1;
    while (begin > 0 && end - begin < kLongestName && in_identifier(window.at(begin - 1))) --begin;
    if (begin == 0 || !is_high(window.at(begin - 1)))
      if (!index_->wants(label_at_end_of(window.view(begin, end)))) return;
  }
  const Value around = values.at(window, end - 1);
  if (around.open && around.end <= at) return;
  const Label label = label_at_end_of(window.view(std::max(around.begin, before(end, kLongestName)), end));
  if (!index_->wants(label)) return;
  const bool enclosed = wide && !is_wide_colon(window, at);
  const uint64_t behind = enclosed ? behind_enclosed(window, end, at) : at + (wide ? kWideColon.size() : 1);
  if (behind == 0) return;
  const FieldRule* field = fields_->named(label);
  Span value =
      field != nullptr ? field_behind(window, behind, around, field->value) : value_behind(window, behind, around);
  const bool arrow = window.at(at) == '=' && window.at(at + 1) == '>';
  // In code, a colon behind a name ends a line as well.
  if (value.size() == 0 && !enclosed && (arrow || is_high(window.at(end - 1)))) {
    value = value_in_next_line(window, arrow ? behind + 1 : behind, around, values);
    if (labels_->named(window.view(value)) != Label::none) return;  // the next label of a form that nobody filled in
  }
  if (value.size() == 0) return;
  if (field != nullptr && wide && (lists_names(window, value) || is_rule_text(window, value))) return;
  if (enclosed && field != nullptr && runs_on(field->value) && !is_whole_behind_bracket(window, value, around.end))
    return;
  out.push_back({value.begin, value.end, label, false, false});
}

// Whether the sign is turned away at a glance; nearly every one is. Eight bytes before it can be read.
inline bool TextLabels::turned_away(const char* sign) {
  const TextLabelIndex& index = *index_;
  const char nearest = sign[-1];
  if (nearest == ']') return false;  // [name] => value
  if (is_quote(nearest)) return sign[-2] != ' ' && !index.may_end_in(sign - 5);
  uint16_t two = 0;
  std::memcpy(&two, sign - sizeof(two), sizeof(two));
  if (!index.may_stand_before_sign(two)) return true;
  // Behind a blank, read_sign() looks further back.
  return nearest != ' ' && (!index.may_end_in(sign - 4) || is_unwanted(sign));
}

// The signs of one word of the masks, told by `left`.
void TextLabels::read_signs(const Window& window, uint64_t word, uint64_t left, const TextMasks& masks, Values& values,
                            std::vector<Value>& out) {
  constexpr uint64_t kSeen = 8;  // bytes before a sign: a blank, a quote, the end of a label
  const char* const data = window.bytes().data() + (masks.begin - window.begin());
  for (; left != 0; left &= left - 1) {
    uint64_t at = word * 64 + static_cast<uint64_t>(std::countr_zero(left));
    if (data[at] == '\xEF') {
      if (!is_wide_colon(window, masks.begin + at)) continue;             // ， and ； mostly
    } else if (is_high(data[at]) && (at == 0 || !is_high(data[--at]))) {  // the second byte of what closes
      continue;
    }
    if (masks.begin + at >= window.begin() + kSeen && turned_away(data + at)) continue;
    read_sign(window, masks.begin + at, values, out);
  }
}

// A sign is looked at where a value holds its label: keys are no values, so most signs of JSON stand elsewhere.
void TextLabels::find_at_signs(const Window& window, Span range, const TextMasks& masks, Values& values,
                               std::vector<Value>& out) {
  constexpr uint64_t kBehind = 3;  // of a value: a sign, and two bytes that may stand before it
  const TextWord* const words = masks.words.data();
  const uint64_t origin = masks.begin;
  const auto read = [&](uint64_t begin, uint64_t end) {
    uint64_t word = (begin - origin) / 64;
    const uint64_t last = (end - 1 - origin) / 64;
    if (const uint64_t size = end - begin, bit = (begin - origin) % 64; size <= 64) {  // most hold no sign
      const uint64_t signs = words[word].signs >> bit | words[last].signs << 1 << (63 - bit);
      if ((signs & ~uint64_t{0} >> (64 - size)) == 0) return;
    }
    uint64_t left = words[word].signs & ~uint64_t{0} << (begin - origin) % 64;
    for (; word != last; left = words[++word].signs)
      if (left != 0) read_signs(window, word, left, masks, values, out);
    left &= ~uint64_t{0} >> (63 - (end - 1 - origin) % 64);
    if (left != 0) read_signs(window, word, left, masks, values, out);
  };
  range.end = std::min(range.end, masks.begin + masks.words.size() * 64);
  if (range.begin >= range.end) return;
  if (!values.may_wrap()) return read(range.begin, range.end);  // all of the text is values
  const std::vector<Event>& events = values.events();
  const auto ends_before = [&](const Event& event) { return event.end + kBehind <= range.begin; };
  uint64_t done = range.begin;
  for (auto event = std::partition_point(events.begin(), events.end(), ends_before);
       event != events.end() && event->begin < range.end; ++event) {
    if (event->kind != EventKind::value) continue;
    const uint64_t begin = std::max(event->begin, done);
    done = std::max(done, std::min(event->end + kBehind, range.end));
    if (begin < done) read(begin, done);
  }
}

void TextLabels::find_in_prose(const Window& window, Span range, const TextMasks& masks, Values& values,
                               NearbyWords& words, std::vector<Value>& out) {
  constexpr size_t kWords = kProseBlock / 64;
  size_t next = 0;
  const size_t end = std::min(mask_words(range.end - masks.begin), masks.words.size());
  for (size_t first = (range.begin - masks.begin) / 64; first < end; first += kWords) {
    bool any = false;
    for (size_t word = first; word < std::min(first + kWords, end) && !any; ++word)
      any = any_hanzi(window.bytes().data() + (masks.begin - window.begin() + word * 64), masks.words[word].high);
    if (!any) continue;
    const uint64_t begin = std::max(range.begin, masks.begin + first * 64);
    const uint64_t behind = std::min(range.end, masks.begin + (first + kWords) * 64);
    const std::vector<WordHit>& hits = words.around(begin, behind);
    for (; next < hits.size() && hits[next].begin < behind; ++next)
      if (hits[next].begin >= range.begin) read_word(window, hits[next], values, out);
  }
}

void TextLabels::read_word(const Window& window, const WordHit& hit, Values& values, std::vector<Value>& out) {
  const Label label = labels_->label_of(hit.word);
  if (is_field(label) || tells_of_words(label))
    if (const FieldRule* field = fields_->named(label); field != nullptr)
      return read_field_word(window, hit, *field, values, out);
  if (!is_high(window.at(hit.begin)) || !index_->wants(label)) return;
  uint64_t from = hit.end();
  for (const std::string_view joint : {" ", "是", "为", " "})
    if (window.view(from, from + joint.size()) == joint) from += joint.size();
  if (!is_alnum(window.at(from))) return;  // a sign: found there
  const Span value = value_behind(window, from, values.at(window, hit.begin));
  if (value.size() != 0) out.push_back({value.begin, value.end, label, false, false});
}

// A value right behind the word, or the word itself where it says all.
void TextLabels::read_field_word(const Window& window, const WordHit& hit, const FieldRule& rule, Values& values,
                                 std::vector<Value>& out) {
  Span value{hit.begin, hit.end()};
  Label name = rule.label;
  if (!rule.standing_alone) {
    uint64_t from = hit.end();
    for (const std::string_view joint : {" ", "为", "是", "了", "有", "约", " "})
      if (window.view(from, from + joint.size()) == joint) from += joint.size();
    if (in_brackets(rule.value)) from = behind_bracket(window, from);
    const std::string_view text = window.view(from, std::min(values.at(window, hit.begin).end, from + kLongestField));
    size_t longest = 0;
    fields_->each_behind(rule.label, [&](const FieldRule& one) {
      const size_t length = one.value_right_behind(text);
      if (length <= longest) return;
      longest = length;
      name = one.label;
    });
    value = {from, from + longest};
    if (longest == 0 && rule.kind == Kind::birth_date) value = date_before(window, {hit.begin, hit.end()});
    if (value.size() == 0) return;
  }
  // Rules name no addresses.
  if (rule.value == FieldClass::address || !is_rule_text(window, value))
    out.push_back({value.begin, value.end, name, false, false});
}

void TextLabels::find(const Window& window, Span range, const TextMasks& masks, bool prose, Values& values,
                      NearbyWords& words, std::vector<Value>& out) {
  range = {std::max(range.begin, window.begin()), std::min(range.end, window.end())};
  if (range.begin >= range.end) return;
  find_at_signs(window, range, masks, values, out);
  if (prose) find_in_prose(window, range, masks, values, words, out);
  const auto earlier = [](const Value& a, const Value& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.name < b.name;
  };
  if (!std::is_sorted(out.begin(), out.end(), earlier)) std::sort(out.begin(), out.end(), earlier);
}

}  // namespace pidun
