// The checks that rules may name: each accepts a value and refuses its neighbour, whatever separates the digits.
#include "detect/checks/validators.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace pidun {

TEST_CASE("every validator takes a right value and refuses a wrong one") {
  struct Case {
    const char* name;
    const char* right;
    const char* wrong;
  };
  const Case cases[] = {
      {"calendar_date", "20240229", "20230229"},
      {"company_code", "91350100M000100Y43", "91350100M000100Y44"},
      {"luhn", "4111111111111111", "4111111111111112"},
      {"mobile_segment", "13900001234", "12900001234"},
      {"mod_11_2", "11010119900307002X", "110101199003070021"},
      {"organisation_code", "MA01ABCD5", "MA01ABCD6"},
  };
  std::set<std::string_view> tried;
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Validator validator = find_validator(c.name);
    REQUIRE(validator != nullptr);
    CHECK(validates(validator, c.right));
    CHECK_FALSE(validates(validator, c.wrong));
    CHECK_FALSE(validates(validator, ""));
    tried.insert(c.name);
  }
  for (const auto name : validator_names()) {
    CAPTURE(name);
    CHECK(tried.count(name) == 1);
  }
}

TEST_CASE("only letters and digits of a matched text are looked at") {
  const Validator luhn = find_validator("luhn");
  CHECK(validates(luhn, "4111-1111 1111/1111"));
  CHECK(validates(luhn, "卡4111 1111 1111 1111号"));
  CHECK_FALSE(validates(luhn, std::string(64, '0') + "0"));  // more than any value has
  CHECK(validates(luhn, std::string(64, '0')));
}

TEST_CASE("there is no validator of another name") {
  for (const char* name : {"", "LUHN", "luhn ", "crc32"}) CHECK(find_validator(name) == nullptr);
}

}  // namespace pidun
