// Which listed lines are reached, which want watching, and how far each line of the ladder is.
// Tested in tests/unit/policy/rules_reached_test.cpp.
#pragma once

#include "policy/axes.h"

namespace pidun {

// Fills lines, rules_reached and rules_watch of a verdict whose role, ladder, facts and levels are set.
void name_rules(const Counts& counts, const Axes& axes, const Policy& policy, Verdict& verdict);

// Fills people_reached.
void name_people(const Counts& counts, bool abroad, const Policy& policy, Verdict& verdict);

// Whether a fact that was given bears on these records, and how heavily.
Level level_by_facts(const Counts& counts, uint64_t records, uint8_t facts, Role role);

}  // namespace pidun
