// The tier of a group of fields: that of its most sensitive one, after the raise rules (counting.md D6).
// The rules are those of facts/categories.tsv: which fields together weigh more than each alone, by 法释〔2017〕10号
// art. 5(1)(3) to (5). Example: name, ID number and home address together are of tier 500, each alone of 5000. Tested
// in tests/unit/record/records_test.cpp.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "record/glance.h"
#include "record/rule_traits.h"

namespace pidun {

struct RaiseOptions {
  bool lenient = false;       // ID number with name and address stay 5000
  bool merge_fields = false;  // signs are wanted
};

struct Grade {
  uint16_t tier = 0;     // 50, 500, 5000; 0 of fields that have none
  uint8_t triggers = 0;  // RecordTrigger bits, of a group whose person is known
  uint64_t signs = 0;    // if wanted
};
// `identified` says that somebody is known, or would be but for a mask.
Grade grade_of(std::span<const Field> fields, const Glance& glance, bool identified,
               const std::vector<RuleTrait>& traits, RaiseOptions options);

// Signs of several groups of one person may be put together by |: what they raise the tier to, 50, 500 or 0, and
// whether they are an account with its secret that none of the groups was alone. Bits stand in files of tallies.
uint16_t raised_by_signs(uint64_t signs);
bool is_set_by_signs(uint64_t signs);

// Of the n-th question of a lead form, and of a rule of credit fields.
uint64_t sign_of_lead(size_t n);
uint64_t sign_of_credit(std::string_view rule);

// The more sensitive of two tiers; 0 is none.
constexpr uint16_t graver(uint16_t a, uint16_t b) {
  const auto less = [](uint16_t tier) { return static_cast<uint16_t>(tier - 1); };  // makes 0 the largest
  return static_cast<uint16_t>(std::min(less(a), less(b)) + 1);
}

}  // namespace pidun
