// What Hyperscan is told to look for.
#include "match/custom_expression.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace pidun {
namespace {

std::string expression(const std::string& pattern, uint32_t size, bool assertions = true) {
  PatternNode root;
  REQUIRE(parse_pattern(pattern, false, root));
  ExpressionLimits limits;
  limits.size = size;
  limits.assertions = assertions;
  return prefilter_expression(root, limits);
}

TEST_CASE("a pattern that is small enough is spelled out whole") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"ab", "ab"},
      {"工", "\\x{5de5}"},
      {"a.b", "a[\\x{0}-\\x{9}\\x{b}-\\x{10ffff}]b"},
      {"(?i)ak", "[Aa][Kk\\x{212a}]"},
      {"\\d{4}", "[0-9]{4}"},
      {"(ab)?", "(?:ab)?"},
      {"a{1}b{0,1}c{2,3}d{2,}", "ab?c{2,3}d{2,}"},
      {"a|b|", "(?:a|b|)"},
      {"^a$", "\\Aa\\z"},
      {"(?m)^a$", "(?m:^)a(?m:$)"},
      {"\\ba\\B", "a"},
      {"(?:^)*a", "a"},
      {"(?s).", "(?s:.)"},
      {"-", "\\x{2d}"},
  };
  for (const auto& [pattern, expected] : cases) {
    INFO(pattern);
    CHECK(expression(pattern, 64) == expected);
  }
  CHECK(expression("^a$", 64, false) == "a");
}

TEST_CASE("of a large pattern a part is taken that every match must hold") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a{20}", "a{10}"},  // no more than fits
      {"[a-z]{0,900}abcd[0-9]{4}", "abcd[0-9]{4}"},
      {"[a-z]{5,900}abcd[0-9]{4}", "abcd[0-9]{4}"},
      {"abcd[a-z]{0,900}", "abcd"},
      {"ab[0-9]{3,900}", "ab[0-9]{3}"},
      {"(?:a{8}b{8}){2}", "a{8}b{2}"},
      {"(?:a{8}b{8}){0,2}cd", "cd"},
      {"ab(?:c{30}|d)e", "ab(?:c{4}|d)"},
  };
  for (const auto& [pattern, expected] : cases) {
    INFO(pattern);
    CHECK(expression(pattern, 10) == expected);
  }
}

TEST_CASE("sizes count what a repeat unrolls to") {
  const std::vector<std::pair<std::string, uint32_t>> cases = {
      {"abc", 3}, {"a{5}", 5}, {"a{2,5}", 5}, {"a{2,}", 3}, {"(?:ab|c){3}", 9}, {"\\b^", 0}, {"[一-龥]{10}", 60}};
  for (const auto& [pattern, size] : cases) {
    PatternNode root;
    parse_pattern(pattern, false, root);
    INFO(pattern);
    CHECK(expression_size(root) == size);
  }
}

}  // namespace
}  // namespace pidun
