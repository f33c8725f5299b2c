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

inline constexpr std::string_view kMod11Characters = "10X98765432";  // by the sum of products mod 11

// '0'..'9' or 'X'; NUL if this is not seventeen digits.
constexpr char mod_11_2_check(std::string_view seventeen) {
  constexpr std::array<uint32_t, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  if (seventeen.size() != kWeights.size()) return '\0';
  uint32_t sum = 0;
  bool digits = true;
  for (size_t i = 0; i < kWeights.size(); ++i) {
    const uint32_t value = digit_value(seventeen[i]);
    digits &= value <= 9;
    sum += value * kWeights[i];
  }
  return digits ? kMod11Characters[sum % 11] : '\0';
}

// Sum of eight digits, each times its weight: two multiplications, since sums of four products fit in sixteen bits.
// `weights` has the weight of the first digit in its lowest byte.
constexpr uint64_t weighted_sum(uint64_t eight, uint64_t weights) {
  constexpr uint64_t kEven = 0x00FF00FF00FF00FF;
  // Multiplying by the weights in reverse order gathers all products in the highest sixteen bits.
  const auto reversed = [](uint64_t lanes) {
    return lanes << 48 | (lanes & 0xFFFF0000) << 16 | (lanes >> 16 & 0xFFFF0000) | lanes >> 48;
  };
  return ((eight & kEven) * reversed(weights & kEven) >> 48) +
         ((eight >> 8 & kEven) * reversed(weights >> 8 & kEven) >> 48);
}

// The same as mod_11_2_check(), eight digits at a time.
inline char mod_11_2_check_fast(const char* seventeen) {
  constexpr uint64_t kFirst = 0x01'02'04'08'05'0A'09'07, kSecond = 0x04'08'05'0A'09'07'03'06;
  const uint64_t first = eight_digits(seventeen), second = eight_digits(seventeen + 8);
  const uint32_t last = digit_value(seventeen[16]);
  if (!are_digits(first) || !are_digits(second) || last > 9) return '\0';
  return kMod11Characters[(weighted_sum(first, kFirst) + weighted_sum(second, kSecond) + last * 2) % 11];
}

// Whether the 18th character fits the first seventeen; 'x' counts as 'X'.
inline bool mod_11_2_valid(std::string_view eighteen) {
  if (eighteen.size() != 18) return false;
  const char last = eighteen[17] == 'x' ? 'X' : eighteen[17];
  return last != '\0' && mod_11_2_check_fast(eighteen.data()) == last;
}

}  // namespace pidun
