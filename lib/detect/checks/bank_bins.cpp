// Longest issuer prefix of a number. A bit set of the first four digits turns most numbers away; what is left takes
// one short binary search over the prefixes in left-aligned order, then steps to shorter prefixes around the found.
#include "detect/checks/bank_bins.h"

#include <array>
#include <bit>
#include <cstddef>

#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

constexpr size_t kAligned = 10;  // digits of tables::Bin::low
constexpr std::array<uint64_t, kAligned + 1> kPowers = [] {
  std::array<uint64_t, kAligned + 1> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// First value past the numbers that begin with the prefix of `bin`.
constexpr uint64_t end_of(const tables::Bin& bin) { return bin.low + kPowers[kAligned - bin.prefix_digits]; }

constexpr auto kFirstFour = [] {
  std::array<uint64_t, (10000 + 63) / 64> bits{};
  for (const tables::Bin& bin : tables::bins) {
    for (uint64_t four = bin.low / kPowers[6]; four * kPowers[6] < end_of(bin); ++four) {
      bits[four / 64] |= uint64_t{1} << (four % 64);
    }
  }
  return bits;
}();

// How many prefixes lie before each first four digits, in left-aligned order.
constexpr auto kBefore = [] {
  std::array<uint16_t, 10001> before{};
  size_t place = 0;
  for (size_t four = 0; four < before.size(); ++four) {
    while (place < tables::bins.size() && tables::bins[place].low < four * kPowers[6]) ++place;
    before[four] = static_cast<uint16_t>(place);
  }
  return before;
}();

// Number of prefixes whose first value is `value` or less.
size_t count_up_to(uint64_t value, uint64_t four) {
  size_t place = kBefore[four];
  // Halving without a way out early: the branch would be a coin toss.
  for (size_t rest = kBefore[four + 1] - place; rest > 0; rest /= 2) {
    const size_t half = rest - rest / 2;
    place += tables::bins[place + half - 1].low <= value ? half : 0;
  }
  return place;
}

const tables::Bin* longest_prefix(uint64_t value, uint64_t four) {
  size_t place = count_up_to(value, four);  // 1 + index of the last that begins before, 0 = none, as in Bin::parent
  while (place != 0 && value >= end_of(tables::bins[place - 1])) place = tables::bins[place - 1].parent;
  return place == 0 ? nullptr : &tables::bins[place - 1];
}

}  // namespace

BinFact find_bin(std::string_view digits) {
  BinFact fact;
  if (digits.size() < kAligned || !all_digits(digits.substr(0, 4))) return fact;
  const uint64_t four = digits_to_number(digits, 0, 4);
  if ((kFirstFour[four / 64] >> (four % 64) & 1) == 0 || !all_digits(digits.substr(4, kAligned - 4))) return fact;
  const uint64_t value = four * kPowers[6] + digits_to_number(digits, 4, kAligned - 4);
  const tables::Bin* bin = longest_prefix(value, four);
  if (bin == nullptr) return fact;
  fact.known = true;
  fact.length_matches = digits.size() < 32 && (bin->lengths >> digits.size() & 1) != 0;
  fact.prefix_digits = bin->prefix_digits;
  fact.card_length =
      static_cast<uint8_t>(fact.length_matches ? static_cast<int>(digits.size()) : std::countr_zero(bin->lengths));
  fact.type = bin->type;
  return fact;
}

}  // namespace pidun
