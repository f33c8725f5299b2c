// What can be seen of a masked value: its visible beginning and end, in characters. Number and glyph of the mask's
// characters, and separators of a number, say nothing (counting.md D8).
// Example: of "138****8000", "138-****-8000" and "138xxxx8000" these are "138" and "8000"; of "王*" "王" and "".
// Tested in tests/unit/record/small_parts_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/kinds.h"

namespace pidun {

struct Visible {
  std::string text;    // beginning and end, a NUL between them
  uint8_t prefix = 0;  // characters, at most 255
  uint8_t suffix = 0;
};
Visible visible_of_masked(Kind kind, std::string_view value);

}  // namespace pidun
