#include "detect/checks/taiwan_id.h"

#include <catch2/catch.hpp>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {

TEST_CASE("Taiwan identity numbers and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"the example printed everywhere", "A123456789", true},
      {"another place", "B176944193", true},
      {"a place whose number is out of order", "X231071923", true},
      {"small letter", "a123456789", true},
      {"a resident, new form", "A800000014", true},
      {"a resident, old form", "AC01234567", true},
      {"wrong check digit", "X231071922", false},
      {"neither man, woman nor resident", "X431071923", false},
      {"no letter", "1234567890", false},
      {"a letter too many", "AE01234567", false},
      {"letters inside", "GE9800as98", false},
      {"nine characters", "A12345678", false},
      {"eleven characters", "A1234567890", false},
      {"empty", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(taiwan_id_valid(c.value) == c.valid);
  }
}

TEST_CASE("of ten numbers that differ in the last digit, one is a Taiwan identity number") {
  testing::RandomValues random(42);
  for (int i = 0; i < 300; ++i) {
    const std::string body =
        std::string(1, static_cast<char>('A' + random.below(26))) + (i % 2 == 0 ? "2" : "9") + random.digits(7);
    int valid = 0;
    for (char last = '0'; last <= '9'; ++last) valid += taiwan_id_valid(body + last) ? 1 : 0;
    if (valid != 1) FAIL(body << ": " << valid);
  }
  SUCCEED();
}

}  // namespace pidun
