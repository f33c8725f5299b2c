// Country codes as bit sets.
#include "detect/checks/nations.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "detect/checks/digits.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

template <size_t bits>
using BitSet = std::array<uint64_t, (bits + 63) / 64>;

template <size_t words>
constexpr bool test_bit(const std::array<uint64_t, words>& set, size_t bit) {
  return (set[bit / 64] >> (bit % 64) & 1) != 0;
}

constexpr size_t letters_index(std::string_view letters) {
  size_t index = 0;
  for (const char c : letters) index = index * 26 + static_cast<size_t>(c - 'A');
  return index;
}

constexpr auto kNumeric = [] {
  BitSet<1000> set{};
  for (const tables::Nation& nation : tables::nations)
    set[nation.numeric / 64u] |= uint64_t{1} << (nation.numeric % 64);
  return set;
}();

constexpr auto kAlpha3 = [] {
  BitSet<size_t{26} * 26 * 26> set{};
  for (const tables::Nation& nation : tables::nations) {
    const size_t index = letters_index(nation.alpha3);
    set[index / 64] |= uint64_t{1} << (index % 64);
  }
  return set;
}();

}  // namespace

bool alpha3_known(std::string_view letters) {
  if (letters.size() != 3) return false;
  for (const char c : letters) {
    if (c < 'A' || c > 'Z') return false;
  }
  return test_bit(kAlpha3, letters_index(letters));
}

bool numeric_known(std::string_view digits) {
  return digits.size() == 3 && all_digits(digits) && test_bit(kNumeric, digits_to_number(digits, 0, 3));
}

}  // namespace pidun
