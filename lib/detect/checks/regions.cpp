// Two steps to a code: the province's row leads to the prefecture's bit set of counties, whose rank leads to the years.
#include "detect/checks/regions.h"

#include <array>
#include <bit>
#include <cstddef>

#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

constexpr size_t kNoSlot = 0;  // its prefecture has no counties

constexpr size_t count_prefectures() {
  size_t count = 0;
  uint32_t last = 0;
  for (const tables::Region& region : tables::regions) {
    if (region.code / 100 != last) ++count;
    last = region.code / 100;
  }
  return count;
}

// The counties of one four-digit prefix. `base` is the place of the first in tables::regions.
struct Prefecture {
  std::array<uint64_t, 2> counties{};
  uint16_t base = 0;
};

struct Index {
  std::array<bool, 100> provinces{};
  std::array<uint16_t, 10000> slots{};  // by four digits; kNoSlot = none
  std::array<Prefecture, count_prefectures() + 1> prefectures{};
};

constexpr Index make_index() {
  Index index;
  size_t slot = kNoSlot;
  uint32_t last = 0;
  for (size_t i = 0; i < tables::regions.size(); ++i) {
    const uint32_t code = tables::regions[i].code;
    if (code / 100 != last) {
      last = code / 100;
      ++slot;
      index.slots[last] = static_cast<uint16_t>(slot);
      index.prefectures[slot].base = static_cast<uint16_t>(i);
      index.provinces[code / 10000] = true;
    }
    index.prefectures[slot].counties[code % 100 / 64] |= uint64_t{1} << (code % 100 % 64);
  }
  return index;
}

constexpr Index kIndex = make_index();

// By four digits: whether a prefecture is listed, which has the county 00.
constexpr auto kPrefectures = [] {
  std::array<uint64_t, (10000 + 63) / 64> bits{};
  for (size_t four = 0; four < kIndex.slots.size(); ++four)
    if ((kIndex.prefectures[kIndex.slots[four]].counties[0] & 1) != 0) bits[four / 64] |= uint64_t{1} << (four % 64);
  return bits;
}();

bool lenient(uint64_t county) { return county == 1 || county == 2 || county == 11 || county == 20; }

// Place of `county` in tables::regions, if its bit is set.
size_t place_of(const Prefecture& prefecture, uint64_t county) {
  const uint64_t below = (uint64_t{1} << (county % 64)) - 1;
  const int in_word = std::popcount(prefecture.counties[county / 64] & below);
  const int before = county >= 64 ? std::popcount(prefecture.counties[0]) : 0;
  return prefecture.base + static_cast<size_t>(in_word + before);
}

}  // namespace

bool is_province(std::string_view code) {
  return code.size() >= 2 && is_digit(code[0]) && is_digit(code[1]) && kIndex.provinces[digits_to_number(code, 0, 2)];
}

bool is_prefecture(std::string_view four) {
  const uint64_t value = digits_to_number(four, 0, 4);
  return (kPrefectures[value / 64] >> (value % 64) & 1) != 0;
}

RegionMatch match_region(std::string_view code) {
  const Prefecture& prefecture = kIndex.prefectures[kIndex.slots[digits_to_number(code, 0, 4)]];
  const uint64_t county = digits_to_number(code, 4, 2);
  if ((prefecture.counties[county / 64] >> (county % 64) & 1) != 0) return RegionMatch::listed;
  return kIndex.provinces[digits_to_number(code, 0, 2)] ? RegionMatch::province_only : RegionMatch::unknown;
}

RegionFact find_region(std::string_view code, int birth_year) {
  RegionFact fact;
  if (code.size() != 6 || !all_digits(code)) return fact;
  fact.match = match_region(code);
  if (fact.match == RegionMatch::unknown) return fact;
  const size_t slot = kIndex.slots[digits_to_number(code, 0, 4)];
  const Prefecture& prefecture = kIndex.prefectures[slot];
  const uint64_t county = digits_to_number(code, 4, 2);
  if (fact.match == RegionMatch::province_only) {
    fact.lenient_county = slot != kNoSlot && lenient(county);
    return fact;
  }
  const tables::Region& region = tables::regions[place_of(prefecture, county)];
  fact.first_year = region.first_year;
  fact.last_year = region.last_year;
  fact.in_force_at_birth = (region.first_year == 0 || birth_year >= region.first_year) &&
                           (region.last_year == 0 || birth_year <= region.last_year);
  return fact;
}

}  // namespace pidun
