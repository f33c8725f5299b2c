// How alike a flow is to each published case, from 0 to 100, with the signs that made it so. It compares fields, media
// and masks; it says nothing about conduct, and every text of it says that.
// Each sign adds its weight by the degree to which it is there. A sign that is core also bounds the score: without it
// the score is at most 30, so that a medium alone resembles nothing.
// Tested in tests/unit/policy/case_score_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "policy/case_profile.h"

namespace pidun {

struct SignScore {
  const CaseSign* sign = nullptr;
  uint32_t degree = 0;  // of 1000
};

struct CaseScore {
  const CaseProfile* profile = nullptr;
  const CaseVariant* variant = nullptr;
  uint32_t score = 0;  // 0 to 100
  std::vector<SignScore> signs;
  Bilingual text;
};

// From here on a flow is said to resemble a case.
inline constexpr uint32_t kResembles = 50;

// All profiles, the nearest first; of equal scores in the order of the profiles. They hold while `profiles` does.
std::vector<CaseScore> score_cases(const FlowSigns& signs, const CaseProfiles& profiles);

}  // namespace pidun
