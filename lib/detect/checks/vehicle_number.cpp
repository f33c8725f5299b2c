// The check character of vehicle identification numbers.
#include "detect/checks/vehicle_number.h"

#include <array>

#include "detect/checks/digits.h"

namespace pidun {
namespace {

// A to Z; 0 = no letter of the set.
constexpr std::array<uint8_t, 26> kLetters{1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                           5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
constexpr std::array<uint8_t, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
constexpr size_t kCheckPlace = 8;

}  // namespace

char vehicle_number_check(std::string_view seventeen) {
  if (seventeen.size() != kWeights.size()) return '\0';
  uint32_t sum = 0;
  for (size_t i = 0; i < seventeen.size(); ++i) {
    const char c = to_lower(seventeen[i]);
    if (!is_digit(c) && (!is_letter(c) || kLetters[static_cast<size_t>(c - 'a')] == 0)) return '\0';
    sum += kWeights[i] * (is_digit(c) ? digit_value(c) : kLetters[static_cast<size_t>(c - 'a')]);
  }
  return "0123456789X"[sum % 11];
}

bool vehicle_number_valid(std::string_view seventeen) {
  const char check = vehicle_number_check(seventeen);
  return check != '\0' && to_lower(seventeen[kCheckPlace]) == to_lower(check);
}

}  // namespace pidun
