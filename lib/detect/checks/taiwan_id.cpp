// The check digit of Taiwan identity numbers.
#include "detect/checks/taiwan_id.h"

#include <array>

#include "detect/checks/digits.h"

namespace pidun {
namespace {

// A to Z: the places were numbered in the order in which they were set up.
constexpr std::array<uint8_t, 26> kPlaces{10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21,
                                          22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33};

uint32_t place_of(char letter) { return kPlaces[static_cast<size_t>(to_lower(letter) - 'a')]; }

}  // namespace

bool taiwan_id_valid(std::string_view ten) {
  if (ten.size() != 10 || !is_letter(ten[0]) || !all_digits(ten.substr(2))) return false;
  const char second = to_lower(ten[1]);
  const bool citizen = second == '1' || second == '2', resident = second == '8' || second == '9';
  const bool old_resident = second >= 'a' && second <= 'd';
  if (!citizen && !resident && !old_resident) return false;
  const uint32_t place = place_of(ten[0]);
  uint32_t sum = place / 10 + place % 10 * 9;
  sum += 8 * (old_resident ? place_of(second) % 10 : digit_value(second));
  for (size_t i = 2; i < 9; ++i) sum += static_cast<uint32_t>(9 - i) * digit_value(ten[i]);
  return (sum + digit_value(ten[9])) % 10 == 0;
}

}  // namespace pidun
