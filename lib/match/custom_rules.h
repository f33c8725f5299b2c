// The users' patterns as both backends hold them: checked, measured, and able to say what RE2 finds in a region.
// Tested in tests/unit/match/custom_test.cpp.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/custom.h"
#include "match/custom_tree.h"

namespace pidun {

struct CustomRule {
  std::string source;  // for RE2; carries its own (?i), and a literal is written as a regex
  Width width;
  bool literal = false;              // of a known width, so that where it ends says all; `regex` is null at first
  bool caseless = false;             // of a literal: ASCII letters
  std::string bytes;                 // of a literal
  std::unique_ptr<const RE2> regex;  // compiled from `source`
};

// Longer ones are treated as regexes.
inline constexpr uint32_t kLongestLiteral = 128;

// Checks every pattern; empty with *error filled at the first that is refused.
std::optional<std::vector<CustomRule>> make_custom_rules(const std::vector<CustomPattern>& patterns,
                                                         CustomError* error);

RE2::Options custom_regex_options();
void compile_literal(CustomRule& rule);  // fills in `regex` where there is none

// What RE2 finds one after the other in text[region.begin, region.end), where ^ $ \b see all of `text`. Every match
// that begins in the region must also end in it, or be wanted by nobody. Offsets are of `text`.
void find_in_region(const RE2& regex, std::string_view text, Span region, std::vector<Span>& found);

}  // namespace pidun
