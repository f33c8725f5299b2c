#include "detect/checks/mod_11_2.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {

TEST_CASE("published specimens and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"a random but valid number", "440308199901101512", true},
      {"check character X", "11010119900307002X", true},
      {"check character x", "11010119900307002x", true},
      {"resident of Beijing", "110101199003074610", true},
      {"residence permit of Hong Kong", "810000199408230021", true},
      {"residence permit of Taiwan", "830000199201300022", true},
      {"15 digits brought to 18", "610104196209276908", true},
      {"wrong check digit", "110101199003071235", false},
      {"X where a digit belongs", "11010119900307461X", false},
      {"X inside", "1101011990030700X2", false},
      {"a letter that is none", "11010119900307002Y", false},
      {"a Cyrillic letter makes it longer", "11010119900307002Х", false},
      {"too short", "1101011990030746", false},
      {"too long", "1101011990030746100", false},
      {"empty", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(mod_11_2_valid(c.value) == c.valid);
  }
}

TEST_CASE("all eleven check characters occur") {
  testing::RandomValues random(1);
  std::set<char> seen;
  for (int i = 0; i < 2000; ++i) seen.insert(mod_11_2_check(random.digits(17)));
  CHECK(std::string(seen.begin(), seen.end()) == "0123456789X");
}

TEST_CASE("what is not seventeen digits has no check character") {
  CHECK(mod_11_2_check("") == '\0');
  CHECK(mod_11_2_check("1234567890123456") == '\0');
  CHECK(mod_11_2_check("123456789012345678") == '\0');
  for (int byte = 0; byte < 256; ++byte) {
    std::string value = "11010119900307461";
    value[8] = static_cast<char>(byte);
    CHECK((mod_11_2_check(value) != '\0') == is_digit(static_cast<char>(byte)));
    CHECK_FALSE((mod_11_2_valid(std::string(17, '\0') + static_cast<char>(byte))));
  }
}

TEST_CASE("every single edit of a valid number fails") {
  testing::RandomValues random(2);
  for (int i = 0; i < 300; ++i) {
    const std::string valid = random.id_like();
    REQUIRE(mod_11_2_valid(valid));
    for (size_t place = 0; place < valid.size(); ++place) {
      for (const char other : std::string(place == 17 ? "0123456789X" : "0123456789")) {
        std::string edited = valid;
        edited[place] = other;
        if (mod_11_2_valid(edited) != (edited == valid)) FAIL(valid << " and " << edited << " both pass");
      }
    }
  }
  SUCCEED();
}

TEST_CASE("every swap of two neighbouring digits fails") {
  testing::RandomValues random(3);
  for (int i = 0; i < 2000; ++i) {
    const std::string valid = random.id_like();
    for (size_t place = 0; place + 1 < valid.size(); ++place) {
      std::string swapped = valid;
      std::swap(swapped[place], swapped[place + 1]);
      if (mod_11_2_valid(swapped) != (swapped == valid)) FAIL(valid << " and " << swapped << " both pass");
    }
  }
  SUCCEED();
}

}  // namespace pidun
