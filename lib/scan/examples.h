// The rules' own tests: each example is scanned with the engine itself and must give what the rule says.
// Tested in tests/unit/api/bad_rules_test.cpp; the built-in rules' examples in tests/unit/rules/rule_set_test.cpp.
#pragma once

#include "scan/engine.h"

namespace pidun {

// Adds an error for every example of an enabled rule that fails. A match must be found by its rule, at its place, with
// its check; a counter-example must not be found by its rule. `rules` are the engine's, with their examples.
// Returns how many examples were run.
size_t check_examples(const Engine& engine, const RuleSet& rules, bool builtins, RuleErrors& errors);

// Engine::build, then the examples of users' rules, unless the cache knows that they hold: null with the reasons told
// when one of them fails.
std::unique_ptr<Engine> load_engine(EngineOptions options, RuleErrors& errors);

}  // namespace pidun
