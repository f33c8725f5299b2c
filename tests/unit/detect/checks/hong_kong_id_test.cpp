#include "detect/checks/hong_kong_id.h"

#include <catch2/catch.hpp>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {

TEST_CASE("Hong Kong identity numbers and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"round brackets", "P103265(1)", true},
      {"square brackets", "A494866[4]", true},
      {"no brackets", "Z0977986", true},
      {"A stands for ten", "Z867821A", true},
      {"two letters", "OV290326[A]", true},
      {"small letters", "ag293013(9)", true},
      {"a small check letter", "z867821a", true},
      {"wrong check digit", "P103265(2)", false},
      {"brackets that differ", "P103265(1]", false},
      {"an opening bracket is missing", "P1032651)", false},
      {"five digits", "P10326(1)", false},
      {"seven digits", "P1032651(1)", false},
      {"three letters", "PAB103265(1)", false},
      {"no letter", "1103265(1)", false},
      {"a digit too few", "P10326", false},
      {"empty", "", false},
      {"brackets alone", "()", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(hong_kong_id_valid(c.value) == c.valid);
  }
}

TEST_CASE("every single digit edit of a Hong Kong identity number fails") {
  testing::RandomValues random(41);
  for (int i = 0; i < 200; ++i) {
    std::string body(1 + random.below(2), '\0');
    for (char& c : body) c = static_cast<char>('A' + random.below(26));
    body += random.digits(6);
    const char check = hong_kong_check(body);
    REQUIRE(hong_kong_id_valid(body + "(" + check + ")"));
    for (size_t place = body.size() - 6; place < body.size(); ++place) {
      for (char other = '0'; other <= '9'; ++other) {
        std::string edited = body;
        edited[place] = other;
        if ((hong_kong_check(edited) == check) != (edited == body)) FAIL(body << " and " << edited);
      }
    }
  }
}

}  // namespace pidun
