// Values that were masked already: what is found of them, where, and what only looks masked.
#include "detect/masked.h"

#include <catch2/catch.hpp>

#include "support/detector_cases.h"
#include "support/masked_look_alikes.h"

namespace pidun {
namespace {

using testing::MustFind;
using testing::MustNotFind;
using testing::scan_text;

const std::string kMobile = "mobile_number", kId = "resident_id_number", kCard = "bank_card_number",
                  kMail = "email_address", kPlate = "vehicle_plate", kAddress = "home_address";

testing::ScanHow as(uint32_t format) {
  testing::ScanHow how;
  how.format = format;
  return how;
}

}  // namespace

TEST_CASE("masked numbers that stand on their own") {
  testing::check_found({
      {"three and four", "联系 138****8000 确认", kMobile, "138****8000"},
      {"seven and none", "联系 1380013**** 确认", kMobile, "1380013****"},
      {"five and two", "联系 13800****00 确认", kMobile, "13800****00"},
      {"next to hanzi", "手机138****8000已停机", kMobile, "138****8000"},
      {"small letters", "联系 138xxxx8000 确认", kMobile, "138xxxx8000"},
      {"capitals", "联系 138XXXX8000 确认", kMobile, "138XXXX8000"},
      {"number signs", "联系 138####8000 确认", kMobile, "138####8000"},
      {"wide stars", "联系 138＊＊＊＊8000 确认", kMobile, "138＊＊＊＊8000"},
      {"bullets", "联系 138••••8000 确认", kMobile, "138••••8000"},
      {"discs", "联系 138●●●●8000 确认", kMobile, "138●●●●8000"},
      {"blocks", "联系 138████8000 确认", kMobile, "138████8000"},
      {"blanks between", "联系 138 **** 8000 确认", kMobile, "138 **** 8000"},
      {"dashes between", "联系 138-****-8000 确认", kMobile, "138-****-8000"},
      {"a country code", "联系 +86 138****8000 确认", kMobile, "+86 138****8000"},
      {"a country code that touches it", "联系 +86138****8000 确认", kMobile, "+86138****8000"},
      {"a word that is a label touches it", "tel138****8000 ok", kMobile, "138****8000"},
      {"in JSON", "{\"x\":\"138****8000\"}", kMobile, "138****8000"},
      {"in a query", "?m=138****8000&n=1", kMobile, "138****8000"},
      {"at the end of a sentence", "拨打138****8000.", kMobile, "138****8000"},
      {"alone", "138****8000", kMobile, "138****8000"},
      {"a blank and a date behind", "138 **** 8000 2024-01-01", kMobile, "138 **** 8000"},
      {"an ID of six and four", "办理 110101********7774 到店", kId, "110101********7774"},
      {"an ID of four and four", "办理 1101**********123X 到店", kId, "1101**********123X"},
      {"a small x", "办理 1101**********123x 到店", kId, "1101**********123x"},
      {"an ID of three and four", "办理 110***********1234 到店", kId, "110***********1234"},
      {"one and two with the check X", "办理 5***************1X 到店", kId, "5***************1X"},
      {"letters as masks", "办理 110101xxxxxxxx7774 到店", kId, "110101xxxxxxxx7774"},
      {"capitals as masks and the check X", "办理 110101XXXXXXXX777X 到店", kId, "110101XXXXXXXX777X"},
      {"the birth date is visible", "办理 11010119900307**** 到店", kId, "11010119900307****"},
      {"the birth date alone is masked", "办理 110101****0307**** 到店", kId, "110101****0307****"},
      {"wide stars in an ID", "办理 110101＊＊＊＊＊＊＊＊7774 到店", kId, "110101＊＊＊＊＊＊＊＊7774"},
      {"an ID in groups", "办理 110101 ******** 7774 到店", kId, "110101 ******** 7774"},
      {"a card in fours", "付款 6222 **** **** 1234 成功", kCard, "6222 **** **** 1234"},
      {"a card of nineteen in fours", "付款 6222 **** **** **** 234 成功", kCard, "6222 **** **** **** 234"},
      {"a card of sixteen", "付款 622202******1234 成功", kCard, "622202******1234"},
      {"a card of nineteen", "付款 622202*********1234 成功", kCard, "622202*********1234"},
      {"a card with dashes", "付款 6222-****-****-1234 成功", kCard, "6222-****-****-1234"},
      {"a card of discs", "付款 6222●●●●●●●●1234 成功", kCard, "6222●●●●●●●●1234"},
      {"a card with letters", "付款 6222xxxxxxxx1234 成功", kCard, "6222xxxxxxxx1234"},
      {"a plate", "车 苏D4***0 入场", kPlate, "苏D4***0"},
      {"a plate of eight", "陕A1****D离场", kPlate, "陕A1****D"},
      {"a plate with a dot", "车 苏D·4***0 入场", kPlate, "苏D·4***0"},
      {"a mail address", "发送至 a***@b.com 确认", kMail, "a***@b.com"},
      {"a mail address masked inside", "发送至 zh***g@example.cn。", kMail, "zh***g@example.cn"},
      {"a mail address with wide stars", "发送至 a＊＊＊@b.com 确认", kMail, "a＊＊＊@b.com"},
      {"one star", "发送至 li*@b.com 确认", kMail, "li*@b.com"},
  });
}

TEST_CASE("masked numbers that a label names") {
  testing::check_found({
      {"the end of a mobile number", "手机号：*******8000", kMobile, "*******8000"},
      {"the begin of one", "手机 138******** 停机", kMobile, "138********"},
      {"a mask that is too short", "手机号 138***8000", kMobile, "138***8000"},
      {"letters for all but the begin", "手机号 138xxxxxxxx", kMobile, "138xxxxxxxx"},
      {"a card of twelve", "银行卡 6222****1234", kCard, "6222****1234"},
      {"the end of a card", "卡号：**** **** **** 1234", kCard, "**** **** **** 1234"},
      {"first and last of an ID", "身份证号 1****************4", kId, "1****************4"},
      {"the old form of an ID", "身份证 610104*****7690", kId, "610104*****7690"},
      {"an ID whose mask is too short", "身份证 1101****1234", kId, "1101****1234"},
      {"a passport", "护照号：E****5678", "passport_permit_number", "E****5678"},
      {"a passport under a label of several kinds", "证件号码 G********1", "passport_permit_number", "G********1"},
      {"a landline", "电话 0571-****1234", "landline_number", "0571-****1234"},
      {"a staff number", "工号：A10***", "staff_student_number", "A10***"},
      {"an account", "账号 622202******1234", kCard, "622202******1234"},
      {"an address", "住址：北京市朝阳区****", kAddress, "北京市朝阳区****"},
      {"an address before the next pair", "住址：杭州市西湖区**** cost=12ms", kAddress, "杭州市西湖区****"},
      {"an address with a blank inside", "住址：杭州市西湖区*** A座", kAddress, "杭州市西湖区*** A座"},
      {"an address masked twice", "收货地址 浙江省杭州市***路**号，邮编", kAddress, "浙江省杭州市***路**号"},
  });
  testing::check_found({{"a column", "id,手机号\n1,138***8000\n", kMobile, "138***8000"}}, as(PIDUN_FORMAT_CSV));
  testing::check_found({{"a key", "{\"idCard\":\"1****************4\"}", kId, "1****************4"}},
                       as(PIDUN_FORMAT_JSON));
}

TEST_CASE("a masked value says so, has no check, and shows no more than its mask does") {
  struct Case {
    std::string text, evidence;
  };
  for (const Case& c :
       {Case{"联系 138****8000", "138****8000"}, Case{"联系 138＊＊＊＊8000", "138****8000"},
        Case{"联系 138xxxx8000", "138****8000"}, Case{"联系 +86 138****8000", "138****8000"},
        Case{"办理 110101********7774", "1101**********7774"}, Case{"办理 1101**********123X", "1101**********123X"},
        Case{"办理 11010119900307****", "1101**************"}, Case{"付款 6222 **** **** 1234", "6222********1234"},
        Case{"付款 622202******1234", "6222********1234"}, Case{"姓名：欧阳**", "欧阳**"}, Case{"姓名：*三", "*三"},
        Case{"发送至 zhang***@b.com", "z*******@b.com"}, Case{"车 苏D4***0", "苏D****0"},
        Case{"住址：北京市朝阳区****", "北京市朝阳区****"}}) {
    CAPTURE(c.text);
    const auto found = scan_text(c.text);
    REQUIRE(found.size() == 1);
    CHECK((found[0].flags & PIDUN_FINDING_MASKED) != 0);
    CHECK(found[0].has("masked"));
    CHECK(found[0].check == PIDUN_CHECK_NONE);
    CHECK(found[0].evidence == c.evidence);
  }
  CHECK((scan_text("联系 13900001234").at(0).flags & PIDUN_FINDING_MASKED) == 0);
}

TEST_CASE("a label of an order, another kind or a dash speaks against a masked number") {
  testing::check_nothing({{"an order", "订单号 138****8000"},
                          {"a transaction", "交易流水 622202******1234"},
                          {"dashes on both sides", "编号 ab-138****8000-cd"}});
  const auto other = scan_text("身份证 138****8000");
  REQUIRE(other.size() == 1);
  CHECK(other[0].has("other_label"));
}

TEST_CASE("what looks masked and is none") {
  CHECK(testing::masked_look_alikes().size() >= 100);
  testing::check_nothing(testing::masked_look_alikes());
}

TEST_CASE("look-alikes stay silent in tables and documents too") {
  for (const MustNotFind& one : testing::masked_look_alikes()) {
    if (one.text.find_first_of("\n\"\\") != std::string::npos) continue;
    testing::check_nothing({{one.promise, "id,note\n1,\"" + one.text + "\"\n"}}, as(PIDUN_FORMAT_CSV));
    testing::check_nothing({{one.promise, "{\"note\":\"" + one.text + "\"}"}}, as(PIDUN_FORMAT_JSON));
  }
}

TEST_CASE("a masked value is found once, beside plain ones, on either word backend") {
  const std::string text = "姓名：张**，手机 138****8000，备用 13900001234，邮箱 a***@b.com";
  for (const uint32_t words : {PIDUN_WORDS_AUTO, PIDUN_WORDS_PORTABLE}) {
    testing::ScanHow how;
    how.words = words;
    const auto found = scan_text(text, how);
    REQUIRE(found.size() == 4);
    CHECK(found[0].value == "张**");
    CHECK(found[1].value == "138****8000");
    CHECK(found[2].value == "13900001234");
    CHECK(found[3].value == "a***@b.com");
  }
}

}  // namespace pidun
