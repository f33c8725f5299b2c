// Numbers whose digits stand apart: what is joined, with which bytes, and what stays apart.
#include "detect/apart.h"

#include <catch2/catch.hpp>

#include "detect/canonical.h"
#include "support/apart_look_alikes.h"
#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::scan_text;

const std::string kMobile = "mobile_number", kId = "resident_id_number", kCard = "bank_card_number";

testing::ScanHow as(uint32_t format) {
  testing::ScanHow how;
  how.format = format;
  return how;
}

std::string joined_by(const std::string& digits, const std::string& sign) {
  std::string text;
  for (const char digit : digits) text += (text.empty() ? "" : sign) + digit;
  return text;
}

}  // namespace

TEST_CASE("groups by other signs than blanks and dashes") {
  testing::check_found({
      {"dots", "联系 139.0000.1234 确认", kMobile, "139.0000.1234"},
      {"slashes", "联系 139/0000/1234 确认", kMobile, "139/0000/1234"},
      {"at the end of a sentence", "联系139.0000.1234.", kMobile, "139.0000.1234"},
      {"an ID with dots", "办理 110101.19900307.7774 到店", kId, "110101.19900307.7774", testing::kPass},
      {"an ID with slashes", "办理 110101/19900307/7774 到店", kId, "110101/19900307/7774", testing::kPass},
      {"an ID with dots and X", "办理 330106.19770415.190X 到店", kId, "330106.19770415.190X", testing::kPass},
      {"a dash and a blank", "联系 139-0000 1234 确认", kMobile, "139-0000 1234"},
      {"a blank and a dash under a label", "手机 139 0000-1234", kMobile, "139 0000-1234"},
      {"a dot and a dash under a label", "手机 139.0000-1234", kMobile, "139.0000-1234"},
      {"brackets and a dash", "联系 (139)0000-1234 确认", kMobile, "(139)0000-1234"},
      {"brackets alone", "联系 (139)00001234 确认", kMobile, "(139)00001234"},
      {"brackets and blanks", "联系 (139) 0000 1234 确认", kMobile, "(139) 0000 1234"},
      {"wide brackets", "联系（139）0000-1234确认", kMobile, "（139）0000-1234"},
      {"wide brackets alone", "联系（139）00001234确认", kMobile, "（139）00001234"},
  });
  const std::string card = testing::grouped_by(testing::make_card("622588", 16), 4, '.');
  testing::check_found({{"a card with dots", "付款 " + card + " 成功", kCard, card, testing::kPass}});
}

TEST_CASE("single digits") {
  const std::string mobile = joined_by("13900001234", " "), id = joined_by("110101199003077774", " ");
  testing::check_found({
      {"blanks under a label", "手机 " + mobile, kMobile, mobile},
      {"dashes under a label", "手机 " + joined_by("13900001234", "-"), kMobile, joined_by("13900001234", "-")},
      {"dots under a label", "手机 " + joined_by("13900001234", "."), kMobile, joined_by("13900001234", ".")},
      {"an ID needs no label", "办理 " + id + " 到店", kId, id, testing::kPass},
  });
}

TEST_CASE("emoji and keycaps") {
  const std::string keycaps = joined_by("13900001234", "\xEF\xB8\x8F\xE2\x83\xA3") + "\xEF\xB8\x8F\xE2\x83\xA3";
  testing::check_found({
      {"emoji between groups", "加我 139📱0000📱1234 呀", kMobile, "139📱0000📱1234"},
      {"one emoji", "加我 1390000😀1234 呀", kMobile, "1390000😀1234"},
      {"different emoji", "加我 139📱0000😀😀1234 呀", kMobile, "139📱0000😀😀1234"},
      {"keycaps", "加我 " + keycaps + " 呀", kMobile, keycaps},
      {"an ID", "号 110101😀19900307😀7774 呀", kId, "110101😀19900307😀7774", testing::kPass},
  });
  const std::string card = testing::make_card("622588", 16), long_card = testing::make_card("622202", 19);
  const auto parted = [](const std::string& digits) {
    return digits.substr(0, 4) + "📱" + digits.substr(4, 4) + "📱" + digits.substr(8, 4) + "📱" + digits.substr(12);
  };
  testing::check_found({
      {"an ID with X", "号 330106📱19770415📱190X 呀", kId, "330106📱19770415📱190X", testing::kPass},
      {"an ID with x", "号 330106📱19770415📱190x 呀", kId, "330106📱19770415📱190x", testing::kPass},
      {"a card of sixteen", "付款 " + parted(card) + " 成功", kCard, parted(card), testing::kPass},
      {"a card of nineteen", "付款 " + parted(long_card) + " 成功", kCard, parted(long_card), testing::kPass},
  });
  CHECK(scan_text("付款 " + parted(testing::spoilt(card)) + " 成功").empty());
  CHECK(canonical(Kind::mobile_number, "139📱0000📱1234") == "13900001234");
  CHECK(canonical(Kind::resident_id_number, "110101😀19900307😀7774") == "110101199003077774");
  CHECK(canonical(Kind::mobile_number, "(139)0000-1234") == "13900001234");
}

