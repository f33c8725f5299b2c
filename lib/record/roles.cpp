#include "record/roles.h"

#include <iterator>
#include <string>

#include "base/ascii.h"

namespace pidun {
namespace {

struct Word {
  std::string_view word;
  FieldRole role;
};

// Hanzi anywhere in the label; the first that is there counts.
constexpr Word kHanzi[] = {
    {"配偶", FieldRole::spouse},      {"丈夫", FieldRole::spouse},      {"妻子", FieldRole::spouse},
    {"爱人", FieldRole::spouse},      {"监护人", FieldRole::guardian},  {"父亲", FieldRole::parent},
    {"母亲", FieldRole::parent},      {"父母", FieldRole::parent},      {"家长", FieldRole::guardian},
    {"紧急联系", FieldRole::contact}, {"联系人", FieldRole::contact},   {"联络人", FieldRole::contact},
    {"担保人", FieldRole::guarantor}, {"保证人", FieldRole::guarantor}, {"收件人", FieldRole::recipient},
    {"收货人", FieldRole::recipient}, {"寄件人", FieldRole::sender},    {"发件人", FieldRole::sender},
    {"寄货人", FieldRole::sender},    {"收件", FieldRole::recipient},   {"收货", FieldRole::recipient},
    {"收方", FieldRole::recipient},   {"寄件", FieldRole::sender},      {"发件", FieldRole::sender},
    {"寄方", FieldRole::sender},
};
// A whole word of the label: a part between signs or capitals. "contact" is none: contact_phone is one's own.
constexpr Word kLatin[] = {
    {"spouse", FieldRole::spouse},      {"husband", FieldRole::spouse},      {"wife", FieldRole::spouse},
    {"guardian", FieldRole::guardian},  {"father", FieldRole::parent},       {"mother", FieldRole::parent},
    {"parent", FieldRole::parent},      {"emergency", FieldRole::contact},   {"guarantor", FieldRole::guarantor},
    {"receiver", FieldRole::recipient}, {"recipient", FieldRole::recipient}, {"consignee", FieldRole::recipient},
    {"sender", FieldRole::sender},      {"shipper", FieldRole::sender},      {"peiou", FieldRole::spouse},
    {"lianxiren", FieldRole::contact},
};

bool is_word(std::string_view label, size_t begin, size_t end) {
  const bool opens = begin == 0 || !is_letter(label[begin - 1]) || label[begin] <= 'Z';
  const bool closes = end == label.size() || !is_letter(label[end]) || label[end] <= 'Z';
  return opens && closes;
}

// A numeral at the beginning of the text; 0 if there is none. More than three digits say something else.
uint16_t number_at(std::string_view text) {
  constexpr size_t kMostDigits = 3;
  constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五"};
  for (size_t i = 0; i < std::size(kNumerals); ++i)
    if (text.starts_with(kNumerals[i])) return static_cast<uint16_t>(i + 1);
  unsigned number = 0;
  size_t digits = 0;
  for (; digits < text.size() && digits <= kMostDigits && is_digit(text[digits]); ++digits)
    number = number * 10 + static_cast<unsigned>(text[digits] - '0');
  return digits <= kMostDigits ? static_cast<uint16_t>(number) : 0;
}

// Behind the word (联系人1姓名, guarantor_2_mobile) or before it, where 第 opens it (第二联系人). A number elsewhere
// counts something else: 联系人电话2 is another number of the same person.
uint16_t number_of_role(std::string_view label, size_t begin, size_t end) {
  std::string_view behind = label.substr(end);
  for (const std::string_view passed : {"人", "_", "-", " ", "contact", "Contact", "_", "-", " "})
    if (behind.starts_with(passed)) behind.remove_prefix(passed.size());
  if (const uint16_t number = number_at(behind); number != 0) return number;
  constexpr std::string_view kOrdinal = "第";
  const size_t ordinal = label.substr(0, begin).rfind(kOrdinal);
  return ordinal == std::string_view::npos ? 0 : number_at(label.substr(ordinal + kOrdinal.size()));
}

NamedRole latin_role(std::string_view label) {
  std::string lower(label);
  for (char& c : lower) c = to_lower(c);
  for (const Word& each : kLatin) {
    const size_t at = lower.find(each.word), end = at + each.word.size();
    if (at != std::string::npos && is_word(label, at, end)) return {each.role, number_of_role(label, at, end)};
  }
  return {};
}

}  // namespace

NamedRole role_of(std::string_view label) {
  for (const Word& each : kHanzi) {
    const size_t at = label.find(each.word);
    if (at != std::string_view::npos) return {each.role, number_of_role(label, at, at + each.word.size())};
  }
  return latin_role(label);
}

}  // namespace pidun
