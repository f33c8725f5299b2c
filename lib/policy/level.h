// The arithmetic of a line: how far a number is from it, in 64-bit integers that stay at their largest value where they
// would run over. "以上" includes the number itself.
// Example: of the line 5000, 499 is below, 500 notice, 2500 near, 5000 reached, 50000 tenfold.
// Tested in tests/unit/policy/level_test.cpp and, against a slow oracle, in tests/property/policy_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/saturating.h"
#include "tally/counts.h"

namespace pidun {

enum class Level : uint8_t { below, notice, near, reached, tenfold };

// 100a + 10b + c: the proportional sum of art. 5(1)(6), in units of the line 5000.
inline uint64_t weighted_sum(const TierCounts& counts) {
  return add_up(add_up(times(counts.of50, 100), times(counts.of500, 10)), counts.of5000);
}

// Records of `weight` that reach a line of the weighted sum.
inline uint64_t records_of(uint64_t line, uint64_t weight) { return line / weight + (line % weight != 0 ? 1 : 0); }

// Shares of a line from which it is spoken of.
struct Shares {
  uint32_t notice_percent = 10;
  uint32_t near_percent = 50;
};

// `line` is at least 1 and at most 10^15, so that no product runs over.
inline Level level_of(uint64_t count, uint64_t line, bool tenfold, Shares shares = {}) {
  if (tenfold && count >= 10 * line) return Level::tenfold;
  if (count >= line) return Level::reached;
  // Below the line, so the products are exact.
  if (100 * count >= shares.near_percent * line) return Level::near;
  if (100 * count >= shares.notice_percent * line) return Level::notice;
  return Level::below;
}

// count / line in hundredths, cut off and not rounded: what has not reached a line never looks like it. 0 of no line.
inline uint64_t ratio_of(uint64_t count, uint64_t line) {
  if (line == 0) return 0;
  const uint64_t whole = count / line, rest = count % line;
  return add_up(times(whole, 100), rest * 100 / line);
}

}  // namespace pidun
