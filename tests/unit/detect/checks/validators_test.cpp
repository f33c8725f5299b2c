#include "detect/checks/validators.h"

#include <catch2/catch.hpp>

namespace pidun {

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
