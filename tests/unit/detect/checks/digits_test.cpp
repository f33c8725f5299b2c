#include "detect/checks/digits.h"

#include <catch2/catch.hpp>

namespace pidun {

TEST_CASE("only the ten ASCII digits are digits") {
  int count = 0;
  for (int byte = 0; byte < 256; ++byte) {
    if (!is_digit(static_cast<char>(byte))) continue;
    ++count;
    CHECK(digit_value(static_cast<char>(byte)) == static_cast<uint32_t>(byte - '0'));
  }
  CHECK(count == 10);
}

TEST_CASE("digit strings become numbers") {
  CHECK(digits_to_number("0012345", 2, 3) == 123);
  CHECK(digits_to_number("9999999999999999999", 0, 19) == 9999999999999999999u);
  CHECK(digits_to_number("7", 0, 0) == 0);
  CHECK(all_digits(""));
  CHECK_FALSE(all_digits("12a"));
  CHECK_FALSE(all_digits("１"));
}

}  // namespace pidun
