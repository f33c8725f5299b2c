// Who is under 14: by ID number, birth date and age, to the day.
#include "detect/minors.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {

TEST_CASE("minors: under 14 through the 14th birthday") {
  const std::string id = "110101201211280016";  // born on 2012-11-28
  CHECK(is_minor_on(Kind::resident_id_number, id, 20261127));
  CHECK(is_minor_on(Kind::resident_id_number, id, 20261128));
  CHECK_FALSE(is_minor_on(Kind::resident_id_number, id, 20261129));
  CHECK_FALSE(is_minor_on(Kind::resident_id_number, id, 20121127));  // not born yet
  CHECK(is_minor_on(Kind::resident_id_number, id, 20121128));
}

TEST_CASE("minors: written apart, permits, and dates in their forms") {
  CHECK(is_minor_on(Kind::resident_id_number, "110101 20121128 0016", 20261128));
  CHECK(is_minor_on(Kind::hmt_residence_permit_number, "810000201505010012", 20261128));
  for (const char* date : {"2015-03-07", "2015/3/7", "2015年3月7日", "20150307"}) {
    CAPTURE(date);
    CHECK(is_minor_on(Kind::birth_date, date, 20261128));
    CHECK_FALSE(is_minor_on(Kind::birth_date, date, 20290308));
  }
}

TEST_CASE("minors: what tells no birth date is none") {
  CHECK_FALSE(is_minor_on(Kind::mobile_number, "13958270461", 20261128));
  CHECK_FALSE(is_minor_on(Kind::resident_id_number, "11010120121", 20261128));
  CHECK_FALSE(is_minor_on(Kind::birth_date, "三月七日", 20261128));
  CHECK_FALSE(is_minor_on(Kind::birth_date, "2015-13-07", 20261128));
  CHECK_FALSE(is_minor_on(Kind::birth_date, "", 20261128));
}

TEST_CASE("minors: ages") {
  for (const char* age : {"0", "8", "8岁", "13周岁", "10个月", "20天"}) CHECK(is_age_under_14(age));
  for (const char* age : {"14", "35岁", "130", "岁", ""}) CHECK_FALSE(is_age_under_14(age));
}

}  // namespace pidun
