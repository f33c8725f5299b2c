// The promises of text/utf8.h: strict UTF-8, read and written, and quick to prove.
#include "text/utf8.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/random.h"
#include "support/simd_targets.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Char read(std::string_view bytes) { return read_utf8(as_bytes(bytes), as_bytes(bytes) + bytes.size()); }

// The slow way.
bool is_valid_by_character(std::string_view bytes) {
  while (!bytes.empty()) {
    const Char c = read(bytes);
    if (!c.valid) return false;
    bytes.remove_prefix(c.length);
  }
  return true;
}

// Chinese for the most part, with every other kind of character now and then, and `faults` bytes changed.
std::string any_text(Random& random, size_t size, size_t faults) {
  constexpr const char* kOften[] = {"张", "，", "a", "0", "。", "手机号", " ", "１"};
  constexpr const char* kSeldom[] = {"é", "𠮷", "한", "\uD7FF", "\uE000", "ࠀ", "\uFFFF", "\U0010FFFF"};
  std::string text;
  while (text.size() < size) text += random.one_in(60) ? random.of(kSeldom) : random.of(kOften);
  constexpr std::string_view kBytes = "\x80\xBF\xC0\xC1\xC2\xDF\xE0\xE4\xED\xEF\xF0\xF4\xF5\xFF\x9F\xA0z";
  for (size_t i = 0; i < faults && !text.empty(); ++i)
    text[random.below(text.size())] = kBytes[random.below(kBytes.size())];
  if (random.one_in(2)) text.resize(text.size() - random.below(std::min<size_t>(4, text.size())));
  return text;
}

}  // namespace

TEST_CASE("utf8: proved valid is what is valid character by character, on every target", "[text][utf8]") {
  on_every_target([](const char*) {
    Random random(11);
    size_t wrong = 0, valid = 0, common = 0;
    for (int i = 0; i < 40000; ++i) {
      const std::string text = any_text(random, 1 + random.below(i % 100 == 0 ? 5000 : 400), random.below(3));
      const bool expected = is_valid_by_character(text);
      wrong += is_valid_utf8(text) == expected ? 0u : 1u;
      valid += expected ? 1u : 0u;
      const size_t prefix = common_prefix(text);
      wrong += is_valid_by_character(text.substr(0, prefix)) ? 0u : 1u;
      common += prefix;
    }
    CHECK(wrong == 0);
    CHECK(valid > 8000);
    CHECK(valid < 32000);
    CHECK(common > 100000);
  });
}

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
