// Area codes as a bit set.
#include "detect/checks/landline_plan.h"

#include <array>

#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

constexpr auto kAreas = [] {
  std::array<uint64_t, (1000 + 63) / 64> bits{};
  for (const tables::AreaCode& area : tables::area_codes) bits[area.code / 64u] |= uint64_t{1} << (area.code % 64);
  return bits;
}();

// 010 and 02x have three digits, all others four.
size_t area_length(std::string_view digits) { return digits[1] == '2' || digits.starts_with("010") ? 3 : 4; }

}  // namespace

bool area_code_listed(std::string_view area) {
  if (area.size() < 3 || area.size() > 4 || area[0] != '0' || !all_digits(area)) return false;
  if (area.size() != area_length(area) || (area.size() == 4 && area[1] < '2')) return false;
  const uint64_t code = digits_to_number(area, 1, area.size() - 1);
  return (kAreas[code / 64] >> (code % 64) & 1) != 0;
}

bool subscriber_lawful(std::string_view digits) {
  return (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2' && digits[0] <= '8' && all_digits(digits);
}

LandlineFact landline_plan(std::string_view digits) {
  if (digits.size() < 10 || digits.size() > 12 || digits[0] != '0' || !all_digits(digits)) return {};
  const size_t area = area_length(digits);
  const std::string_view subscriber = digits.substr(area);
  if (subscriber.size() < 7 || subscriber.size() > 8 || (digits[1] < '2' && area == 4)) return {};
  LandlineFact fact{.possible = true, .area_digits = static_cast<uint8_t>(area)};
  fact.listed = area_code_listed(digits.substr(0, area));
  fact.lawful = subscriber_lawful(subscriber) && (area == 4 || subscriber.size() == 8);
  return fact;
}

}  // namespace pidun
