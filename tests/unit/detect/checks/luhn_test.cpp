#include "detect/checks/luhn.h"

#include <catch2/catch.hpp>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {
namespace {

std::string valid_number(testing::RandomValues& random, size_t length) {
  std::string number = random.digits(length - 1) + '0';
  while (!luhn_valid(number)) ++number.back();
  return number;
}

}  // namespace

TEST_CASE("known numbers and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"the usual example", "4111111111111111", true},
      {"15 digits", "378282246310005", true},
      {"last digit off by one", "4111111111111112", false},
      {"all zeros pass, as the rule has it", "0000000000000000", true},
      {"two digits", "18", true},
      {"one digit has nothing to check", "0", false},
      {"empty", "", false},
      {"a space inside", "4111 111111111111", false},
      {"a letter inside", "411111111111111a", false},
      {"a byte under the digits", "411111111111111/", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(luhn_valid(c.value) == c.valid);
  }
}

TEST_CASE("every single digit edit of a valid card fails") {
  testing::RandomValues random(4);
  for (size_t length = 12; length <= 19; ++length) {
    const std::string valid = valid_number(random, length);
    for (size_t place = 0; place < length; ++place) {
      for (char other = '0'; other <= '9'; ++other) {
        std::string edited = valid;
        edited[place] = other;
        CHECK(luhn_valid(edited) == (edited == valid));
      }
    }
  }
}

TEST_CASE("every swap of neighbours fails but 09 with 90") {
  testing::RandomValues random(5);
  for (int i = 0; i < 500; ++i) {
    const std::string valid = valid_number(random, 16);
    for (size_t place = 0; place + 1 < valid.size(); ++place) {
      std::string swapped = valid;
      std::swap(swapped[place], swapped[place + 1]);
      const std::string pair = valid.substr(place, 2);
      const bool unseen = pair[0] == pair[1] || pair == "09" || pair == "90";
      if (luhn_valid(swapped) != unseen) FAIL(valid << " against " << swapped);
    }
  }
  SUCCEED();
}

}  // namespace pidun
