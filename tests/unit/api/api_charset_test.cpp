// Inputs in other charsets, through the C API: what is found in UTF-8 is found in them, at their own bytes.
#include <algorithm>
#include <catch2/catch.hpp>

#include "property/scan_support.h"
#include "support/encode.h"
#include "support/scan_text.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

const std::string kNotice =
    "客户姓名：张三，联系电话：13912345678，身份证号：11010519491231002X。\n"
    "这是一段没有号码的普通文字，用来说明情况，请大家注意查收邮件。\n"
    "订单号 20240102，收货人手机13812345678，邮箱 zhang.san@example.com 请回复。\n";

std::string repeated(size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += kNotice;
  return text;
}

}  // namespace

TEST_CASE("charsets: an input in another charset gives the findings of its UTF-8", "[api][charset]") {
  const std::string text = repeated(2000);  // several segments
  const auto expected = scan_text(text);
  REQUIRE(expected.size() >= 6000);
  for (const Charset charset : {Charset::gb18030, Charset::utf16le, Charset::utf16be}) {
    CAPTURE(icu_name(charset));
    const auto found = scan_text(encode(charset, text));
    REQUIRE(found.size() == expected.size());
    bool same = true;
    for (size_t i = 0; i < found.size(); ++i)
      same = same && found[i].kind == expected[i].kind && found[i].evidence == expected[i].evidence &&
             decode_by_icu(charset, found[i].value) == expected[i].value && found[i].reasons == expected[i].reasons;
    CHECK(same);
  }
}

TEST_CASE("charsets: lines of GBK in UTF-8, and the reverse, are read each as it is", "[api][charset]") {
  const std::string gbk = encode(Charset::gb18030, kNotice);
  for (const std::string& text : {kNotice + gbk + kNotice, gbk + kNotice + gbk, kNotice + "\xFF\xFE\n" + gbk}) {
    const auto found = scan_text(text);
    const auto plain = scan_text(kNotice);
    REQUIRE(found.size() % plain.size() == 0);
    REQUIRE(found.size() / plain.size() >= 2);
    for (size_t i = 0; i < found.size(); ++i) CHECK(found[i].evidence == plain[i % plain.size()].evidence);
  }
}

TEST_CASE("charsets: a place is told in lines of the text and columns of the input's bytes", "[api][charset]") {
  Fixture f;
  const std::string text = "第一行\n电话：13912345678\n" + repeated(40);
  for (const Charset charset : {Charset::utf8, Charset::gb18030, Charset::utf16le, Charset::utf16be}) {
    CAPTURE(icu_name(charset));
    const std::string first = encode(charset, "第一行\n"), label = encode(charset, "电话：");
    REQUIRE(scan_whole(f.scratch, encode(charset, text), default_options()).findings.size() > 100);
    const std::string input = encode(charset, text);
    REQUIRE(pidun_scan(f.scratch.get(), input.data(), input.size(), nullptr, f.results.get()) == PIDUN_OK);
    CHECK(f.results[0].begin == first.size() + label.size());
    CHECK(f.results[0].end == f.results[0].begin + encode(charset, "13912345678").size());
    const pidun_location place = f.results.location(0);
    CHECK(place.line == 2);
    CHECK(place.column == label.size() + 1);
    CHECK(place.column_points == 4);
    CHECK(place.column_utf16 == 4);
  }
}

TEST_CASE("charsets: cut at any byte, what stands before is found and nothing is made up", "[api][charset]") {
  Fixture f;
  const std::string text = "联系人：张三，手机号：13912345678，电话13812345678𠮷，邮箱zhang@example.com";
  for (const Charset charset : pidun::kCharsets) {
    const bool big5 = charset == Charset::big5;
    const std::string whole = encode(charset, big5 ? "聯絡電話：13912345678，手機13812345678，請回覆" : text);
    const Scanned all = scan_whole(f.scratch, whole, default_options());
    REQUIRE(all.findings.size() >= 2);
    for (size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(icu_name(charset), size);
      auto limited = default_options();
      limited.max_bytes = std::max<size_t>(size, 1);
      const std::string part = whole.substr(0, size);
      // The end of an input ends a value; max_bytes does not.
      for (const Scanned& found :
           {scan_whole(f.scratch, part, default_options()), scan_whole(f.scratch, whole, limited)})
        for (const auto& finding : found.findings) CHECK(finding.end <= std::max<size_t>(size, 1));
      Context context;
      const std::string names[] = {"utf-8", "gb18030", "big5", "utf-16le", "utf-16be"};
      context.set("charset", names[static_cast<size_t>(charset)]);
      limited.context = context.get();
      for (const auto& finding : scan_whole(f.scratch, whole, limited).findings) {
        const bool known = std::any_of(all.findings.begin(), all.findings.end(), [&](const pidun_finding& other) {
          return other.begin == finding.begin && other.end == finding.end && other.kind == finding.kind;
        });
        CHECK(known);
      }
    }
  }
}

