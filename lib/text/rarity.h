// How unlikely bytes are as text of a charset, in bits: the frequency of the characters they would be. The charset with
// the fewest bits is the likeliest; the figures of two charsets compare only over the same bytes.
// Example: "\xD5\xC5\xC8\xFD" is 张三 in gb18030 (18 bits) and four invalid bytes in utf8 (96 bits).
// Tested in tests/unit/text/rarity_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/charset.h"

namespace pidun {

// Of one character.
uint8_t rarity(char32_t point);

struct Rarity {
  uint32_t bits = 0;
  // Of what is not ASCII text alone: how many characters (invalid ones too), and their bits.
  uint32_t high = 0, high_bits = 0;
  uint32_t invalid = 0;
  uint32_t plain = 0;  // characters of ASCII text that took more than a byte each

  // Whether it can be text at all: bytes that are none (numbers, code, pictures) make characters no writer chooses.
  bool plausible(Charset charset) const;
};

// Of a text. With `cut`, a character that the end cuts short costs nothing.
Rarity rarity(Charset charset, std::string_view bytes, bool cut);

}  // namespace pidun
