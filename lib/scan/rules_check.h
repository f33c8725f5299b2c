// The account of checking rules, as JSON: every fault of every file and every example that fails.
// {"rules":1,"examples":2,"failures":[{"file":"a.toml","line":3,"column":1,"offset":20,"rule":"badge","message":…}]}
// Tested in tests/unit/api/api_rules_test.cpp and tests/rules/bad/.
#pragma once

#include "scan/examples.h"

namespace pidun {

// `errors` are those told already. Without sources, the built-in rules are checked.
std::string rules_check(EngineOptions options, RuleErrors errors);

}  // namespace pidun
