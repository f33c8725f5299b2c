// Inputs in other charsets, through the C API: what is found in UTF-8 is found in them, at their own bytes.
#include <catch2/catch.hpp>

#include "support/encode.h"
#include "support/scan_text.h"

using pidun::Charset;
using pidun::testing::decode_by_icu;
using pidun::testing::encode;
using pidun::testing::Found;
using pidun::testing::scan_text;

namespace {

const std::string kText =
    "客户姓名：张三，联系电话：13912345678，身份证号：11010519491231002X。\n"
    "这是一段没有号码的普通文字，用来说明情况，请大家注意查收邮件。\n"
    "订单号 20240102，收货人手机13812345678，邮箱 zhang.san@example.com 请回复。\n";

std::string repeated(size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += kText;
  return text;
}

}  // namespace

TEST_CASE("charsets: an input in another charset gives the findings of its UTF-8", "[api][charset]") {
  const std::string text = repeated(2000);  // several segments
  const auto expected = scan_text(text);
  REQUIRE(expected.size() >= 6000);
  for (const Charset charset : {Charset::gb18030, Charset::utf16le, Charset::utf16be}) {
    CAPTURE(pidun::testing::icu_name(charset));
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
  const std::string gbk = encode(Charset::gb18030, kText);
  for (const std::string& text : {kText + gbk + kText, gbk + kText + gbk, kText + "\xFF\xFE\n" + gbk}) {
    const auto found = scan_text(text);
    const auto plain = scan_text(kText);
    REQUIRE(found.size() % plain.size() == 0);
    REQUIRE(found.size() / plain.size() >= 2);
    for (size_t i = 0; i < found.size(); ++i) CHECK(found[i].value == plain[i % plain.size()].value);
  }
}

TEST_CASE("charsets: a place is told in lines of the text and columns of the input's bytes", "[api][charset]") {
  const std::string utf16 = encode(Charset::utf16le, "第一行\n电话：13912345678\n" + repeated(40));
  const auto found = scan_text(utf16);
  REQUIRE(found.size() > 100);
  CHECK(found[0].begin == 14);
  CHECK(found[0].value.size() == 22);
}
