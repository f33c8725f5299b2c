// The numbers that the lines are held against, with what masked rows may add: the lower ones make the level, the upper
// ones level_upper (D8, D14).
// Tested in tests/unit/policy/axes_test.cpp.
#pragma once

#include <optional>

#include "policy/verdict.h"

namespace pidun {

struct Axes {
  TierCounts lower, upper;  // records by tier
  Range weighted;           // may be more than the sum of `lower`, where only a sum is known of masked rows
  Range records;
  std::optional<Range> proceeds;           // fen; what counts
  std::optional<Range> proceeds_estimate;  // fen
  bool masked = false;                     // masked rows are part of them
};

Axes axes_of(const Counts& counts, const PolicyOptions& options);

// The count of one axis of records or money.
Range range_on(const Axes& axes, Axis axis);

}  // namespace pidun
