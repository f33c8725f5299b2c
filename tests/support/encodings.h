// Encoders: the other way round from lib/unwrap, for tests that decode what was encoded.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace pidun::testing {

inline std::string base64_of(std::string_view bytes, bool url = false, bool padded = true) {
  const std::string alphabet =
      std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") + (url ? "-_" : "+/");
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const size_t have = bytes.size() - i < 3 ? bytes.size() - i : 3;
    uint32_t bits = 0;
    for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < have ? static_cast<uint8_t>(bytes[i + k]) : 0u);
    for (size_t k = 0; k < 4; ++k) {
      if (k <= have) text += alphabet[bits >> (18 - 6 * k) & 63];
      if (k > have && padded) text += '=';
    }
  }
  return text;
}

// Each byte by a printf format: "%%%02X", "=%02X", "%02x", "\\x%02x".
inline std::string bytes_as(const char* format, std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    char spelt[16];
    std::snprintf(spelt, sizeof spelt, format, static_cast<unsigned>(static_cast<uint8_t>(c)));
    text += spelt;
  }
  return text;
}

inline std::string hex_of(std::string_view bytes) { return bytes_as("%02x", bytes); }
inline std::string percent_of(std::string_view bytes) { return bytes_as("%%%02X", bytes); }

inline std::string wrapped(std::string_view text, size_t width, std::string_view between) {
  std::string lines;
  for (size_t at = 0; at < text.size(); at += width) {
    if (at > 0) lines += between;
    lines += text.substr(at, width);
  }
  return lines;
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// As PHP writes it in JSON.
inline std::string slashes_escaped(std::string text) { return replaced(std::move(text), "/", "\\/"); }

}  // namespace pidun::testing
