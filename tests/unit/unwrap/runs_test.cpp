// Base64 and hex runs: decoded bytes with their sources, lines that belong together, and where groups begin.
#include "unwrap/runs.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/encodings.h"
#include "support/simd_targets.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("base64: every byte comes from the characters that hold its bits, also over a line break", "[unwrap]") {
  std::string out;
  OffsetMap map;
  REQUIRE(decode_base64("MTM5\r\nMD\n AwMQ", 10, out, map));
  REQUIRE(out == "1390001");
  const Span expected[] = {{10, 12}, {11, 13}, {12, 14}, {16, 18}, {17, 21}, {20, 22}, {22, 24}};
  for (uint64_t i = 0; i < out.size(); ++i) CHECK(map.source_of({i, i + 1}) == expected[i]);
}

TEST_CASE("base64: both alphabets, every length of the last group", "[unwrap]") {
  struct Case {
    const char* text;
    const char* decoded;
  };
  const Case cases[] = {{"MTM", "13"},  {"MT", "1"},    {"M", ""},      {"77-l", "￥"},
                        {"77+l", "￥"}, {"_w", "\xFF"}, {"/w", "\xFF"}, {"", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::string out;
    OffsetMap map;
    CHECK(decode_base64(c.text, 0, out, map) == (*c.decoded != '\0'));
    CHECK(out == c.decoded);
    CHECK(map.size() == out.size());
  }
}

TEST_CASE("base64: vectors read as single characters do, up to the first byte that is none", "[unwrap]") {
  static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
  std::string text;
  for (size_t i = 0; i < 400; ++i) text += kLetters[i * 2654435761u % 4294967296u / 65536 % 66];
  const auto both = [](const std::string& characters) {
    std::string whole, single;
    OffsetMap map;
    decode_base64(characters, 7, whole, map);
    // Up to 60 characters at once are read without vectors; a group goes on across other bytes.
    std::string only;
    for (const char c : characters)
      if (std::string_view(kLetters).find(c) != std::string_view::npos) only += c;
    for (size_t at = 0; at < only.size(); at += 60) {
      OffsetMap none;
      decode_base64(only.substr(at, 60), 0, single, none);
    }
    CHECK(whole == single);
    CHECK(map.size() == whole.size());
  };
  on_every_target([&](const char*) {
    both(text);
    for (const size_t size : {64u, 65u, 127u, 128u, 300u}) both(text.substr(0, size));
    for (int byte = 0; byte < 256; ++byte) {
      if (byte == 0) continue;
      std::string other = text;
      other[200 + static_cast<size_t>(byte) % 64] = static_cast<char>(byte);
      CAPTURE(byte);
      both(other);
    }
  });
}

TEST_CASE("hex: pairs to bytes", "[unwrap]") {
  std::string out;
  OffsetMap map;
  REQUIRE(decode_hex("31e5BCA0", 5, out, map));
  CHECK(out == "1张");
  CHECK(map.source_of({1, 4}) == Span{7, 13});
}

namespace {

Block joined(const std::string& text, size_t begin) {
  Spots spots;
  spots.find(text);
  Block block{begin, spots.base64_end(begin), 0};
  join_lines(text, spots, block);
  return block;
}

const std::string kLong = base64_of(std::string(300, '1') + "手机13900001234");

}  // namespace

TEST_CASE("lines: wrapped base64 is one block, whatever the width, indentation and line end", "[unwrap]") {
  for (const size_t width : {48u, 60u, 64u, 75u, 76u, 77u, 100u}) {
    for (const std::string between : {"\n", "\r\n", "\n    ", "\r\n\t"}) {
      CAPTURE(width, between);
      const std::string text = wrapped(kLong, width, between);
      const Block block = joined(text, 0);
      CHECK(block.end == text.find_last_not_of('=') + 1);
      CHECK(block.line_length == width);
    }
  }
}

TEST_CASE("lines: the first line may be shorter; a list of tokens and prose are not joined", "[unwrap]") {
  const std::string text = "Body: " + kLong.substr(0, 40) + "\n" + wrapped(kLong.substr(40), 76, "\n");
  CHECK(joined(text, 6).end == text.find_last_not_of('=') + 1);
  CHECK(joined("MTM5MDAwMDEyMzQ\nMTM5MDAwMDEyMzQ\n", 0).end == 15);
  const std::string prose = kLong.substr(0, 76) + "\nDear all, this is prose\n";
  CHECK(joined(prose, 0).end == 76);
  const std::string empty_line = kLong.substr(0, 76) + "\n\n" + kLong.substr(76, 76);
  CHECK(joined(empty_line, 0).end == 76);
  CHECK(joined(kLong.substr(0, 76) + "\n" + kLong.substr(76, 80), 0).end == 76 + 1 + 80);  // a longer second line
  const std::string padded = kLong.substr(0, 75) + "=\n" + kLong.substr(0, 76);
  CHECK(joined(padded, 0).end == 75);
}

TEST_CASE("groups: the last whole group not behind a place", "[unwrap]") {
  const std::string text = "MTM5MDAwMDEyMzQ";
  CHECK(aligned_before(text, {0, 15, 0}, 0, 4) == 0);
  CHECK(aligned_before(text, {0, 15, 0}, 7, 4) == 4);
  CHECK(aligned_before(text, {1, 15, 0}, 8, 4) == 5);
  CHECK(aligned_before(text, {3, 15, 0}, 1, 4) == 3);
  CHECK(aligned_before(text, {0, 15, 0}, 100, 4) == 12);
  CHECK(aligned_before(text, {0, 15, 0}, 7, 2) == 6);
  const std::string lines = "MTM5MD\nAwMDEy\nMzQ";
  CHECK(aligned_before(lines, {0, lines.size(), 6}, 6, 4) == 4);
  CHECK(aligned_before(lines, {0, lines.size(), 6}, 9, 4) == 9);
  CHECK(aligned_before(lines, {0, lines.size(), 6}, 100, 4) == 14);
}

TEST_CASE("data URI: its head belongs to it", "[unwrap]") {
  const std::string text = "url(data:text/plain;base64,MTM5";
  CHECK(data_uri_begin(text, 27) == 4);
  CHECK(data_uri_begin("x;base64,MTM5", 9) == 9);
  CHECK(data_uri_begin("MTM5", 0) == 0);
}

TEST_CASE("plausible: text is told from names, hashes and binary", "[unwrap]") {
  CHECK(base64_form("MTM5MDAwMDEyMzQ", false) == TextForm::utf8);
  CHECK(base64_form("1cXI/TEzOTAwMDAxMjM0", false) == TextForm::gb18030);
  for (const char* name :
       {"DefaultListableBeanFactory", "HttpServletRequestWrapper", "iVBORw0KGgoAAAANSUhEUg", "AKIAIOSFODNN7EXAMPLE",
        "9f86d081884c7d659a2feaa0c55ad015", "UnauthorizedOperationException"})
    CHECK(base64_form(name, false) == TextForm::none);
  CHECK(hex_form("3133393030303031323334", false) == TextForm::utf8);
  CHECK(hex_form("9f86d081884c7d659a2feaa0c55ad015", false) == TextForm::none);
}
