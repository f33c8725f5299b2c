// Prefixes of mobile numbers as bit sets over the first five digits, which all begin with 1.
#include "detect/checks/mobile_segments.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

using FourDigitSet = std::array<uint64_t, (10000 + 63) / 64>;  // digits two to five

constexpr FourDigitSet segments_of(size_t number_digits) {
  FourDigitSet bits{};
  for (const tables::Segment& segment : tables::segments) {
    if (segment.number_digits != number_digits) continue;
    uint32_t width = 1;
    for (size_t i = segment.prefix_digits; i < 5; ++i) width *= 10;
    const uint32_t first = segment.prefix * width - 10000;
    for (uint32_t four = first; four < first + width; ++four) bits[four / 64] |= uint64_t{1} << (four % 64);
  }
  return bits;
}

constexpr FourDigitSet kPhones = segments_of(11);
constexpr FourDigitSet kMachines = segments_of(13);

bool in_set(const FourDigitSet& bits, std::string_view digits) {
  const uint64_t four = digits_to_number(digits, 1, 4);
  return (bits[four / 64] >> (four % 64) & 1) != 0;
}

}  // namespace

bool mobile_allotted(std::string_view eleven_digits) {
  return eleven_digits.size() == 11 && eleven_digits[0] == '1' && all_digits(eleven_digits) &&
         segment_allotted(eleven_digits);
}

bool segment_allotted(std::string_view eleven_digits) { return in_set(kPhones, eleven_digits); }

bool machine_card_allotted(std::string_view thirteen_digits) {
  return thirteen_digits.size() == 13 && thirteen_digits[0] == '1' && all_digits(thirteen_digits) &&
         in_set(kMachines, thirteen_digits);
}

}  // namespace pidun