TEST_CASE("a line break inside a quoted cell") {
  const auto cell = [](const std::string& text) { return "id,手机号,身份证\n1,\"" + text + "\",x\n2,3,4\n"; };
  testing::check_found(
      {{"behind the seventh", cell("1390000\n1234"), kMobile, "1390000\n1234"},
       {"behind the third", cell("139\n00001234"), kMobile, "139\n00001234"},
       {"two bytes", cell("1390000\r\n1234"), kMobile, "1390000\r\n1234"},
       {"an ID", cell("110101199\n003077774"), kId, "110101199\n003077774", testing::kPass},
       {"an ID, long before short", cell("11010119900307\n7774"), kId, "11010119900307\n7774", testing::kPass}},
      as(PIDUN_FORMAT_CSV));
  for (const std::string text : {"a,手机\n1,1390000\n1234,1\n", "手机\n1390000\n1234\n", "a,手机\n1,139\n00001234,2\n",
                                 "a,手机\n\"1390000\",x\n\"1234\",y\n"}) {
    INFO(text);
    CHECK(scan_text(text, as(PIDUN_FORMAT_CSV)).empty());
  }
  CHECK(scan_text("手机 1390000\n1234").empty());
}

TEST_CASE("labels that touch the numbers on both sides") {
  const auto both = [](const std::string& text) {
    const auto found = scan_text(text);
    INFO(text << " " << testing::listed(found));
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == "13900001234");
    CHECK(found[1].value == "110101199003077774");
  };
  both("手机13900001234身份证110101199003077774");
  both("phone13900001234idcard110101199003077774");
  both("mobile13900001234sfz110101199003077774");
  both("tel:13900001234idcard:110101199003077774");
  CHECK(scan_text("u13900001234idcard110101199003077774").size() == 1);  // the first is somebody's serial number
}

TEST_CASE("digits of two values are never joined") {
  struct Case {
    std::string text;
    uint32_t format;
  };
  for (const Case& c :
       {Case{"{\"a\":\"139\",\"b\":\"00001234\"}", PIDUN_FORMAT_JSON},
        Case{"{\"mobile\":[139,0000,1234]}", PIDUN_FORMAT_JSON},
        Case{"{\"mobile\":[\"1390000\",\"1234\"]}", PIDUN_FORMAT_JSON},
        Case{"手机,b,c\n139,0000,1234\n", PIDUN_FORMAT_CSV}, Case{"手机\tb\tc\n139\t0000\t1234\n", PIDUN_FORMAT_TSV},
        Case{"手机|b|c\n139|0000|1234\n", PIDUN_FORMAT_PIPE}}) {
    INFO(c.text);
    CHECK(scan_text(c.text, as(c.format)).empty());
  }
}

TEST_CASE("digits that stand apart and are no number of a person") {
  CHECK(testing::apart_look_alikes().size() >= 100);
  testing::check_nothing(testing::apart_look_alikes());
}

TEST_CASE("a value whose digits stand apart says so") {
  for (const std::string text : {"联系 139.0000.1234", "联系 (139)0000-1234", "联系 139📱0000📱1234"}) {
    const auto found = scan_text(text);
    REQUIRE(found.size() == 1);
    CHECK((found[0].flags & PIDUN_FINDING_GROUPED) != 0);
    CHECK(found[0].evidence == "139****1234");
  }
}

}  // namespace pidun
