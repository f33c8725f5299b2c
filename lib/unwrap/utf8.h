// Code points to UTF-8, and the halves of UTF-16 pairs. Reading is base/utf8.h.
// Tested in tests/unit/unwrap/decoders_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

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

}  // namespace pidun
