// What counting needs to know of each rule: its trait, whether PIPL art. 28 names its kind, and whether it is one of
// the questions of a lead form. Made once from the rules. Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <vector>

#include "record/field.h"
#include "rules/rule_set.h"

namespace pidun {

struct RuleTrait {
  Trait trait = Trait::none;
  bool sensitive = false;
  bool latitude = false;  // of a position: which half its values are, or both
  bool longitude = false;
  uint64_t sign = 0;  // of the question or the credit field it is, in raises.h
  bool lead = false;  // a question of a lead form (categories.tsv, credit_information)
};

// By index of the rule.
std::vector<RuleTrait> traits_of(const RuleSet& rules);

}  // namespace pidun
