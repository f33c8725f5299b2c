// ASCII digits, the alphabet of every check in this folder. Tested in tests/unit/detect/checks/digits_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
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

// The first eight characters as the bytes of a word, first character lowest, each less '0'.
inline uint64_t eight_digits(const char* text) {
  uint64_t word = 0;
  std::memcpy(&word, text, sizeof(word));
  return word - 0x3030303030303030;
}

// Whether all bytes of such a word are 0..9.
constexpr bool are_digits(uint64_t eight) { return ((eight | (eight + 0x7676767676767676)) & 0x8080808080808080) == 0; }

// The number that eight digits spell: pairs, then fours, then all, each by one multiplication.
constexpr uint64_t number_of(uint64_t eight) {
  const uint64_t pairs = (eight * ((10 << 8) + 1)) >> 8 & 0x00FF00FF00FF00FF;
  const uint64_t fours = (pairs * ((100 << 16) + 1)) >> 16 & 0x0000FFFF0000FFFF;
  return (fours * ((uint64_t{10000} << 32) + 1)) >> 32;
}

}  // namespace pidun
