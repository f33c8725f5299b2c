#include "record/roles.h"

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
    {"寄货人", FieldRole::sender},
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

FieldRole latin_role(std::string_view label) {
  std::string lower(label);
  for (char& c : lower) c = to_lower(c);
  for (const Word& each : kLatin) {
    const size_t at = lower.find(each.word);
    if (at != std::string::npos && is_word(label, at, at + each.word.size())) return each.role;
  }
  return FieldRole::own;
}

}  // namespace

FieldRole role_of(std::string_view label) {
  for (const Word& each : kHanzi)
    if (label.find(each.word) != std::string_view::npos) return each.role;
  return latin_role(label);
}

}  // namespace pidun
