// See field_rules.h.
#include "detect/field_rules.h"

namespace pidun {

size_t FieldRule::value_right_behind(std::string_view text) const {
  const size_t term = terms.longest_at(text);
  return term != 0 ? term : field_prefix(value, text);
}

void FieldRules::add(const Rule& rule, uint16_t index) {
  FieldRule field;
  field.rule = index;
  field.label = static_cast<Label>(rule.label);
  field.kind = rule.kind;
  field.value = rule.value;
  field.standing_alone = rule.standing_alone;
  if (rule.beside_number) beside_number_.push_back(index);
  if (!field.standing_alone)
    for (const std::string& term : rule.terms) {
      field.terms.add(term);
      if (rule.kind == Kind::special_disease) special_diseases_.add(term);
    }
  if (by_rule_.size() <= index) by_rule_.resize(index + size_t{1});
  by_rule_[index] = field.value;
  any_partners_ |= partner_of(field.value) != FieldClass::none;
  rules_.push_back(std::move(field));
  const auto place = static_cast<uint16_t>(rules_.size());
  by_label_[rule.label] = place;
  if (rule.shares != 0) sharing_.emplace_back(static_cast<Label>(rule.shares), place);
  // The first field of a kind serves the words that name the kind itself.
  uint16_t& of_kind = by_label_[static_cast<uint16_t>(rule.kind)];
  if (rule.shape == RuleShape::field && of_kind == 0) of_kind = place;
}

void FieldRules::add_bounds(LabelBounds& bounds) const {
  for (uint16_t label = 0; label <= kLastBuiltinLabel; ++label) {
    const FieldRule* rule = named(static_cast<Label>(label));
    if (rule == nullptr) continue;
    const FieldBounds bytes = field_bounds(rule->value);
    bounds.add(static_cast<Label>(label), bytes.least, bytes.most);
  }
}

}  // namespace pidun
