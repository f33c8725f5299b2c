// Numbers that a spreadsheet spoilt: found where a label, a column or its other cells say what they were.
#include "detect/lossy.h"

#include <catch2/catch.hpp>

#include "detect/canonical.h"
#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

const std::string kMobile = "mobile_number", kId = "resident_id_number", kCard = "bank_card_number";

testing::ScanHow as(uint32_t format) {
  testing::ScanHow how;
  how.format = format;
  return how;
}

bool lossy(const testing::Found& found) { return (found.flags & PIDUN_FINDING_LOSSY) != 0; }

}  // namespace

TEST_CASE("numbers in powers of ten under a label") {
  testing::check_found({
      {"a mobile number of three digits", "手机号：1.38E+10", kMobile, "1.38E+10"},
      {"a mobile number of eight digits", "手机号：1.3800138E+10", kMobile, "1.3800138E+10"},
      {"as programs write it", "mobile=1.3800138E10&x=1", kMobile, "1.3800138E10"},
      {"a small letter", "mobile=1.3800138e+10&x=1", kMobile, "1.3800138e+10"},
      {"all digits", "手机号 1.3900001234E10。", kMobile, "1.3900001234E10"},
      {"a card", "卡号：6.22202E+18", kCard, "6.22202E+18"},
      {"a card of sixteen", "卡号 6.22588E+15", kCard, "6.22588E+15"},
      {"an ID", "身份证号：1.10101E+17", kId, "1.10101E+17"},
      {"an ID of fifteen digits", "身份证号：1.10101199003077E+17", kId, "1.10101199003077E+17"},
      {"a card of eighteen", "卡号：6.22202E+17", kCard, "6.22202E+17"},
  });
  testing::check_found({{"a column", "id,手机号\n1,1.38E+10\n", kMobile, "1.38E+10"}}, as(PIDUN_FORMAT_CSV));
  testing::check_found({{"a JSON number", "{\"mobile\":1.3800138E10}", kMobile, "1.3800138E10"}},
                       as(PIDUN_FORMAT_JSON));
}

TEST_CASE("numbers in powers of ten that a column of such cells tells") {
  std::string ids = "a,b\n", mobiles = "a,b\n", mixed = "a,b\n", two = "a,b\n1,1.10101E+17\n2,3.10104E+17\n";
  for (const char* digits : {"1.10101", "3.10104", "4.40305", "5.10107"}) {
    ids += std::string("x,") + digits + "E+17\n";
    mobiles += std::string("x,1.3") + digits[0] + "E+10\n";
    mixed += std::string("x,") + digits + "E+1" + digits[0] + "\n";
  }
  const auto count = [](const std::string& text) { return testing::scan_text(text, as(PIDUN_FORMAT_CSV)).size(); };
  CHECK(count(ids) == 4);
  CHECK(count(mobiles) == 4);
  CHECK(count(mixed) == 0);
  CHECK(count(two) == 0);
  CHECK(count(ids + "x,n/a\n") < 4);
  CHECK(testing::scan_text(ids, as(PIDUN_FORMAT_CSV))[0].has("column_alike"));
  CHECK(count("value,amount\n" + ids.substr(4)) == 0);
}

TEST_CASE("digits behind the fifteenth that are zeros") {
  testing::check_found(
      {{"an ID", "身份证 110101199003070000", kId, "110101199003070000", testing::kFail},
       {"a card of nineteen", "卡号 6222021234567890000", kCard, "6222021234567890000", testing::kFail}});
  for (const std::string text : {"身份证 110101199003070000", "卡号 6222021234567890000"}) {
    INFO(text);
    CHECK(lossy(testing::scan_text(text).at(0)));
  }
  const std::string card = testing::make_card("622202", 19), id = testing::make_id("110101", "19900307", "777");
  CHECK_FALSE(lossy(testing::scan_text("卡号 " + card).at(0)));
  CHECK_FALSE(lossy(testing::scan_text("身份证 " + id).at(0)));
  CHECK_FALSE(lossy(testing::scan_text("身份证 110101199003077775").at(0)));  // a wrong check alone
  testing::check_nothing(
      {{"without a label", "登记 110101199003070000 在案"}, {"an order", "订单号 110101199003070000"}});
}

TEST_CASE("a mobile number that became a decimal") {
  testing::check_found({{"under a label", "手机号：13900001234.0", kMobile, "13900001234"},
                        {"in a query", "mobile=13900001234.0&x=1", kMobile, "13900001234"}});
  testing::check_found({{"a column", "id,手机号\n1,13900001234.0\n", kMobile, "13900001234"}}, as(PIDUN_FORMAT_CSV));
  testing::check_found({{"a JSON number", "{\"mobile\":13900001234.0}", kMobile, "13900001234"}},
                       as(PIDUN_FORMAT_JSON));
  testing::check_nothing({{"without a label", "值 13900001234.0 左右"},
                          {"an amount", "金额 13900001234.0"},
                          {"more decimals", "手机号 13900001234.05"},
                          {"other decimals", "手机号 13900001234.5"},
                          {"a version", "手机号 13900001234.0.1"},
                          {"a unit", "手机号 13900001234.0f"}});
  CHECK_FALSE(lossy(testing::scan_text("手机号：13900001234.0").at(0)));
}

TEST_CASE("a rounded value says so, has no check, and shows no more than others do") {
  struct Case {
    std::string text, evidence;
    bool lossy;
  };
  for (const Case& c :
       {Case{"手机号：1.38E+10", "1.38E+10", true}, Case{"手机号：1.3800138E+10", "1.38*****E+10", true},
        Case{"手机号：1.3900001234E10", "1.39********E10", false}, Case{"卡号：6.22202E+18", "6.222**E+18", true},
        Case{"身份证 110101199003070000", "1101**********0000", true}}) {
    CAPTURE(c.text);
    const auto found = testing::scan_text(c.text);
    REQUIRE(found.size() == 1);
    CHECK(lossy(found[0]) == c.lossy);
    CHECK(found[0].has("lossy") == c.lossy);
    CHECK(found[0].evidence == c.evidence);
  }
  CHECK(canonical(Kind::mobile_number, "1.3900001234E10") == "13900001234");
}

TEST_CASE("numbers in powers of ten that are measurements stay silent") {
  testing::check_nothing({
      {"alone", "1.38E+10"},
      {"in text", "杨氏模量 1.38E+10 Pa"},
      {"in code", "double x = 1.3800138E+10;"},
      {"a constant", "c = 1.380649E-23"},
      {"a negative number", "手机号 -1.38E+10"},
      {"a negative power", "手机号 1.38E-10"},
      {"another power", "手机号 1.38E+11"},
      {"begins with 12", "手机号 1.28E+10"},
      {"one decimal", "手机号 1.3E+10"},
      {"no decimal", "手机号 1E+10"},
      {"two digits before the point", "手机号 13.8E+10"},
      {"three digits of power", "手机号 1.38E+100"},
      {"a unit behind", "手机号 1.38E+10m"},
      {"a word before", "手机号 x1.38E+10"},
      {"a version", "手机号 2.1.38E+10"},
      {"a sum", "手机号 +1.38E+10"},
      {"an amount", "金额 1.38E+10"},
      {"an order", "订单号 6.22202E+18"},
      {"no province", "身份证 9.90101E+17"},
      {"no issuer", "卡号 9.92202E+18"},
      {"a hash", "手机号 a1.3800138E10"},
      {"hexadecimal", "手机号 0x13800138E10"},
  });
}

}  // namespace pidun
