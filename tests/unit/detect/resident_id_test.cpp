// Resident ID numbers and residence permits: what is found, with which check, and what is none.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::kFail;
using testing::kNoCheck;
using testing::kPass;
using testing::make_id;

const std::string kKind = "resident_id_number", kPermit = "hmt_residence_permit_number";
const std::string kId = testing::make_id_ending("110101", "19900307", '4');
const std::string kIdX = testing::make_id_ending("330106", "19851224", 'X');
const std::string kIdLowerX = kIdX.substr(0, 17) + "x";
const std::string kWrong = testing::spoilt(kId);
const std::string kShort = "110101900307777";
const std::string kNoSuchDay = make_id("110101", "19900231", "123");

std::string grouped(const std::string& id) { return id.substr(0, 6) + " " + id.substr(6, 8) + " " + id.substr(14); }

}  // namespace

TEST_CASE("resident ID numbers that must be found") {
  const std::string leap = make_id("440305", "20000229", "123"), old_region = make_id("110103", "19700101", "456");
  const std::string old_person = make_id("320102", "19000101", "789"), unlisted = make_id("110199", "19900307", "321");
  const std::string permit = make_id("810000", "19900307", "001"), taiwan = make_id("830000", "19800229", "002");
  testing::check_found({
      {"in running text", "他的号码是" + kId + "，请核对", kKind, kId, kPass, 85, 85},
      {"labelled", "身份证号：" + kId, kKind, kId, kPass, 100},
      {"with an X", "a " + kIdX + " b", kKind, kIdX, kPass, 85},
      {"with a small x", "a " + kIdLowerX + " b", kKind, kIdLowerX, kPass, 85},
      {"X at the end of the input", kIdX, kKind, kIdX, kPass, 85},
      {"grouped by region, birth and rest", "x " + grouped(kId) + " y", kKind, grouped(kId), kPass, 85},
      {"grouped, ending in X", "x " + grouped(kIdX) + " y", kKind, grouped(kIdX), kPass, 85},
      {"grouped by dashes", "x 110101-19900307-" + kId.substr(14), kKind, "110101-19900307-" + kId.substr(14), kPass},
      {"a leap day", "x " + leap, kKind, leap, kPass, 85},
      {"a region that was abolished", "x " + old_region, kKind, old_region, kPass, 85},
      {"born in 1900", "x " + old_person, kKind, old_person, kPass, 85},
      {"a county that was never listed", "x " + unlisted, kKind, unlisted, kPass, 60, 80},
      {"a wrong check digit with a label", "身份证号：" + kWrong, kKind, kWrong, kFail, 50, 80},
      {"an impossible day with a label is found and fails", "身份证号：" + kNoSuchDay, kKind, kNoSuchDay, kFail, 50,
       70},
      {"15 digits with a label", "身份证：" + kShort, kKind, kShort, kNoCheck, 50, 75},
      {"15 digits in a field of that name", "{\"sfzh\": " + kShort + "}\n", kKind, kShort, kNoCheck, 50, 75},
      {"under the label of an order its check still speaks", "订单号：" + kId, kKind, kId, kPass, 50, 60},
      {"a permit of Hong Kong", "居住证 " + permit, kPermit, permit, kPass, 80},
      {"a permit of Taiwan without a label", "x " + taiwan, kPermit, taiwan, kPass, 70},
  });
}

TEST_CASE("numbers that are no resident ID") {
  testing::check_nothing({
      {"a wrong check digit without a label", "x " + kWrong + " y"},
      {"a wrong check digit under the label of an order", "订单号：" + kWrong},
      {"a day that does not exist", "x " + kNoSuchDay + " y"},
      {"a month that does not exist", "x " + make_id("110101", "19901307", "123") + " y"},
      {"29 February of a common year", "x " + make_id("110101", "19000229", "123") + " y"},
      {"a province that does not exist", "x " + make_id("990101", "19900307", "123") + " y"},
      {"born in another century", "x " + make_id("110101", "21900307", "123") + " y"},
      {"15 digits without a label", "x " + kShort + " y"},
      {"15 digits with a month 13", "x 110101901307777 y"},
      {"17 digits", "x " + kId.substr(0, 17) + " y"},
      {"19 digits", "x " + kId + "0 y"},
      {"16 digits and an X", "x " + kIdX.substr(1) + " y"},
      {"an X that goes on", "x " + kIdX + "Y"},
      {"two X", "x " + kIdX + "X y"},
      {"all zeros", "x 000000000000000000 y"},
      {"one digit again and again", "x 111111111111111111 y"},
      {"over a newline", kId.substr(0, 6) + "\n" + kId.substr(6)},
      {"over two cells", kId.substr(0, 10) + "," + kId.substr(10)},
      {"grouped by two separators", "x 110101-19900307 " + kId.substr(14)},
      {"grouped otherwise", "x 11010-119900307-" + kId.substr(14)},
      {"a timestamp to the nanosecond", "ts=1719900307123456789"},
  });
}

TEST_CASE("reasons tell what was looked at") {
  const auto found = testing::scan_text("x " + kId).at(0);
  for (const char* reason : {"shape", "check_digit", "real_date", "region_listed"}) {
    CAPTURE(reason);
    CHECK(found.has(reason));
  }
  const auto failed = testing::scan_text("身份证 " + kWrong).at(0);
  CHECK(failed.has("check_digit_failed"));
  CHECK(failed.has("label"));
  CHECK((failed.flags & PIDUN_FINDING_LABELLED) != 0);
  CHECK((testing::scan_text("x " + grouped(kId)).at(0).flags & PIDUN_FINDING_GROUPED) != 0);
}

TEST_CASE("of one number only one check character passes") {
  for (const char last : std::string("0123456789X")) {
    const std::string id = kId.substr(0, 17) + last;
    CAPTURE(id);
    CHECK(testing::scan_text("x " + id + " y").size() == (id == kId ? 1 : 0));
    CHECK(int{testing::scan_text("身份证 " + id).at(0).check} == int{id == kId ? kPass : kFail});
  }
}

}  // namespace pidun
