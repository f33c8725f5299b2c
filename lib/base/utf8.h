// One character of UTF-8 at a time, out of bytes that may be anything. Tested in tests/unit/base/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

struct CodePoint {
  uint32_t value = 0;
  size_t bytes = 0;  // 0 at the end, and where no character begins
};

// The character that `bytes` begins with: no overlong form, no surrogate, nothing above U+10FFFF.
constexpr CodePoint decode_utf8(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(bytes[i])); };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return {};
  uint32_t value = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return {};
  return {value, length};
}

// The code point that three bytes spell, if they are those of a character.
constexpr uint32_t point_of_three(const char* bytes) {
  const auto part = [&](int i, uint32_t bits) { return static_cast<unsigned char>(bytes[i]) & bits; };
  return part(0, 0xF) << 12 | part(1, 0x3F) << 6 | part(2, 0x3F);
}

// Writes a code point that is no surrogate; returns how many bytes, at most 4.
inline uint8_t write_utf8(char32_t point, char* out) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<uint8_t>(value)); };
  if (point < 0x80) {
    out[0] = byte(point);
    return 1;
  }
  if (point < 0x800) {
    out[0] = byte(0xC0 | point >> 6);
    out[1] = byte(0x80 | (point & 0x3F));
    return 2;
  }
  if (point < 0x10000) {
    out[0] = byte(0xE0 | point >> 12);
    out[1] = byte(0x80 | (point >> 6 & 0x3F));
    out[2] = byte(0x80 | (point & 0x3F));
    return 3;
  }
  out[0] = byte(0xF0 | point >> 18);
  out[1] = byte(0x80 | (point >> 12 & 0x3F));
  out[2] = byte(0x80 | (point >> 6 & 0x3F));
  out[3] = byte(0x80 | (point & 0x3F));
  return 4;
}

}  // namespace pidun
