// Code points to UTF-8, and the length that a UTF-8 lead byte asks for.
// Tested in tests/unit/unwrap/decoders_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace pidun {

constexpr uint8_t to_byte(char c) { return static_cast<uint8_t>(c); }

// Writes at most four bytes; `point` is at most 0x10FFFF and no surrogate.
inline size_t write_utf8(uint32_t point, char* out) {
  const auto continuation = [](uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (point < 0x80) {
    out[0] = static_cast<char>(point);
    return 1;
  }
  if (point < 0x800) {
    out[0] = static_cast<char>(0xC0 | point >> 6);
    out[1] = continuation(point);
    return 2;
  }
  if (point < 0x10000) {
    out[0] = static_cast<char>(0xE0 | point >> 12);
    out[1] = continuation(point >> 6);
    out[2] = continuation(point);
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | point >> 18);
  out[1] = continuation(point >> 12);
  out[2] = continuation(point >> 6);
  out[3] = continuation(point);
  return 4;
}

constexpr bool is_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }
constexpr bool is_high_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }
constexpr uint32_t join_surrogates(uint32_t high, uint32_t low) {
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

// Bytes of the valid UTF-8 character that `text` begins with; 0 if it begins with none.
inline size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const uint8_t lead = to_byte(text[0]);
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                        : (lead & 0xF0) == 0xE0        ? 3
                        : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                       : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t i = 1; i < length; ++i)
    if (!is_continuation(text[i])) return 0;
  const uint8_t second = to_byte(text[1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : length;
}

}  // namespace pidun
