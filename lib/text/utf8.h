// UTF-8, as strict as RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
// Example: is_valid_utf8("张") holds; read_utf8() of it gives U+5F20 and length 3.
// Tested in tests/unit/text/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/utf8.h"

namespace pidun {

// One character read from bytes, or what cannot be one.
struct Char {
  char32_t point = 0xFFFD;
  uint8_t length = 1;
  bool valid = false;
};

// No less than simdjson's speed: this is all that clean UTF-8 costs.
bool is_valid_utf8(std::string_view bytes);

// How many bytes, of some that begin with a character, are for certain valid UTF-8, of ASCII and the characters of
// three bytes that Chinese is written in; no cut one at the end. What is behind may be such, too.
size_t common_prefix(std::string_view bytes);

// How many ASCII bytes `bytes` begins with.
size_t ascii_prefix(std::string_view bytes);
inline bool is_ascii(std::string_view bytes) { return ascii_prefix(bytes) == bytes.size(); }

// The same as is_valid_utf8(), sooner where much of it is ASCII.
inline bool is_utf8_text(std::string_view bytes) {
  const size_t ascii = ascii_prefix(bytes);
  return ascii == bytes.size() || is_valid_utf8(bytes.substr(ascii));
}

// The character at `at`, which lies before `end`.
inline Char read_utf8(const uint8_t* at, const uint8_t* end) {
  const uint8_t lead = at[0];
  if (lead < 0x80) return {lead, 1, true};
  const auto length = static_cast<uint8_t>(lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0);
  if (length == 0 || end - at < length) return {};
  char32_t point = lead & (0x7Fu >> length);
  for (uint8_t i = 1; i < length; ++i) {
    if ((at[i] & 0xC0) != 0x80) return {};
    point = point << 6 | (at[i] & 0x3Fu);
  }
  const char32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  if (point < least || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return {};
  return {point, length, true};
}

inline const uint8_t* as_bytes(std::string_view text) { return reinterpret_cast<const uint8_t*>(text.data()); }

}  // namespace pidun
