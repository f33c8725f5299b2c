// Ranges of the international card schemes by their first four digits, and how long their numbers may be.
// UnionPay's 62 takes in 622126-622925, which Discover shares.
#include <array>
#include <cstddef>
#include <cstdint>

#include "detect/checks/bank_bins.h"
#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

struct SchemeRange {
  uint16_t first, last;  // of the first four digits, inclusive
  CardScheme scheme;
  uint32_t lengths;  // bit n = numbers of n digits
};

constexpr uint32_t length_bits(unsigned from, unsigned to) {
  uint32_t bits = 0;
  for (unsigned length = from; length <= to; ++length) bits |= uint32_t{1} << length;
  return bits;
}

constexpr uint32_t k16 = length_bits(16, 16);
constexpr uint32_t k16To19 = length_bits(16, 19);
constexpr uint32_t kVisa = length_bits(13, 13) | k16 | length_bits(19, 19);

constexpr std::array<SchemeRange, 15> kRanges{{
    {2221, 2720, CardScheme::mastercard, k16},
    {3000, 3059, CardScheme::diners, length_bits(14, 19)},
    {3095, 3095, CardScheme::diners, length_bits(14, 19)},
    {3400, 3499, CardScheme::amex, length_bits(15, 15)},
    {3528, 3589, CardScheme::jcb, k16To19},
    {3600, 3699, CardScheme::diners, length_bits(14, 19)},
    {3700, 3799, CardScheme::amex, length_bits(15, 15)},
    {3800, 3999, CardScheme::diners, length_bits(14, 19)},
    {4000, 4999, CardScheme::visa, kVisa},
    {5100, 5599, CardScheme::mastercard, k16},
    {6011, 6011, CardScheme::discover, k16To19},
    {6200, 6299, CardScheme::unionpay, k16To19},
    {6440, 6599, CardScheme::discover, k16To19},
    {6700, 6799, CardScheme::maestro, length_bits(13, 19)},
    {8100, 8199, CardScheme::unionpay, k16To19},
}};

// 1 + place in kRanges, by the first four digits; 0 = none.
constexpr auto kByFirstFour = [] {
  std::array<uint8_t, 10000> places{};
  for (size_t i = 0; i < kRanges.size(); ++i) {
    for (size_t four = kRanges[i].first; four <= kRanges[i].last; ++four) places[four] = static_cast<uint8_t>(i + 1);
  }
  return places;
}();

// Lengths of cards by the first four digits: bit n - kShortest = cards of n digits.
constexpr size_t kShortest = 13, kLongest = 19;
constexpr auto kLengths = [] {
  std::array<uint8_t, 10000> lengths{};
  for (const SchemeRange& range : kRanges) {
    for (size_t four = range.first; four <= range.last; ++four)
      lengths[four] = static_cast<uint8_t>(lengths[four] | (range.lengths >> kShortest & 0x7F));
  }
  for (const tables::Bin& bin : tables::bins) {
    // `low` has ten digits; a prefix of three covers ten values of the first four.
    const size_t first = bin.low / 1000000;
    const size_t count = bin.prefix_digits >= 4 ? 1 : 10;
    for (size_t four = first; four < first + count; ++four)
      lengths[four] = static_cast<uint8_t>(lengths[four] | (bin.lengths >> kShortest & 0x7F));
  }
  return lengths;
}();

// The same by the first three digits: small enough to stay in the nearest cache, and most numbers end here.
constexpr auto kLengthsByThree = [] {
  std::array<uint8_t, 1000> lengths{};
  for (size_t four = 0; four < kLengths.size(); ++four)
    lengths[four / 10] = static_cast<uint8_t>(lengths[four / 10] | kLengths[four]);
  return lengths;
}();

}  // namespace

bool card_possible(std::string_view digits) {
  if (digits.size() < kShortest || digits.size() > kLongest) return false;
  const size_t length = digits.size() - kShortest;
  const uint64_t three = digits_to_number(digits, 0, 3);
  if ((kLengthsByThree[three] >> length & 1) == 0) return false;
  return (kLengths[three * 10 + digit_value(digits[3])] >> length & 1) != 0;
}

SchemeFact card_scheme(std::string_view digits) {
  if (digits.size() < 4 || !all_digits(digits.substr(0, 4))) return {};
  const size_t place = kByFirstFour[digits_to_number(digits, 0, 4)];
  if (place == 0) return {};
  const SchemeRange& range = kRanges[place - 1];
  return {range.scheme, digits.size() < 32 && (range.lengths >> digits.size() & 1) != 0};
}

}  // namespace pidun
