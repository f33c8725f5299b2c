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
      {"hong_kong_id", "P1032651", "P1032652"},
      {"imei", "490154203237518", "490154203237517"},
      {"landline", "01088993108", "02661234567"},
      {"landline_area", "075512345678", "075521234567"},
      {"mac", "0011223344aa", "ffffffffffff"},
      {"mac_bare", "0011223344aa", "001122334455"},
      {"machine_card", "1410012345678", "1310012345678"},
      {"plate", "京A12345", "京ABCDEF"},
      {"taiwan_id", "A123456789", "A123456788"},
      {"vehicle_number", "LSVAB2A17CN012345", "LSVAB2A11CN012345"},
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

TEST_CASE("validators take values as they are written") {
  struct Case {
    const char* promise;
    const char* validator;
    const char* value;
    bool holds;
  };
  const Case cases[] = {
      {"brackets", "hong_kong_id", "P103265(1)", true},
      {"full-width brackets", "hong_kong_id", "P103265（1）", true},
      {"full-width brackets, wrong", "hong_kong_id", "P103265（2）", false},
      {"an IMEI in groups", "imei", "49-015420-323751-8", true},
      {"an IMEI", "imei", "490154203237518", true},
      {"an IMEI in groups, wrong", "imei", "49-015420-323751-7", false},
      {"a landline", "landline", "010-88993108", true},
      {"an extension", "landline", "010-88993108-1234", true},
      {"an extension with hanzi", "landline", "0755-7654321转12", true},
      {"seven digits and an extension", "landline", "0936-4211235-1234", true},
      {"groups", "landline", "021 6123 4567", true},
      {"brackets", "landline", "(0755)86543210", true},
      {"full-width brackets", "landline", "（0755）86543210", true},
      {"a country code", "landline", "+86-10-88993108", true},
      {"a country code without a plus", "landline", "86-755-86543210", true},
      {"a country code and an extension", "landline", "+86 755 86543210-8", true},
      {"no such area", "landline", "026-61234567", false},
      {"a service number", "landline", "010-95588123", false},
      {"no digits", "landline", "-", false},
      {"a machine card", "machine_card", "1410012345678", true},
      {"a plate", "plate", "京A12345", true},
      {"letters alone", "plate", "京ABCDEF", false},
      {"digits with separators", "mac", "00:11:22:33:44:55", true},
      {"digits alone", "mac_bare", "001122334455", false},
      {"with a letter", "mac_bare", "0011223344aa", true},
      {"a broadcast", "mac", "ff:ff:ff:ff:ff:ff", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.validator << " " << c.value);
    const Validator validator = find_validator(c.validator);
    REQUIRE(validator != nullptr);
    CHECK(validates(validator, c.value) == c.holds);
  }
}

TEST_CASE("every validator takes any text and holds for none that says nothing") {
  for (const std::string_view name : validator_names()) {
    INFO(name);
    const Validator validator = find_validator(name);
    REQUIRE(validator != nullptr);
    for (const char* text : {"", "-", "\xff\xff", "（", "）", "A"}) CHECK_FALSE(validates(validator, text));
  }
  CHECK(find_validator("") == nullptr);
  CHECK(find_validator("no_such") == nullptr);
  CHECK(validator_has_check("luhn"));
  CHECK_FALSE(validator_has_check("plate"));
  CHECK_FALSE(validator_has_check("no_such"));
}

}  // namespace pidun
