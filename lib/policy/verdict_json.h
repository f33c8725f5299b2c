// A verdict and its nearest case as members of a JSON object: the keys of facts/counting.md that are not counts.
// Example:
// "role":"individual",…,"level":"near","rules_reached":[{"id":"cn2017.5.1.3","count":51,"line":50,"ratio":1.02,… Tested
// in tests/unit/policy/verdict_json_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "policy/case_score.h"
#include "policy/verdict.h"

namespace pidun {

// Appends the members, without braces. `cases` as score_cases() gives them; may be empty.
void append_verdict(const Verdict& verdict, const std::vector<CaseScore>& cases, std::string& out);

}  // namespace pidun
