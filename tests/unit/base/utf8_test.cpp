#include "base/utf8.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

std::string encoded(uint32_t value) {
  const auto byte = [](uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (value < 0x80) return {byte(value)};
  if (value < 0x800) return {byte(0xC0 | value >> 6), byte(0x80 | (value & 63))};
  if (value < 0x10000) return {byte(0xE0 | value >> 12), byte(0x80 | (value >> 6 & 63)), byte(0x80 | (value & 63))};
  return {byte(0xF0 | value >> 18), byte(0x80 | (value >> 12 & 63)), byte(0x80 | (value >> 6 & 63)),
          byte(0x80 | (value & 63))};
}

}  // namespace

TEST_CASE("every character comes back from its bytes, and surrogates do not") {
  for (uint32_t value = 0; value <= 0x10FFFF; ++value) {
    const std::string bytes = encoded(value);
    const CodePoint read = decode_utf8(bytes + "x");
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (surrogate ? read.bytes != 0 : read.value != value || read.bytes != bytes.size()) FAIL(value);
    if (decode_utf8(std::string_view(bytes).substr(0, bytes.size() - 1)).bytes != 0) FAIL("cut " << value);
  }
  SUCCEED();
}

TEST_CASE("bytes that begin no character") {
  for (const char* bytes :
       {"", "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE4\xB8", "\xE4\xB8x"}) {
    CHECK(decode_utf8(bytes).bytes == 0);
  }
}

}  // namespace pidun
