// Check digit of bank cards and IMEIs: ISO/IEC 7812-1 annex B (GB/T 15694.1), known as Luhn.
// One random number in ten passes: never enough alone. Tested in tests/unit/detect/checks/luhn_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "detect/checks/digits.h"

namespace pidun {

// Two digits or more whose last is the check digit of those before it.
constexpr bool luhn_valid(std::string_view digits) {
  if (digits.size() < 2) return false;
  constexpr std::array<uint8_t, 10> kDoubled{0, 2, 4, 6, 8, 1, 3, 5, 7, 9};  // digit sum of twice the digit
  uint64_t sum = 0;
  bool only_digits = true;
  size_t left = digits.size();
  for (; left >= 2; left -= 2) {
    const uint32_t single = digit_value(digits[left - 1]);
    const uint32_t twice = digit_value(digits[left - 2]);
    only_digits &= single <= 9 && twice <= 9;
    sum += single + kDoubled[twice <= 9 ? twice : 0];
  }
  if (left == 1) {
    only_digits &= is_digit(digits[0]);
    sum += digit_value(digits[0]);
  }
  return only_digits && sum % 10 == 0;
}

}  // namespace pidun
