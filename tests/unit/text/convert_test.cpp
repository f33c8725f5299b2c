// The promises of text/convert.h and text/read_char.h: every code of every charset becomes what ICU says it is, or what
// GB18030-2022 says where ICU's table is older; what is no text becomes U+FFFD byte by byte.
#include "text/convert.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "support/encode.h"
#include "support/public_data.h"
#include "text/charset_tables.h"
#include "text/read_char.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

DecodedText convert_all(Charset charset, std::string_view bytes) {
  DecodedText out;
  CHECK(convert(charset, bytes, 0, bytes.size(), out) == bytes.size());
  return out;
}

std::string utf8_of(char32_t point) {
  char bytes[4];
  return {bytes, write_utf8(point, bytes)};
}

std::string four(uint32_t linear) {
  return {static_cast<char>(0x81 + linear / 12600), static_cast<char>(0x30 + linear / 1260 % 10),
          static_cast<char>(0x81 + linear / 10 % 126), static_cast<char>(0x30 + linear % 10)};
}

const std::string kBad = "\xEF\xBF\xBD";

}  // namespace

TEST_CASE("convert: every code point that ICU can write in a charset is read back, with its span", "[text][convert]") {
  for (const Charset charset : kCharsets) {
    size_t wrong = 0, read = 0;
    for (char32_t point = 1; point < 0x110000; point += point < 0x30000 ? 1 : 77) {
      if (point >= 0xD800 && point < 0xF900) continue;          // surrogates; private characters have their own test
      if (charset == Charset::big5 && point == 0x80) continue;  // ICU's byte 80, a control
      const std::string text = utf8_of(point), bytes = encode(charset, text);
      if (bytes.find('\x1A') != std::string::npos || decode_by_icu(charset, bytes) != text) continue;  // not in it
      const DecodedText out = convert_all(charset, bytes);
      ++read;
      wrong += out.text == text && out.invalid == 0 && out.map.size() == text.size() &&
                       out.map.source_of({0, text.size()}) == Span{0, bytes.size()}
                   ? 0u
                   : 1u;
    }
    CAPTURE(icu_name(charset), read);
    CHECK(read > (charset == Charset::big5 ? 13000u : 190000u));
    CHECK(wrong == 0);
  }
}

TEST_CASE("convert: the characters that GB18030-2022 moved out of the private use area are where Unicode has them",
          "[text][convert]") {
  const std::map<std::string, char32_t> moved = {{"\xA6\xD9", 0xFE10},
                                                 {"\xA6\xDA", 0xFE12},
                                                 {"\xA6\xDB", 0xFE11},
                                                 {"\xA6\xDC", 0xFE13},
                                                 {"\xA6\xDD", 0xFE14},
                                                 {"\xA6\xDE", 0xFE15},
                                                 {"\xA6\xDF", 0xFE16},
                                                 {"\xA6\xEC", 0xFE17},
                                                 {"\xA6\xED", 0xFE18},
                                                 {"\xA6\xF3", 0xFE19},
                                                 {"\xFE\x59", 0x9FB4},
                                                 {"\xFE\x61", 0x9FB5},
                                                 {"\xFE\x66", 0x9FB6},
                                                 {"\xFE\x67", 0x9FB7},
                                                 {"\xFE\x6D", 0x9FB8},
                                                 {"\xFE\x7E", 0x9FB9},
                                                 {"\xFE\x90", 0x9FBA},
                                                 {"\xFE\xA0", 0x9FBB},
                                                 // The six that the standard left, since they would need four bytes.
                                                 {"\xFE\x51", 0xE816},
                                                 {"\xFE\x52", 0xE817},
                                                 {"\xFE\x53", 0xE818},
                                                 {"\xFE\x6C", 0xE831},
                                                 {"\xFE\x76", 0xE83B},
                                                 {"\xFE\x91", 0xE855}};
  REQUIRE(moved.size() == 24);
  for (const auto& [bytes, point] : moved) {
    CAPTURE(static_cast<uint32_t>(point));
    CHECK(convert_all(Charset::gb18030, bytes).text == utf8_of(point));
  }
}

TEST_CASE("convert: every pair and every four-byte code of GB18030 is as ICU has it, but for those moved",
          "[text][convert]") {
  size_t differ = 0;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail == 0x7F) continue;
      const std::string bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      differ += convert_all(Charset::gb18030, bytes).text == decode_by_icu(Charset::gb18030, bytes) ? 0u : 1u;
    }
  CHECK(differ == 19);  // 18 moved by GB18030-2022, and the blank A3A0
  differ = 0;
  for (uint32_t linear = 0; linear < 189000 + 0x100000; linear += linear < 41000 ? 1 : 97) {
    const std::string bytes = four(linear);
    const DecodedText out = convert_all(Charset::gb18030, bytes);
    if (out.invalid == 0 && out.text == decode_by_icu(Charset::gb18030, bytes)) continue;
    // Not assigned: the first byte is skipped, and the digit behind it stays a digit.
    differ += out.text.substr(0, 4) == kBad + bytes[1] ? 0u : 1u;
  }
  CHECK(differ == 0);
}

