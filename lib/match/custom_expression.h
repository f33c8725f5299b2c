// What Hyperscan is told to look for in place of a pattern: the pattern itself with every class spelled out, or, of
// a large one, a part that every match must hold. Whatever RE2 finds has an occurrence of it inside, so a place without
// one needs no RE2. Example: "(?i)工号[k]\d{4}" gives "工号[Kk\x{212a}][0-9]{4}".
// Tested in tests/unit/match/custom_expression_test.cpp and tests/property/custom_test.cpp.
#pragma once

#include <string>

#include "match/custom_tree.h"

namespace pidun {

// Positions of Hyperscan's automaton: what a compile costs grows faster than this.
uint32_t expression_size(const PatternNode& node);

struct ExpressionLimits {
  uint32_t size = 64;
  bool assertions = true;  // without them the expression is wider, and Hyperscan refuses none
};

// Empty when no part of the pattern is small enough.
std::string prefilter_expression(const PatternNode& root, ExpressionLimits limits);

}  // namespace pidun
