// The promises of text/decoder.h: clean UTF-8 is not copied, every line is read in its own charset, and offsets lead
// back to the bytes of the input.
#include "text/decoder.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "support/encode.h"
#include "support/public_data.h"
#include "text/utf8.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

DecodedText decode(std::string_view input, std::string_view hint = {}) {
  Decoder decoder(settle_charset(input, hint));
  DecodedText out;
  const Stretch stretch = decoder.read(Window(input, 0), input.size(), true, out);
  CHECK(stretch.input == Span{0, input.size()});
  CHECK(decoder.offset() == input.size());
  if (stretch.plain) {
    CHECK(out.text.empty());
    out.text = input;
    out.map.copy(0, input.size());
  }
  return out;
}

bool is_plain(std::string_view input, std::string_view hint = {}) {
  Decoder decoder(settle_charset(input, hint));
  DecodedText out;
  return decoder.read(Window(input, 0), input.size(), true, out).plain;
}

std::string source_of(std::string_view input, const DecodedText& decoded, std::string_view part) {
  const size_t at = decoded.text.find(part);
  if (at == std::string::npos) return "not found";
  const Span span = decoded.map.source_of({at, at + part.size()});
  return std::string(input.substr(span.begin, span.size()));
}

const std::string kLine = "姓名：张三 电话13900001234";

}  // namespace

TEST_CASE("decoder: ASCII and valid UTF-8 are plain in an input of UTF-8, ASCII in any but UTF-16", "[text][decoder]") {
  CHECK(is_plain("tel 13900001234\n"));
  CHECK(is_plain(kLine + "\n" + kLine));
  CHECK(is_plain("\xEF\xBB\xBF" + kLine));
  CHECK(is_plain("tel 13900001234\n", "gbk"));
  CHECK(is_plain("tel 13900001234\n", "big5"));
  CHECK_FALSE(is_plain(kLine + "\n\xD5\xC5"));
  CHECK_FALSE(is_plain(encode(Charset::gb18030, kLine)));
  CHECK_FALSE(is_plain(encode(Charset::utf16le, "tel 13900001234")));
}

TEST_CASE("decoder: a value is found at its bytes in every charset", "[text][decoder]") {
  for (const Charset charset : kCharsets) {
    const std::string text = charset == Charset::big5 ? "姓名：張三 電話13900001234" : kLine;
    const std::string input = encode(charset, text);
    CAPTURE(icu_name(charset));
    const DecodedText out = decode(input);
    CHECK(out.text == text);
    CHECK(out.invalid == 0);
    CHECK(source_of(input, out, "13900001234") == encode(charset, "13900001234"));
    CHECK(source_of(input, out, "三 电") == (charset == Charset::big5 ? "not found" : encode(charset, "三 电")));
  }
}

TEST_CASE("decoder: byte order marks of other charsets are no part of the text", "[text][decoder]") {
  using namespace std::literals;
  const std::string little = "\xFF\xFE" + encode(Charset::utf16le, kLine);
  const std::string big = "\xFE\xFF" + encode(Charset::utf16be, kLine);
  const std::string gb = "\x84\x31\x95\x33" + encode(Charset::gb18030, kLine);
  for (const std::string& input : {little, big, gb}) {
    const DecodedText out = decode(input);
    CHECK(out.text == kLine);
    CHECK(out.map.source_of({0, 3}).begin == (input == gb ? 4 : 2));
  }
  CHECK(decode("\xFF\xFE"sv).text.empty());
}

TEST_CASE("decoder: a GBK line in a log of UTF-8 and the reverse are both read", "[text][decoder]") {
  const std::string utf8 = "2024-03-01 INFO 用户登录成功\n", wanted = "2024-03-01 INFO " + kLine + "\n";
  for (const auto& [outer, inner] : {std::pair{Charset::utf8, Charset::gb18030},
                                     {Charset::gb18030, Charset::utf8},
                                     {Charset::utf8, Charset::big5}}) {
    const std::string line = inner == Charset::big5 ? "2024-03-01 INFO 姓名：張三 電話13900001234\n" : wanted;
    std::string input;
    for (int i = 0; i < 3; ++i) input += encode(outer, utf8);
    input += encode(inner, line) + encode(outer, utf8);
    CAPTURE(icu_name(outer), icu_name(inner));
    const DecodedText out = decode(input);
    CHECK(out.text == utf8 + utf8 + utf8 + line + utf8);
    CHECK(out.invalid == 0);
    CHECK(source_of(input, out, "13900001234") == "13900001234");
  }
}

