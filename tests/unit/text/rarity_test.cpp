// The promises of text/rarity.h: frequent characters cost less than rare ones, and these less than no text at all.
#include "text/rarity.h"

#include <catch2/catch.hpp>
#include <string_view>

using namespace pidun;
using namespace std::literals;

TEST_CASE("rarity: the more a character is met, the fewer bits", "[text][rarity]") {
  const char32_t ascending[] = {U'a', U'人', U'姓', U'渤', U'龘', U'\uE000'};
  for (size_t i = 1; i < std::size(ascending); ++i) {
    CAPTURE(i);
    CHECK(rarity(ascending[i - 1]) < rarity(ascending[i]));
  }
  CHECK(rarity(U'張') == rarity(U'张'));
  CHECK(rarity(U'\n') == rarity(U'a'));
  CHECK(rarity(char32_t{1}) > rarity(U'a'));
}

TEST_CASE("rarity: text has few bits in its own charset and many in others", "[text][rarity]") {
  const std::string_view gbk = "\xD0\xD5\xC3\xFB\xA3\xBA\xD5\xC5\xC8\xFD";  // 姓名：张三
  const uint32_t own = rarity(Charset::gb18030, gbk, false).bits;
  for (const Charset charset : {Charset::utf8, Charset::big5, Charset::utf16le, Charset::utf16be})
    CHECK(rarity(charset, gbk, false).bits > own + 16);
  CHECK(rarity(Charset::gb18030, gbk, false).plausible(Charset::gb18030));
  CHECK_FALSE(rarity(Charset::utf16le, gbk, false).plausible(Charset::utf16le));
}

TEST_CASE("rarity: surrogates written as UTF-8 leave a line UTF-8", "[text][rarity]") {
  const std::string_view line = "\xED\xA0\xBD\xED\xB8\x80 手机号："sv;
  const Rarity own = rarity(Charset::utf8, line, false), gbk = rarity(Charset::gb18030, line, false);
  CHECK(own.invalid == 2);
  CHECK(own.bits < gbk.bits);
  CHECK(own.plausible(Charset::utf8));
}

TEST_CASE("rarity: a character cut short costs nothing when more is to come", "[text][rarity]") {
  struct Case {
    Charset charset;
    std::string_view bytes;
  };
  const Case cases[] = {{Charset::utf8, "a\xE5\xBC"sv},          {Charset::gb18030, "a\xD5"sv},
                        {Charset::gb18030, "a\x81\x30\x81"sv},   {Charset::big5, "a\xA4"sv},
                        {Charset::utf16le, "a\0\x3D\xD8\x00"sv}, {Charset::utf16be, "\0a\xD8\x3D"sv}};
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(rarity(c.charset, c.bytes, true).bits == rarity(U'a'));
    CHECK(rarity(c.charset, c.bytes, false).bits >= rarity(U'a') + 24u);
  }
}
