// The decoders of escapes: what each makes of a text, and the source span of every byte of it.
#include "unwrap/decoders.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "unwrap/hex_digits.h"
#include "unwrap/utf8.h"

using namespace pidun;

namespace {

struct Decoded {
  std::string text;
  OffsetMap map;
  bool changed = false;
  BackslashTraits traits;
};

template <class Decode>
Decoded decoded(const Decode& decode, std::string_view text) {
  Decoded result;
  result.changed = decode(text, result);
  REQUIRE(result.map.size() == result.text.size());
  REQUIRE(result.text.size() <= text.size());
  return result;
}

Decoded backslashes(std::string_view text) {
  return decoded([](auto t, Decoded& d) { return decode_backslashes(t, 7, d.text, d.map, d.traits); }, text);
}
Decoded percent(std::string_view text, bool form = false) {
  return decoded([&](auto t, Decoded& d) { return decode_percent(t, 7, form, d.text, d.map); }, text);
}
Decoded entities(std::string_view text) {
  return decoded([](auto t, Decoded& d) { return decode_entities(t, 7, d.text, d.map); }, text);
}
Decoded quoted_printable(std::string_view text) {
  return decoded([](auto t, Decoded& d) { return decode_quoted_printable(t, 7, d.text, d.map); }, text);
}

struct Case {
  std::string text;
  std::string decoded;
};

template <class Decode>
void check(const std::vector<Case>& cases, const Decode& decode) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Decoded result = decode(c.text);
    CHECK(result.text == c.decoded);
    CHECK(result.changed == (c.text != c.decoded));
  }
}

// "begin-end" of the source of each decoded byte, relative to the text.
std::string spans(const Decoded& result) {
  std::string text;
  for (uint64_t i = 0; i < result.text.size(); ++i) {
    const Span span = result.map.source_of({i, i + 1});
    text += (i == 0 ? "" : " ") + std::to_string(span.begin - 7) + "-" + std::to_string(span.end - 7);
  }
  return text;
}

}  // namespace

TEST_CASE("decode: backslash escapes of JSON and JavaScript", "[unwrap]") {
  check({{"a\\nb\\tc\\r\\b\\f", "a\nb\tc\r\b\f"},
         {"\\\"x\\/\\\\", "\"x/\\"},
         {"\\\\u0031", "\\u0031"},
         {"\\\\\\u0031", "\\1"},
         {"\\u5f20\\u4E09", "张三"},
         {"\\uD83D\\uDE00!", "😀!"},
         {"\\ud83d alone", "\\ud83d alone"},
         {"\\ud83d\\u0031", "\\ud83d1"},
         {"\\ude00\\ud83d", "\\ude00\\ud83d"},
         {"\\u5f2", "\\u5f2"},
         {"\\u5f2g", "\\u5f2g"},
         {"\\u", "\\u"},
         {"\\", "\\"},
         {"\\u{5f20}\\u{1F600}\\u{}", "张😀\\u{}"},
         {"\\u{110000}\\u{d800}\\u{1", "\\u{110000}\\u{d800}\\u{1"},
         {"\\x31\\x39", "19"},
         {"\\xE5\\xBC\\xA0", "张"},
         {"\\xe5\\xbc", "\xe5\xbc"},
         {"\\xd5\\xc5", "\xd5\xc5"},
         {"\\xA0x", "\xC2\xA0x"},
         {"\\'\\`\\v", "'`\v"},
         {"\\d{11} C:\\data \\0", "\\d{11} C:\\data \\0"},
         {"no escape", "no escape"},
         {"", ""}},
        backslashes);
  CHECK_FALSE(backslashes("\\u0031\\n").traits.beyond_json);
  CHECK(backslashes("\\x31").traits.beyond_json);
  // What comes out may be a part of something encoded once more, or it can not.
  for (const char* quiet : {"a\\nb", "\\\"\\t\\r\\n", "\\u5f20", "\\d", "= \\n"})
    CHECK_FALSE(backslashes(quiet).traits.may_encode);
  for (const char* encoded : {"\\u0025", "\\/", "\\\\n", "=\\n", "\\u0041", "\\x41", "\\ud83d\\ude00"})
    CHECK(backslashes(encoded).traits.may_encode);
  // The same of disguises.
  for (const char* plain : {"a\\nb", "\\u5f20", "\\u2019"}) CHECK_FALSE(backslashes(plain).traits.may_fold);
  for (const char* disguised : {"\\uff11", "\\u4e00", "\\u200b", "\\u2014", "\\u0031", "\\ud835\\udfcf"})
    CHECK(backslashes(disguised).traits.may_fold);
}

TEST_CASE("decode: percent-encoding, and where a plus is a space", "[unwrap]") {
  check({{"%E5%BC%A0%20a", "张 a"},
         {"%u5F20%u4e09", "张三"},
         {"%uD83D%uDE00", "😀"},
         {"%uD83D", "%uD83D"},
         {"%uD83D%u0031", "%uD83D1"},
         {"%25E5", "%E5"},
         {"100%", "100%"},
         {"%4", "%4"},
         {"%4g%31", "%4g1"},
         {"50%13900001234", "50%13900001234"},
         {"%00%7F%0A", "%00%7F\n"},
         {"a+b%20c", "a+b c"},
         {"q=a+b%20c+d e+f", "q=a b c d e+f"},
         {"p=+86139%20x", "p=+86139 x"},
         {"x y=%31+2", "x y=1 2"},
         {"1+1=2", "1+1=2"}},
        [](const std::string& text) { return percent(text); });
  check({{"a+b", "a b"}, {"a=+86+b%2B", "a= 86 b+"}, {"plain", "plain"}},
        [](const std::string& text) { return percent(text, true); });
}

