// Reads the small parts of RE2's syntax: characters, escapes, classes, repeat counts.
// Example: PatternReader("{2,5}x").repeat() gives {2, 5} and leaves "x". Tested in
// tests/unit/match/custom_tree_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "match/code_points.h"

namespace pidun {

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : left_(pattern) {}

  bool done() const { return left_.empty(); }
  char peek() const { return left_.empty() ? '\0' : left_[0]; }
  bool take(char wanted);
  bool take(std::string_view wanted);
  void skip_past(char mark);
  uint32_t next();  // one character of UTF-8; 0 at the end

  // * + ? {n} {n,} {n,m} with a lazy mark behind, or nothing. A '{' that opens no count is a character.
  std::optional<std::pair<uint32_t, uint32_t>> repeat();
  // \d \D \s \S \w \W \p{..} \P{..}, or nothing.
  std::optional<CodePointBounds> escaped_class(bool folded);
  // Any other escape.
  uint32_t escaped_code_point();
  // Behind '[', up to and with its ']'.
  CodePointBounds bracket_class(bool folded);

 private:
  std::optional<CodePointBounds> named_item(bool folded);
  uint32_t item_code_point();
  uint32_t hexadecimal();
  std::string_view left_;
};

}  // namespace pidun
