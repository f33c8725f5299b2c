#include "detect/checks/regions.h"

#include <catch2/catch.hpp>
#include <string>

#include "detect/checks/digits.h"
#include "pidun_tables.h"
#include "unit/detect/checks/random_values.h"

namespace pidun {
namespace {

const tables::Region* scan_table(uint64_t code) {
  for (const tables::Region& region : tables::regions) {
    if (region.code == code) return &region;
  }
  return nullptr;
}

std::string six_digits(uint64_t code) {
  std::string text = std::to_string(code);
  return std::string(6 - text.size(), '0') + text;
}

}  // namespace

TEST_CASE("regions of then and now") {
  struct Case {
    const char* promise;
    const char* code;
    int birth_year;
    RegionMatch match;
    bool in_force, lenient;
  };
  const Case cases[] = {
      {"a district of today", "110101", 1990, RegionMatch::listed, true, false},
      {"a district abolished in 2010, before", "110103", 1990, RegionMatch::listed, true, false},
      {"a district abolished in 2010, after", "110103", 2015, RegionMatch::listed, false, false},
      {"a city founded in 2015, born before", "659008", 1990, RegionMatch::listed, false, false},
      {"Hong Kong residence permit", "810000", 1994, RegionMatch::listed, true, false},
      {"Macao", "820000", 1994, RegionMatch::listed, true, false},
      {"Taiwan on residence permits", "830000", 1992, RegionMatch::listed, true, false},
      {"a district of Hong Kong", "810101", 1994, RegionMatch::listed, true, false},
      {"a city's own code, once refused by others", "440401", 1990, RegionMatch::listed, true, false},
      {"a county number seen on real cards, in no table", "332511", 1990, RegionMatch::province_only, false, true},
      {"a county that never was", "110199", 1990, RegionMatch::province_only, false, false},
      {"a prefecture that never was", "119901", 1990, RegionMatch::province_only, false, false},
      {"no province", "000000", 1990, RegionMatch::unknown, false, false},
      {"no province either", "990101", 1990, RegionMatch::unknown, false, false},
      {"five digits", "11010", 1990, RegionMatch::unknown, false, false},
      {"seven digits", "1101011", 1990, RegionMatch::unknown, false, false},
      {"a letter", "11010x", 1990, RegionMatch::unknown, false, false},
      {"empty", "", 1990, RegionMatch::unknown, false, false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.code);
    const RegionFact fact = find_region(c.code, c.birth_year);
    CHECK(fact.match == c.match);
    CHECK(fact.in_force_at_birth == c.in_force);
    CHECK(fact.lenient_county == c.lenient);
  }
}

TEST_CASE("the lookup gives what a scan of the table gives, for all million codes") {
  size_t row = 0;  // the table is sorted: walk it beside the codes
  for (uint32_t code = 0; code < 1000000; ++code) {
    const bool expected = row < tables::regions.size() && tables::regions[row].code == code;
    const RegionFact fact = find_region(six_digits(code), 1990);
    if ((fact.match == RegionMatch::listed) != expected) FAIL(code);
    if (!expected) continue;
    if (fact.first_year != tables::regions[row].first_year || fact.last_year != tables::regions[row].last_year) {
      FAIL("years of " << code);
    }
    ++row;
  }
  CHECK(row == tables::regions.size());
}

TEST_CASE("the lookup agrees with a linear scan on random codes and years") {
  testing::RandomValues random(6);
  for (int i = 0; i < 5000; ++i) {
    const std::string code = random.digits(6);
    const int year = 1900 + static_cast<int>(random.below(130));
    const tables::Region* region = scan_table(digits_to_number(code, 0, 6));
    const RegionFact fact = find_region(code, year);
    if ((fact.match == RegionMatch::listed) != (region != nullptr)) FAIL(code);
    if (region == nullptr) continue;
    const bool in_force = year >= region->first_year && (region->last_year == 0 || year <= region->last_year);
    if (fact.in_force_at_birth != in_force) FAIL(code << " in " << year);
  }
  SUCCEED();
}

TEST_CASE("provinces are those of the table") {
  int count = 0;
  for (uint64_t two = 0; two < 100; ++two) count += is_province(six_digits(two * 10000)) ? 1 : 0;
  CHECK(count == 35);  // 31 of the mainland, 71, 81, 82, 83
  CHECK(is_province("44"));
  CHECK_FALSE(is_province("4"));
  CHECK_FALSE(is_province("4x"));
}

TEST_CASE("the table is sorted and holds what history has") {
  CHECK(tables::regions.size() > 7000);
  for (size_t i = 1; i < tables::regions.size(); ++i) CHECK(tables::regions[i - 1].code < tables::regions[i].code);
}

}  // namespace pidun
