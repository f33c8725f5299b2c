// Check character of 18-character ID numbers: GB 11643-1999, which is ISO 7064 MOD 11-2.
// Also of residence permits of people from Hong Kong, Macao and Taiwan (81, 82, 83) and of foreigners (9).
// Example: 11010519491231002 -> 'X'. Tested in tests/unit/detect/checks/mod_11_2_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "detect/checks/digits.h"

namespace pidun {

// '0'..'9' or 'X'; NUL if this is not seventeen digits.
constexpr char mod_11_2_check(std::string_view seventeen) {
  constexpr std::array<uint32_t, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheck = "10X98765432";
  if (seventeen.size() != kWeights.size()) return '\0';
  uint32_t sum = 0;
  bool digits = true;
  for (size_t i = 0; i < kWeights.size(); ++i) {
    const uint32_t value = digit_value(seventeen[i]);
    digits &= value <= 9;
    sum += value * kWeights[i];
  }
  return digits ? kCheck[sum % 11] : '\0';
}

// Whether the 18th character fits the first seventeen; 'x' counts as 'X'.
constexpr bool mod_11_2_valid(std::string_view eighteen) {
  if (eighteen.size() != 18) return false;
  const char last = eighteen[17] == 'x' ? 'X' : eighteen[17];
  return last != '\0' && mod_11_2_check(eighteen.substr(0, 17)) == last;
}

}  // namespace pidun