TEST_CASE("charsets: what is no text is counted, passed over and joins nothing", "[api][charset]") {
  struct Case {
    const char* what;
    std::string input;
    uint64_t invalid;
    size_t findings;
  };
  const Case cases[] = {
      {"clean", "手机号：13912345678\n", 0, 1},
      {"bytes that are never text", "手机号：13912345678 \xFF\xFE\xFF\n", 3, 1},
      {"an overlong digit is no digit", "手机号：1391234567\xC0\xB8\n", 2, 0},
      {"inside a number",
       "手机号：13912\xFF"
       "345678\n",
       1, 0},
      {"surrogates in UTF-8", "\xED\xA0\xBD\xED\xB8\x80 手机号：13912345678\n", 6, 1},
      {"above U+10FFFF", "\xF4\x90\x80\x80 手机号：13912345678\n", 4, 1},
      {"a character that the end cuts", "手机号：13912345678，\xE5\xBC", 2, 1},
      {"a lone surrogate in UTF-16",
       "\xFF\xFE" + encode(Charset::utf16le, "手机号：13912345678") + std::string("\x3D\xD8\n\0", 4), 1, 1},
      {"half a unit of UTF-16", "\xFF\xFE" + encode(Charset::utf16le, "手机号：13912345678，") + "\x41", 1, 1},
      {"NUL bytes are text", std::string("手机号：13912345678\0\0\n", 25), 0, 1},
  };
  Fixture f;
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Scanned found = scan_whole(f.scratch, c.input, default_options());
    CHECK(found.invalid == c.invalid);
    CHECK(found.findings.size() == c.findings);
    CHECK(found.bytes == c.input.size());
    CHECK(found.status == PIDUN_OK);
  }
}

TEST_CASE("charsets: a wrong hint costs nothing where the bytes say otherwise", "[api][charset]") {
  Fixture f;
  for (const Charset charset : pidun::kCharsets) {
    if (charset == Charset::big5) continue;
    const std::string input = encode(charset, kNotice);
    const Scanned expected = scan_whole(f.scratch, input, default_options());
    REQUIRE(expected.findings.size() == 5);
    for (const char* name : {"utf-8", "gbk", "big5", "utf-16"}) {
      CAPTURE(icu_name(charset), name);
      Context context;
      context.set("charset", name);
      auto options = default_options();
      options.context = context.get();
      CHECK(difference(expected, scan_whole(f.scratch, input, options)) == "");
    }
  }
}

TEST_CASE("charsets: each slice of a batch has its own", "[api][charset]") {
  Fixture f;
  const std::string number = "13912345678";
  struct Case {
    std::string input;
    uint32_t encoding;
    uint64_t begin;
    bool unlabelled = false;  // its label may not be known
  };
  const Case cases[] = {
      {"手机" + number, PIDUN_ENCODING_UTF8, 6},
      {"手机" + number, PIDUN_ENCODING_AUTO, 6},
      {encode(Charset::gb18030, "手机") + number, PIDUN_ENCODING_GB18030, 4},
      {encode(Charset::big5, "手機") + number, PIDUN_ENCODING_BIG5, 4, true},
      {encode(Charset::utf16le, "手机" + number), PIDUN_ENCODING_UTF16LE, 4},
      {encode(Charset::utf16be, "手机" + number), PIDUN_ENCODING_UTF16BE, 4},
      {encode(Charset::utf16be, "手机" + number), PIDUN_ENCODING_UTF16, 4},
      {"手机" + number, PIDUN_ENCODING_BIG5, 6},  // the bytes overrule it
  };
  std::vector<pidun_slice> slices;
  for (const Case& c : cases)
    slices.push_back({c.input.data(), c.input.size(), nullptr, PIDUN_FORMAT_LINES, c.encoding});
  REQUIRE(pidun_scan_batch(f.scratch.get(), slices.data(), slices.size(), nullptr, f.results.get()) == PIDUN_OK);
  REQUIRE(f.count() == std::size(cases));
  for (size_t i = 0; i < f.count(); ++i) {
    CAPTURE(i);
    CHECK(f.results[i].slice == i);
    CHECK(f.results[i].begin == cases[i].begin);
    CHECK(f.results[i].end == cases[i].input.size());
    bool labelled = false;
    for (size_t n = 0; const char* reason = f.results.reason(i, n); ++n) labelled |= std::string(reason) == "label";
    CHECK((labelled || cases[i].unlabelled));
  }
  CHECK(f.results.invalid_bytes() == 0);
}

TEST_CASE("charsets: an input that is no text keeps what UTF-8 would find in it", "[api][charset]") {
  // Numbers of 16 and 32 bits, zeros, a file with a binary head: none is taken for UTF-16.
  std::string head;
  for (uint32_t i = 0; i < 3000; ++i) head.append(reinterpret_cast<const char*>(&i), 4);
  for (const std::string& before :
       {std::string(5000, '\0'), head, std::string("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24)}) {
    const auto found = scan_text(before + "\n手机号：13912345678\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == "13912345678");
    CHECK(found[0].has("label"));
  }
}
