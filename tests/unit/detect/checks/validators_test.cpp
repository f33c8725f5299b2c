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
      {"brackets of two widths", "hong_kong_id", "P103265(1）", false},
      {"a closing bracket alone", "hong_kong_id", "）", false},
      {"a closing bracket and a digit", "hong_kong_id", "1）", false},
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
      {"a broadcast", "mac", "ff:ff:ff:ff:ff:ff", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.validator << " " << c.value);
    const Validator* validator = find_validator(c.validator);
    REQUIRE(validator != nullptr);
    CHECK(validator->holds(c.value) == c.holds);
  }
}

TEST_CASE("every validator has a name of its own and takes any text") {
  for (const Validator& validator : all_validators()) {
    CHECK(find_validator(validator.name) == &validator);
    for (const char* text : {"", "-", "\xff\xff", "（", "）", "A"}) CHECK_FALSE(validator.holds(text));
  }
  CHECK(find_validator("") == nullptr);
  CHECK(find_validator("no_such") == nullptr);
}

}  // namespace pidun
