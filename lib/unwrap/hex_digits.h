// Values of hexadecimal digits. Tested in tests/unit/unwrap/decoders_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

constexpr std::array<int8_t, 256> hex_values() {
  std::array<int8_t, 256> values{};
  for (size_t i = 0; i < 256; ++i) values[i] = -1;
  for (size_t i = 0; i < 10; ++i) values['0' + i] = static_cast<int8_t>(i);
  for (size_t i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = static_cast<int8_t>(10 + i);
  return values;
}
inline constexpr std::array<int8_t, 256> kHexValues = hex_values();

// The value of one digit, -1 if it is none.
inline int hex_value(char c) { return kHexValues[static_cast<uint8_t>(c)]; }

// The number that `count` digits from `at` on make; -1 if the text is too short or one is no digit. count <= 7.
inline int32_t hex_number(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int32_t number = 0, bad = 0;
  for (size_t i = 0; i < count; ++i) {
    const int digit = hex_value(text[at + i]);
    bad |= digit;
    number = number * 16 + (digit & 15);
  }
  return bad < 0 ? -1 : number;
}

}  // namespace pidun
