// From the hits of users' literals and regexes to readings: the rule's confidence, its validator, and the labels around
// the hit. They compete with all other readings in conflicts.cpp.
// Example: a hit of a rule with confidence 60 under a column that its labels name is a reading of 85.
// Tested in tests/unit/detect/custom_test.cpp.
#pragma once

#include <vector>

#include "detect/checks/validators.h"
#include "detect/detectors.h"
#include "match/custom.h"

namespace pidun {

struct CustomRule {
  uint16_t rule = 0;  // index in the engine's rules
  Kind kind{};
  int confidence = 60;
  bool needs_label = false;
  Validator validator = nullptr;
};

// `rules` is in the order of the matcher's patterns; `hits` are in order of begin. With `thorough`, readings without
// the label they need, and those whose check fails, are kept for explain().
void read_custom(Context& context, const std::vector<CustomRule>& rules, const std::vector<CustomHit>& hits,
                 bool thorough, Readings& out);

// The masked form of what a custom rule matched, of any script: the first character of four or more, then one * for
// each. Writes at most kLongestEvidence bytes and a NUL, and returns the length. "天狼星计划" -> "天****".
size_t write_custom_evidence(std::string_view value, char* out);

}  // namespace pidun
