// Mobile numbers: in plain, with a country code, grouped; and eleven digits that are none.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {
namespace {

using testing::kNoCheck;
using testing::MustFind;

const std::string kKind = "mobile_number", kMobile = "13900001234", kNotAllotted = "14212345678";

MustFind as_written(const std::string& promise, const std::string& value, int least = 50) {
  return {promise, "请致" + value + "，谢谢", kKind, value, kNoCheck, least};
}

}  // namespace

TEST_CASE("mobile numbers that must be found") {
  testing::check_found({
      {"in running text", "请联络" + kMobile + "吧", kKind, kMobile, kNoCheck, 65, 65},
      {"labelled", "手机号：" + kMobile, kKind, kMobile, kNoCheck, 90, 90},
      {"the example in every form", "x 13800138000", kKind, "13800138000", kNoCheck, 65},
      {"a segment of 2019", "x 19900001234", kKind, "19900001234", kNoCheck, 65},
      {"a virtual operator", "x 17012345678", kKind, "17012345678", kNoCheck, 65},
      {"a segment that is not allotted, with a label", "手机 " + kNotAllotted, kKind, kNotAllotted, kNoCheck, 60, 75},
      {"a JSON number", "{\"phone\":" + kMobile + "}\n", kKind, kMobile, kNoCheck, 90},
      {"a query of a URL", "GET /s?phone=" + kMobile + "&x=1", kKind, kMobile, kNoCheck, 90},
      {"a segment of a path", "GET /user/" + kMobile + "/info", kKind, kMobile, kNoCheck, 50, 64},
      {"glued to a label", "tel" + kMobile, kKind, kMobile, kNoCheck, 65},
      {"with an extension in brackets", kMobile + "(手机)", kKind, kMobile, kNoCheck, 90},
  });
}

TEST_CASE("a country code belongs to the number, however it is written") {
  testing::check_found({
      as_written("glued", "+8613900001234", 75),
      as_written("with a blank", "+86 13900001234", 75),
      as_written("with a dash", "+86-13900001234", 75),
      as_written("with zeros", "008613900001234", 75),
      as_written("with zeros and a blank", "0086 13900001234", 75),
      as_written("with zeros and a dash", "0086-13900001234", 75),
      as_written("without a sign", "8613900001234", 75),
      as_written("without a sign, with a dash", "86-13900001234", 75),
      as_written("in groups", "+86 139 0000 1234", 75),
      as_written("in groups with dashes", "+86-139-0000-1234", 75),
      as_written("in groups, zeros", "0086 139 0000 1234", 75),
      as_written("in groups without a sign", "86 139 0000 1234", 75),
      as_written("in groups without a sign, dashes", "86-139-0000-1234", 75),
      {"in brackets", "电话(+86)13900001234。", kKind, "(+86)13900001234", kNoCheck, 75},
  });
}

TEST_CASE("groups that people write") {
  testing::check_found({
      as_written("3 4 4", "139 0000 1234"),
      as_written("3-4-4", "139-0000-1234"),
      as_written("4 4 3", "1390 0001 234"),
      as_written("3 3 5", "139 000 01234"),
      as_written("3 8", "139 00001234"),
      as_written("7 4", "1390000 1234"),
      as_written("4 7", "1390 0001234"),
      {"two numbers in groups are two values, the first of them", "139 0000 1234, x", kKind, "139 0000 1234", kNoCheck},
  });
  const auto two = testing::scan_text("139 0000 1234 13900005678");
  INFO(testing::listed(two));
  REQUIRE(two.size() == 2);
  CHECK(two[0].value == "139 0000 1234");
  CHECK(two[1].value == "13900005678");
}

TEST_CASE("eleven digits that are no mobile number") {
  testing::check_nothing({
      {"ten digits", "手机 1390000123"},
      {"twelve digits", "手机 139000012345"},
      {"beginning with 12", "手机 12900001234"},
      {"beginning with 2", "手机 23900001234"},
      {"a segment that is not allotted, without a label", "x " + kNotAllotted + " y"},
      {"an order", "订单号：" + kMobile},
      {"a key of orders", "order_no=" + kMobile},
      {"a time", "timestamp=" + kMobile},
      {"glued to a word that is no label", "u" + kMobile},
      {"a timestamp to the millisecond", "at 1700000001234 x"},
      {"another country's prefix", "call +13900001234"},
      {"another country's 13 digits", "call 8713900001234"},
      {"a decimal", "x 13900001234.56"},
      {"groups of other sizes", "x 13-900-001234 y"},
      {"groups that go on", "x 139 0000 1234 5678 y"},
      {"behind four more digits", "x 2024 139 0000 1234 y"},
      {"over a newline", "手机 1390000\n1234"},
      {"over two separators", "手机 139  0000  1234"},
      {"a subscriber's number without an area", "x 12345678"},
      {"a service number", "电话 4008001234"},
  });
}

TEST_CASE("well-known examples are marked, others are not") {
  CHECK((testing::scan_text("x 13800138000").at(0).flags & PIDUN_FINDING_TEST_VALUE) != 0);
  CHECK((testing::scan_text("x +86 138 0013 8000").at(0).flags & PIDUN_FINDING_TEST_VALUE) != 0);
  CHECK((testing::scan_text("x " + kMobile).at(0).flags & PIDUN_FINDING_TEST_VALUE) == 0);
  CHECK((testing::scan_text("x 139 0000 1234").at(0).flags & PIDUN_FINDING_GROUPED) != 0);
}

}  // namespace pidun
