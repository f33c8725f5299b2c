// See field_rules.h.
#include "detect/field_rules.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {

size_t FieldRule::value_right_behind(std::string_view text) const {
  for (size_t length = std::min(longest_term, text.size()); length != 0; --length) {
    if (length < text.size() && is_continuation(text[length])) continue;
    if (terms.count(std::string(text.substr(0, length))) != 0) return length;
  }
  return field_prefix(value, text);
}

void FieldRules::add(const Rule& rule, uint16_t index) {
  FieldRule field;
  field.rule = index;
  field.kind = rule.kind;
  field.value = rule.value;
  field.standing_alone = rule.standing_alone;
  if (!field.standing_alone) field.terms.insert(rule.terms.begin(), rule.terms.end());
  for (const std::string& term : field.terms) field.longest_term = std::max(field.longest_term, term.size());
  rules_.push_back(std::move(field));
  const auto place = static_cast<uint16_t>(rules_.size());
  by_label_[rule.label] = place;
  // The first field of a kind serves the words that name the kind itself.
  uint16_t& of_kind = by_label_[static_cast<uint16_t>(rule.kind)];
  if (rule.shape == RuleShape::field && of_kind == 0) of_kind = place;
}

}  // namespace pidun
