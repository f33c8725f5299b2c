#include "tally/row_table.h"

#include <sodium.h>

namespace pidun {

std::array<uint64_t, 2> spread_multipliers() {
  static const std::array<uint64_t, 2> multipliers = [] {
    std::array<uint64_t, 2> random;
    randombytes_buf(random.data(), sizeof(random));
    return std::array<uint64_t, 2>{random[0] | 1, random[1] | 1};
  }();
  return multipliers;
}

}  // namespace pidun