TEST_CASE("decode: entities, with and without semicolon", "[unwrap]") {
  check({{"&lt;a&gt; &amp;amp; &quot;&apos;", "<a> &amp; \"'"},
         {"&#49;&#x33;&#X39;", "139"},
         {"&#49&#51x", "13x"},
         {"&#x5F20;&#19977;", "张三"},
         {"&#128512;", "😀"},
         {"&#128;&#x9F;", "€Ÿ"},
         {"&#0;&#xD800;&#1114112;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD9;"},
         {"a&nbsp;b&nbsp", "a\u00A0b\u00A0"},
         {"a=1&copy=2&lt=3&ltd", "a=1&copy=2&lt=3&ltd"},
         {"&lt ", "< "},
         {"&colon 1", "&colon 1"},
         {"&colon;&commat;&lpar;", ":@("},
         {"&unknown; &; &# &#; &#x; &", "&unknown; &; &# &#; &#x; &"}},
        entities);
}

TEST_CASE("decode: quoted-printable bytes and soft line breaks", "[unwrap]") {
  check({{"=E5=BC=A0=3D", "张="},
         {"139=\r\n0000=\n1234", "13900001234"},
         {"a= \t\nb", "ab"},
         {"a==41", "a=A"},
         {"x=13y=1", "x=13y=1"},
         {"=", "="},
         {"=\r", "=\r"},
         {"=0A=0d=09", "\n\r\t"}},
        quoted_printable);
}

TEST_CASE("decode: doubled quotes of CSV", "[unwrap]") {
  check({{"a\"\"b", "a\"b"}, {"\"\"\"\"", "\"\""}, {"\"\"\"", "\"\""}, {"a\"b", "a\"b"}}, [](const std::string& text) {
    return decoded([](auto t, Decoded& d) { return decode_csv_quotes(t, 7, d.text, d.map); }, text);
  });
}

TEST_CASE("decode: every decoded byte leads to the bytes that spell it", "[unwrap]") {
  CHECK(spans(backslashes("a\\u0031\\nb")) == "0-1 1-7 7-9 9-10");
  CHECK(spans(backslashes("\\u5f20x")) == "0-6 0-6 0-6 6-7");
  CHECK(spans(backslashes("\\uD83D\\uDE00")) == "0-12 0-12 0-12 0-12");
  CHECK(spans(backslashes("\\xE5\\xBC\\xA01")) == "0-12 0-12 0-12 12-13");
  CHECK(spans(percent("1%32%33x")) == "0-1 1-4 4-7 7-8");
  CHECK(spans(percent("%u00e9")) == "0-6 0-6");
  CHECK(spans(entities("&#49;&#50;3")) == "0-5 5-10 10-11");
  CHECK(spans(quoted_printable("1=\r\n2=33")) == "0-1 4-5 5-8");
  CHECK(quoted_printable("1=\r\n2").map.source_of({0, 2}) == Span{7, 12});
}

TEST_CASE("decode: an escape cut off anywhere stays as it is", "[unwrap]") {
  for (const std::string whole : {"\\uD83D\\uDE00", "\\u{1F600}", "\\x31"})
    for (size_t length = 1; length < whole.size(); ++length)
      CHECK(backslashes(whole.substr(0, length)).text[0] == '\\');
  for (const std::string whole : {"%31", "%u5F20"})
    for (size_t length = 1; length < whole.size(); ++length)
      CHECK(percent(whole.substr(0, length)).text == whole.substr(0, length));
  CHECK(entity_length("&#", 0) == 0);
  CHECK(entity_length("&", 0) == 0);
  CHECK(entity_length("&#49", 0) == 4);
  CHECK(backslash_escape_at("\\n", 0));
  CHECK_FALSE(backslash_escape_at("\\", 0));
}

TEST_CASE("utf8: characters are as long as they say, and only valid ones count", "[unwrap]") {
  struct Length {
    std::string text;
    size_t length;
  };
  const Length cases[] = {{"a", 1},
                          {"é", 2},
                          {"张", 3},
                          {"😀", 4},
                          {"\xE5\xBC", 0},
                          {"\xC0\x80", 0},
                          {"\xE0\x80\x80", 0},
                          {"\xED\xA0\x80", 0},
                          {"\xF4\x90\x80\x80", 0},
                          {"\x80", 0},
                          {"\xF0\x80\x80\x80", 0},
                          {"", 0}};
  for (const Length& c : cases) CHECK(decode_utf8(c.text).bytes == c.length);
  for (const uint32_t point : {0x41u, 0xE9u, 0x7FFu, 0x800u, 0x5F20u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    char bytes[4];
    const size_t length = write_utf8(point, bytes);
    CHECK(decode_utf8({bytes, length}).bytes == length);
  }
}

TEST_CASE("hex digits: values, and numbers of several", "[unwrap]") {
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('f') == 15);
  CHECK(hex_value('A') == 10);
  for (const char c : {'g', 'G', '/', ':', '@', '`', '\0', '\xFF'}) CHECK(hex_value(c) == -1);
  CHECK(hex_number("x5F20", 1, 4) == 0x5F20);
  CHECK(hex_number("5F2", 0, 4) == -1);
  CHECK(hex_number("5Fx0", 0, 4) == -1);
}
