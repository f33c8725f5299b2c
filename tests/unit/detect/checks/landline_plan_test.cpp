#include "detect/checks/landline_plan.h"

#include <catch2/catch.hpp>
#include <string>

#include "pidun_tables.h"

namespace pidun {

TEST_CASE("landlines by length, area code and first digit") {
  struct Case {
    const char* promise;
    const char* digits;
    bool possible, listed, lawful;
    int area_digits;
  };
  const Case cases[] = {
      {"Beijing", "01088993108", true, true, true, 3},
      {"two digits", "02161234567", true, true, true, 3},
      {"four digits and seven", "09364211235", true, true, true, 4},
      {"four digits and eight", "075576543210", true, true, true, 4},
      {"an area given up", "03784211235", true, true, true, 4},
      {"an area that is not in use", "09994211235", true, true, true, 4},
      {"no such area", "02661234567", true, false, true, 3},
      {"seven digits where there are eight", "0209999999", true, true, false, 3},
      {"seven digits where there are eight, lawful otherwise", "0202345678", true, true, false, 3},
      {"a service number", "01095588123", true, true, false, 3},
      {"an emergency number", "01012345678", true, true, false, 3},
      {"an area that begins with 1", "01161234567", false, false, false, 0},
      {"an area that begins with 00", "00861234567", false, false, false, 0},
      {"too short", "010889931", false, false, false, 0},
      {"too long", "0755765432101", false, false, false, 0},
      {"nine digits behind three", "010889931081", false, false, false, 0},
      {"no zero", "1088993108", false, false, false, 0},
      {"a letter", "0108899310a", false, false, false, 0},
      {"empty", "", false, false, false, 0},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.digits);
    const LandlineFact fact = landline_plan(c.digits);
    CHECK(fact.possible == c.possible);
    CHECK(fact.listed == c.listed);
    CHECK(fact.lawful == c.lawful);
    CHECK(int{fact.area_digits} == c.area_digits);
  }
}

TEST_CASE("area codes are those of the table, whole") {
  size_t listed = 0;
  for (int code = 0; code < 1000; ++code) {
    const std::string three = "0" + std::to_string(100 + code).substr(1),
                      four = "0" + std::to_string(1000 + code).substr(1);
    if (code < 100 && area_code_listed(three)) ++listed;
    if (area_code_listed(four)) ++listed;
  }
  CHECK(listed == tables::area_codes.size());
  CHECK(area_code_listed("010"));
  CHECK(area_code_listed("0755"));
  CHECK_FALSE(area_code_listed("0100"));
  CHECK_FALSE(area_code_listed("026"));
  CHECK_FALSE(area_code_listed("755"));
  CHECK_FALSE(area_code_listed(""));
}

TEST_CASE("subscribers begin with 2 to 8") {
  for (char first = '0'; first <= '9'; ++first) {
    CHECK(subscriber_lawful(std::string(1, first) + "1234567") == (first >= '2' && first <= '8'));
    CHECK(subscriber_lawful(std::string(1, first) + "123456") == (first >= '2' && first <= '8'));
  }
  CHECK_FALSE(subscriber_lawful("612345"));
  CHECK_FALSE(subscriber_lawful("612345678"));
  CHECK_FALSE(subscriber_lawful("6123456a"));
}

}  // namespace pidun
