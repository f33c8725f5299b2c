// The first six digits of an ID number: was there ever such a place? GB/T 2260, all tables since 1980.
// A region scores and never refuses: cards keep codes that were abolished, and real cards carry codes that stand
// in no table. Tested in tests/unit/detect/checks/regions_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

enum class RegionMatch : uint8_t {
  unknown,        // not even the first two digits are a province
  province_only,  // a province, but the six digits were never listed
  listed          // the code exists or existed
};

struct RegionFact {
  RegionMatch match = RegionMatch::unknown;
  // Listed, and in force in the year of birth. False says little: codes are given when a card is first made, so
  // people born before a county was founded carry its code.
  bool in_force_at_birth = false;
  // Not listed, but a county number 01, 02, 11 or 20 of a listed prefecture, as seen on real cards.
  bool lenient_county = false;
  uint16_t first_year = 0;  // 0 = open
  uint16_t last_year = 0;   // 0 = open
};

// `code` is exactly six digits, else unknown.
RegionFact find_region(std::string_view code, int birth_year);

// The match alone, which is what scores: no years are looked up. `code` is six digits.
RegionMatch match_region(std::string_view code);

// The first two digits name a province, region, municipality, or 71, 81, 82, 83.
bool is_province(std::string_view code);
// Whether four digits are those of a listed prefecture.
bool is_prefecture(std::string_view four);

}  // namespace pidun
