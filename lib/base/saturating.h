// Sums and products in 64 bits that stay at their largest value where they would run over.
// Tested in tests/unit/policy/level_test.cpp.
#pragma once

#include <cstdint>
#include <limits>

namespace pidun {

inline constexpr uint64_t kMostCount = std::numeric_limits<uint64_t>::max();

inline uint64_t add_up(uint64_t a, uint64_t b) { return a > kMostCount - b ? kMostCount : a + b; }

inline uint64_t times(uint64_t a, uint64_t b) { return b != 0 && a > kMostCount / b ? kMostCount : a * b; }

}  // namespace pidun
