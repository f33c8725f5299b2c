// Latitudes, longitudes and positions as they are written.
#include "detect/coordinates.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace pidun {
namespace {

struct Case {
  std::string text;
  size_t length;
};

}  // namespace

TEST_CASE("a coordinate ends where it is whole, and lies on the globe") {
  const std::vector<Case> latitudes = {
      {"22.5312", 7},
      {"-33.8688", 8},
      {"22.5312,113.9", 7},
      {"90", 2},
      {"90.0001", 0},
      {"N22.5312", 8},
      {"22.5312N", 8},
      {"北纬22.5312°", 15},
      {"22°31′52.3″", 16},
      {"22°31'52\"N", 11},
      {"22度31分", 10},
      {"E22.5312", 0},
      {"12.5ms", 0},
      {"22.53%", 0},
      {"1.2.3", 0},
      {"", 0},
      {"-", 0},
      {"abc", 0},
      {"0", 0},
      {"0.000000", 0},
      {"1234.5", 0},
      {"22.5312 north", 7},
      {"22.5312Now", 0},
      {"22.123456789012345678901", 0},
  };
  for (const Case& one : latitudes) {
    INFO(one.text);
    CHECK(latitude_length(one.text) == one.length);
  }
  CHECK(longitude_length("180") == 3);
  CHECK(longitude_length("180.1") == 0);
  CHECK(longitude_length("东经113.9351") == 14);
  CHECK(longitude_length("N113.9351") == 0);
}

TEST_CASE("a position is two fine coordinates in either order") {
  const std::vector<Case> positions = {
      {"22.5312,113.9351", 16},
      {"113.9351,22.5312", 16},
      {"113.9351 22.5312", 16},
      {"113.9351，22.5312", 18},
      {"113.9351,22.5312,45", 19},
      {"N22.5312 E113.9351", 18},
      {"北纬22°31′52″，东经113°56′6″", 43},
      {"22.53,113.93", 0},
      {"113.9351", 0},
      {"113.935122.5312", 0},
      {"113.9351,122.5312", 0},
      {"22.5312,313.9351", 0},
      {"22.5312,,113.9351", 0},
  };
  for (const Case& one : positions) {
    INFO(one.text);
    CHECK(position_length(one.text) == one.length);
  }
}

TEST_CASE("of two orders the one in China is meant") {
  const Coordinates swapped = read_position("87.6168,43.8255"), plain = read_position("43.8255,87.6168");
  CHECK(swapped.latitude == Approx(43.8255));
  CHECK(swapped.longitude == Approx(87.6168));
  CHECK(plain.latitude == Approx(43.8255));
  CHECK(is_in_china(plain.latitude, plain.longitude));
  CHECK_FALSE(is_in_china(-33.8, 151.2));
}

}  // namespace pidun
