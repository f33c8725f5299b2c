// The halves of UTF-16 pairs. Reading and writing of UTF-8 is base/utf8.h.
// Tested in tests/unit/unwrap/decoders_test.cpp.
#pragma once

#include <cstdint>

#include "base/utf8.h"

namespace pidun {

constexpr uint8_t to_byte(char c) { return static_cast<uint8_t>(c); }

constexpr bool is_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }
constexpr bool is_high_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }
constexpr uint32_t join_surrogates(uint32_t high, uint32_t low) {
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

}  // namespace pidun
