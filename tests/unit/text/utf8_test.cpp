// The promises of text/utf8.h: strict UTF-8, read and written, and quick to prove.
#include "text/utf8.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pidun;

namespace {

Char read(std::string_view bytes) { return read_utf8(as_bytes(bytes), as_bytes(bytes) + bytes.size()); }

}  // namespace

TEST_CASE("utf8: every code point written is read back, and proved valid", "[text][utf8]") {
  size_t wrong = 0;
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    char bytes[4];
    const uint8_t length = write_utf8(point, bytes);
    const Char c = read({bytes, length});
    wrong += c.valid && c.point == point && c.length == length && is_valid_utf8({bytes, length}) ? 0u : 1u;
    // Cut short, it is no character.
    for (uint8_t cut = 1; cut < length; ++cut) wrong += read({bytes, cut}).valid ? 1u : 0u;
  }
  CHECK(wrong == 0);
}

TEST_CASE("utf8: what RFC 3629 forbids is not read", "[text][utf8]") {
  const std::string_view cases[] = {"\x80",
                                    "\xBF",
                                    "\xC0\x80",
                                    "\xC1\xBF",
                                    "\xE0\x80\x80",
                                    "\xE0\x9F\xBF",
                                    "\xED\xA0\x80",
                                    "\xED\xBF\xBF",
                                    "\xF0\x80\x80\x80",
                                    "\xF0\x8F\xBF\xBF",
                                    "\xF4\x90\x80\x80",
                                    "\xF5\x80\x80\x80",
                                    "\xFE",
                                    "\xFF",
                                    "\xC2"
                                    "A",
                                    "\xE4\xBD"
                                    "A",
                                    "\xE4\x41\xBD"};
  for (const std::string_view c : cases) {
    CAPTURE(c);
    CHECK_FALSE(read(c).valid);
    CHECK(read(c).length == 1);
    CHECK_FALSE(is_valid_utf8(c));
  }
}

TEST_CASE("utf8: the ASCII a text begins with is counted to the byte", "[text][utf8]") {
  for (size_t size = 0; size < 200; ++size) {
    std::string text(size, 'a');
    CHECK(ascii_prefix(text) == size);
    text += "\xE4\xBD\xA0";
    CHECK(ascii_prefix(text) == size);
    CHECK(ascii_prefix(text + std::string(100, 'b')) == size);
    CHECK_FALSE(is_ascii(text));
  }
}