TEST_CASE("decoder: a line longer than 4 KiB is judged piece by piece, and no character is torn", "[text][decoder]") {
  std::string text;
  while (text.size() < 60000) text += "a姓名：张三，电话：13900001234；";
  for (const Charset charset : {Charset::utf8, Charset::gb18030, Charset::utf16be}) {
    CAPTURE(icu_name(charset));
    const std::string input = encode(charset, text);
    CHECK(decode(input).text == text);
    // In a log of the other charset.
    const Charset other = charset == Charset::gb18030 ? Charset::utf8 : Charset::gb18030;
    const std::string mixed = encode(other, "用户登录成功，欢迎\n") + input;
    if (charset != Charset::utf16be) CHECK(decode(mixed).text == "用户登录成功，欢迎\n" + text);
  }
}

TEST_CASE("decoder: a wrong hint does not spoil what bytes show", "[text][decoder]") {
  for (const char* hint : {"utf-8", "gbk", "big5", "utf-16le", "utf-16be", "klingon"}) {
    CAPTURE(hint);
    CHECK(decode(kLine, hint).text == kLine);
    CHECK(decode(encode(Charset::gb18030, kLine), hint).text == kLine);
    CHECK(decode(encode(Charset::utf16le, kLine), hint).text == kLine);
  }
}

TEST_CASE("decoder: an unfinished unit waits for more, and the last one does not", "[text][decoder]") {
  const std::string input = encode(Charset::gb18030, kLine + "\n" + kLine);
  const size_t line = encode(Charset::gb18030, kLine + "\n").size();
  Decoder decoder(settle_charset(input, {}));
  DecodedText out;
  CHECK(decoder.read(Window(std::string_view(input).substr(0, line - 1), 0), line, false, out).input.size() == 0);
  CHECK(decoder.read(Window(input, 0), input.size(), false, out).input == Span{0, line});
  CHECK(out.text == kLine + "\n");
  const Decoder copy = decoder;
  CHECK(decoder.read(Window(input, 0), input.size(), true, out).input == Span{line, input.size()});
  CHECK(out.text == kLine + "\n" + kLine);
  CHECK(copy.offset() == line);
}

namespace {

// Only what a charset can say: other characters become 口.
std::string sayable(Charset charset, const std::string& text) {
  std::map<std::string, std::string> known;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Char c = read_utf8(as_bytes(text) + at, as_bytes(text) + text.size());
    const std::string character = text.substr(at, c.length);
    auto [found, added] = known.emplace(character, character);
    if (added && decode_by_icu(charset, encode(charset, character)) != character) found->second = "口";
    out += found->second;
    at += c.length;
  }
  return out;
}

}  // namespace

TEST_CASE("decoder: the Chinese benchmark lines come back from each charset, with their spans", "[text][decoder]") {
  const auto folder = public_data("pii_bench_zh");
  if (folder.empty()) return;
  const std::string all = read_bytes(folder / "pii_bench_zh.jsonl");
  for (const Charset charset : kCharsets) {
    CAPTURE(icu_name(charset));
    const std::string text = sayable(charset, all), input = encode(charset, text);
    const DecodedText out = decode(input);
    CHECK((out.text == text));
    CHECK(out.invalid == 0);
    size_t wrong = 0, spans = 0;
    for (size_t at = 0; (at = text.find("\"text\": \"", at)) != std::string::npos; at += 9) {
      const std::string value = text.substr(at + 9, text.find('"', at + 9) - at - 9);
      const Span span = out.map.source_of({at + 9, at + 9 + value.size()});
      wrong += input.substr(span.begin, span.size()) == encode(charset, value) ? 0u : 1u;
      ++spans;
    }
    CHECK(spans > 15000);
    CHECK(wrong == 0);
  }
}
