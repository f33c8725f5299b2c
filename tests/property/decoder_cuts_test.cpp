// Of lib/text/: any bytes decode, to valid text whose map holds; and any cutting of an input into windows gives the
// text and the map of the whole.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "reference/decode_reference.h"
#include "support/encode.h"
#include "text/decoder.h"
#include "text/utf8.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// Lines in several charsets, long ones too, with bytes changed.
std::string any_input() {
  const char* const lines[] = {
      "姓名：张三，电话：13900001234", "2024-03-01 12:00 INFO ok", "張三 電話", "é", "😀1", "", "用户登录成功"};
  std::string input;
  const Charset usual = *rc::gen::elementOf(std::vector<Charset>(std::begin(kCharsets), std::end(kCharsets)));
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    std::string line = lines[*rc::gen::inRange<size_t>(0, std::size(lines))];
    const int choice = *rc::gen::inRange(0, 10);
    if (choice == 0) {
      const std::string part = line;
      const auto size = *rc::gen::inRange<size_t>(4000, 14000);
      while (!part.empty() && line.size() < size) line += part;
    }
    if (choice != 1) line += '\n';
    const Charset charset = *rc::gen::inRange(0, 4) == 0 && !is_utf16(usual)
                                ? *rc::gen::element(Charset::utf8, Charset::gb18030, Charset::big5)
                                : usual;
    input += encode(charset, line);
  }
  const int changes = *rc::gen::inRange(0, 4);
  for (int i = 0; i < changes && !input.empty(); ++i)
    input[*rc::gen::inRange<size_t>(0, input.size())] = *rc::gen::arbitrary<char>();
  return input;
}

std::string any_bytes() {
  const std::string alphabet("\xE4\xBD\xA0\xD5\xC5\x81\x30\x84\x31\xFF\xFE\xD8\xDC\x00\n1a\xC2\xED\xF0\x9F\xA4\x80",
                             23);
  std::string bytes;
  const size_t size = *rc::gen::inRange<size_t>(0, 200);
  for (size_t i = 0; i < size; ++i) bytes += alphabet[*rc::gen::inRange<size_t>(0, alphabet.size())];
  return bytes;
}

void check_whole(const std::string& input, const CharsetPrior& prior, const DecodedText& whole) {
  RC_ASSERT(is_valid_utf8(whole.text));
  RC_ASSERT(whole.map.size() == whole.text.size());
  // What is decoded byte by byte, the plain way, is the same.
  const reference::Decoded plain = reference::decode(prior, input);
  RC_ASSERT(whole.text == plain.text);
  RC_ASSERT(whole.invalid == plain.invalid);
  for (size_t i = 0; i < plain.text.size(); ++i) RC_ASSERT(whole.map.source_of({i, i + 1}) == plain.sources[i]);
}

// Reads with windows that end at the cuts and begin where reading stands, as a stream would.
DecodedText read_cut(const CharsetPrior& prior, const std::string& input, std::vector<uint64_t> cuts) {
  Decoder decoder(prior);
  DecodedText out;
  cuts.push_back(input.size());
  for (const uint64_t cut : cuts) {
    const uint64_t begin = decoder.offset();
    const Window window(std::string_view(input).substr(begin, cut - begin), begin);
    Decoder copy = decoder;
    const Stretch stretch = copy.read(window, cut, cut == input.size(), out);
    RC_ASSERT(stretch.input.begin == begin);
    RC_ASSERT(cut == input.size() || cut - copy.offset() <= kDecodeAhead);
    if (stretch.plain) {
      out.text += window.view(stretch.input);
      out.map.copy(stretch.input.begin, stretch.input.size());
    }
    decoder = copy;
  }
  return out;
}

std::vector<uint64_t> any_cuts(size_t size) {
  std::vector<uint64_t> cuts;
  const size_t count = *rc::gen::inRange<size_t>(0, 12);
  for (size_t i = 0; i < count; ++i) cuts.push_back(*rc::gen::inRange<uint64_t>(0, size + 1));
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

void check(const std::string& input) {
  const char* const hint = *rc::gen::element("", "", "gbk", "big5", "utf-16le", "utf-8");
  const CharsetPrior prior = settle_charset(input, hint);
  const DecodedText whole = read_cut(prior, input, {});
  check_whole(input, prior, whole);
  const DecodedText cut = read_cut(prior, input, any_cuts(input.size()));
  RC_ASSERT(cut.text == whole.text);
  RC_ASSERT(cut.invalid == whole.invalid);
  for (size_t i = 0; i < cut.text.size(); ++i)
    RC_ASSERT(cut.map.source_of({i, i + 1}) == whole.map.source_of({i, i + 1}));
}

}  // namespace

TEST_CASE("decoder: lines in any charsets decode as the reference does, and so in any cutting", "[text][decoder]") {
  CHECK(rc::check([] { check(any_input()); }));
}

TEST_CASE("decoder: any bytes at all decode as the reference does, and so in any cutting", "[text][decoder]") {
  CHECK(rc::check([] { check(any_bytes()); }));
}