TEST_CASE("convert: bytes that are no text become U+FFFD one by one, and text goes on behind them", "[text][convert]") {
  struct Case {
    Charset charset;
    std::string_view bytes;
    std::string text;
    uint64_t invalid;
  };
  using namespace std::literals;
  const Case cases[] = {
      {Charset::utf8,
       "1\xE4\xBD"
       "2"sv,
       "1" + kBad + kBad + "2", 2},
      {Charset::utf8, "\xC0\x80"sv, kBad + kBad, 2},
      {Charset::utf8, "\xED\xA0\x80\xED\xB0\x80"sv, kBad + kBad + kBad + kBad + kBad + kBad, 6},
      {Charset::utf8, "\xF0\x9F\x98"sv, kBad + kBad + kBad, 3},
      {Charset::gb18030,
       "\xD5"
       "138"sv,
       kBad + "138", 1},
      {Charset::gb18030,
       "\xFF"
       "1"sv,
       kBad + "1", 1},
      {Charset::gb18030,
       "\x80"
       "1"sv,
       "€1", 0},
      {Charset::gb18030, "\xD5"sv, kBad, 1},
      {Charset::gb18030, "\x81\x30\x81"sv, kBad + "0" + kBad, 2},
      {Charset::gb18030, "\xFE\x39\xFE\x39"sv, kBad + "9" + kBad + "9", 2},
      {Charset::gb18030, "\xD5\x7F"sv, kBad + "\x7F", 1},
      {Charset::gb18030, "\xD5\n13800138000"sv, kBad + "\n13800138000", 1},
      {Charset::big5, "\xFF\xA4\xA4"sv, kBad + "中", 1},
      {Charset::big5, "\xA3\xFE\xA4\xA4"sv, kBad + kBad + "中", 2},
      {Charset::big5,
       "\xA4"
       "1"sv,
       kBad + "1", 1},
      {Charset::utf16le,
       "1\0\x00\xD8"
       "2\0"sv,
       "1" + kBad + "2", 1},
      {Charset::utf16le,
       "\x00\xDC"
       "2\0"sv,
       kBad + "2", 1},
      {Charset::utf16le,
       "1\0"
       "2"sv,
       "1" + kBad, 1},
      {Charset::utf16be, "\xD8\x3D\xDE\x00\0a"sv,
       "\xF0\x9F\x98\x80"
       "a",
       0},
      {Charset::utf16be, "\xD8\x3D"sv, kBad, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(icu_name(c.charset), c.bytes, c.text);
    const DecodedText out = convert_all(c.charset, c.bytes);
    CHECK(out.text == c.text);
    CHECK(out.invalid == c.invalid);
    CHECK(out.map.size() == out.text.size());
  }
}

TEST_CASE("convert: characters cut short at every byte leave no other character wrong", "[text][convert]") {
  const std::string text = "甲1乙";
  for (const Charset charset : kCharsets) {
    const std::string bytes = encode(charset, text);
    for (size_t size = 0; size <= bytes.size(); ++size) {
      CAPTURE(icu_name(charset), size);
      const DecodedText out = convert_all(charset, bytes.substr(0, size));
      const std::string good = out.text.substr(0, out.text.find(kBad));
      CHECK(text.substr(0, good.size()) == good);
      CHECK(is_valid_utf8(out.text));
      CHECK(out.invalid == (out.text.size() - good.size()) / 3);
    }
  }
}

TEST_CASE("convert: a long text costs a piece for each run of alike characters, not for each character",
          "[text][convert]") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "姓名张三电话13900001234，";
  const std::string bytes = encode(Charset::gb18030, text);
  const DecodedText out = convert_all(Charset::gb18030, bytes);
  CHECK(out.text == text);
  CHECK(out.map.pieces() == 6001);  // the comma goes on into the next 姓
  const size_t at = text.find("13900001234", text.size() / 2);
  const Span source = out.map.source_of({at, at + 11});
  CHECK(bytes.substr(source.begin, source.size()) == "13900001234");
}

TEST_CASE("convert: the published GB18030 vectors are read as they stand, both ways", "[text][convert]") {
  const auto folder = public_data("enc_gb18030");
  if (folder.empty()) return;
  const std::pair<const char*, const char*> vectors[] = {{"gb18030_in.txt", "gb18030_in_ref.txt"},
                                                         {"gb18030_out_ref.txt", "gb18030_out.txt"}};
  for (const auto& [from, to] : vectors) {
    CAPTURE(from);
    const std::string bytes = read_bytes(folder / from), text = read_bytes(folder / to);
    REQUIRE(bytes.size() > 70000);
    const DecodedText out = convert_all(Charset::gb18030, bytes);
    CHECK(out.invalid == 0);
    size_t differ = 0, line = 0;
    std::string first;
    for (size_t a = 0, b = 0; a < out.text.size() && b < text.size(); ++line) {
      const size_t end_a = out.text.find('\n', a), end_b = text.find('\n', b);
      if (out.text.substr(a, end_a - a) != text.substr(b, end_b - b)) {
        ++differ;
        if (first.empty()) first = std::to_string(line) + out.text.substr(a, end_a - a) + text.substr(b, end_b - b);
      }
      if (end_a == std::string::npos || end_b == std::string::npos) break;
      a = end_a + 1;
      b = end_b + 1;
    }
    CAPTURE(first);
    CHECK(differ == 0);
    CHECK(out.text == text);
  }
}
