// ASCII digits, the alphabet of every check in this folder. Tested in tests/unit/detect/checks/digits_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace pidun {

// 0..9 for '0'..'9', more for any other byte.
constexpr uint32_t digit_value(char c) { return static_cast<uint32_t>(static_cast<unsigned char>(c)) - '0'; }

constexpr bool all_digits(std::string_view text) {
  bool digits = true;  // no early way out: the usual answer is yes
  for (const char c : text) digits &= is_digit(c);
  return digits;
}

// The number that text[begin, begin + count) spells. The caller has made sure that these are digits, 19 at most.
constexpr uint64_t digits_to_number(std::string_view text, size_t begin, size_t count) {
  uint64_t number = 0;
  for (size_t i = begin; i < begin + count; ++i) number = number * 10 + digit_value(text[i]);
  return number;
}

}  // namespace pidun
