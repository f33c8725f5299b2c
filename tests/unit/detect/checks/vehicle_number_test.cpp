#include "detect/checks/vehicle_number.h"

#include <catch2/catch.hpp>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {

TEST_CASE("vehicle identification numbers and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"the example of the regulation", "1M8GDM9AXKP042788", true},
      {"ones", "11111111111111111", true},
      {"small letters", "1m8gdm9axkp042788", true},
      {"wrong check character", "1M8GDM9A1KP042788", false},
      {"the letter I", "1M8GDM9AXKPI42788", false},
      {"the letter O", "1M8GDM9AXKPO42788", false},
      {"the letter Q", "1M8GDM9AXKPQ42788", false},
      {"sixteen characters", "1M8GDM9AXKP04278", false},
      {"eighteen characters", "1M8GDM9AXKP0427888", false},
      {"a dash", "1M8GDM9AXKP04-788", false},
      {"empty", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(vehicle_number_valid(c.value) == c.valid);
  }
}

TEST_CASE("a check character makes any seventeen characters of the set valid, and no other does") {
  testing::RandomValues random(43);
  constexpr std::string_view kSet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  for (int i = 0; i < 300; ++i) {
    std::string value(17, '0');
    for (char& c : value) c = kSet[random.below(static_cast<uint32_t>(kSet.size()))];
    const char check = vehicle_number_check(value);
    for (const char other : std::string_view("0123456789X")) {
      value[8] = other;
      if (vehicle_number_valid(value) != (other == check)) FAIL(value);
    }
  }
  SUCCEED();
}

}  // namespace pidun
