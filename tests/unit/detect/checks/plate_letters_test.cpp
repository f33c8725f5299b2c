#include "detect/checks/plate_letters.h"

#include <catch2/catch.hpp>

namespace pidun {

TEST_CASE("plates of the standard have at most two letters behind the issuing one, and a digit") {
  CHECK(plate_letters_lawful("京A12345"));
  CHECK(plate_letters_lawful("粤BD12345"));
  CHECK(plate_letters_lawful("粤B12345D"));
  CHECK(plate_letters_lawful("粤B·1AB34"));
  CHECK(plate_letters_lawful("粤B1234警"));
  CHECK_FALSE(plate_letters_lawful("粤B1ABC4"));
  CHECK_FALSE(plate_letters_lawful("粤BABCDE"));
  CHECK_FALSE(plate_letters_lawful("粤B"));
  CHECK_FALSE(plate_letters_lawful(""));
}

}  // namespace pidun
