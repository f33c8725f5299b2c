// The rules of fields and phrases: which sort of value a label calls for, and which words may follow one.
// Example: under 诊断 any text that says something is health information; 确诊 is followed by the name of an illness.
// Tested in tests/unit/detect/field_rules_test.cpp: every rule against its examples.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detect/field_values.h"
#include "detect/label_bounds.h"
#include "detect/labels.h"
#include "detect/word_set.h"
#include "rules/rule.h"

namespace pidun {

struct FieldRule {
  uint16_t rule = 0;  // index in the engine's rules
  Label label{};      // its own
  Kind kind = Kind::none;
  FieldClass value = FieldClass::none;
  bool standing_alone = false;  // the words of its label are the value
  WordSet terms;                // values that may stand right behind the label

  // The bytes of a value that `text` begins with, which stands right behind the label; 0 if there is none.
  size_t value_right_behind(std::string_view text) const;
};

class FieldRules {
 public:
  void add(const Rule& rule, uint16_t index);

  // What the label calls for; nullptr if that is no field's.
  const FieldRule* named(Label label) const {
    const auto number = static_cast<uint16_t>(label);
    return number < by_label_.size() && by_label_[number] != 0 ? &rules_[by_label_[number] - 1u] : nullptr;
  }
  // The rules whose values may stand behind a word of this label: the phrase's own, and those that share its words.
  template <class Function>
  void each_behind(Label label, Function&& function) const {
    const FieldRule* own = named(label);
    if (own == nullptr) return;
    function(*own);
    for (const auto& [shared, place] : sharing_)
      if (shared == label) function(rules_[place - 1u]);
  }
  const std::vector<FieldRule>& all() const { return rules_; }
  // The words for diseases that a value of health information may hold, and what it says then; nullptr: no rule.
  const WordSet& special_diseases() const { return special_diseases_; }
  const FieldRule* special_disease() const { return named(label_of(Kind::special_disease)); }
  bool any_beside_number() const { return !beside_number_.empty(); }
  bool is_beside_number(uint16_t rule) const {
    return std::find(beside_number_.begin(), beside_number_.end(), rule) != beside_number_.end();
  }
  // Whether any needs another near it.
  bool any_partners() const { return any_partners_; }
  // What the rule with this index of the engine's rules calls for; `none` if it is no field's.
  FieldClass class_of(uint16_t rule) const { return rule < by_rule_.size() ? by_rule_[rule] : FieldClass::none; }
  // Adds the values that they may be asked of.
  void add_bounds(LabelBounds& bounds) const;

 private:
  std::vector<FieldRule> rules_;
  std::array<uint16_t, kLastBuiltinLabel + 1> by_label_{};  // 1 + index
  std::vector<std::pair<Label, uint16_t>> sharing_;         // few
  std::vector<FieldClass> by_rule_;
  std::vector<uint16_t> beside_number_;  // rules, few
  WordSet special_diseases_;
  bool any_partners_ = false;
};

}  // namespace pidun
