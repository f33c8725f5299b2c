#include "policy/axes.h"

namespace pidun {
namespace {

TierCounts both(const TierCounts& a, const TierCounts& b) {
  return {add_up(a.of50, b.of50), add_up(a.of500, b.of500), add_up(a.of5000, b.of5000)};
}

uint64_t total(const TierCounts& counts) { return add_up(add_up(counts.of50, counts.of500), counts.of5000); }

// The tiers of the distinct masked values, where they are certain: all masked rows have one tier, or the weight of the
// values is what it is of one tier alone. Else only their sum is known, and a tier by itself is given none of them.
TierCounts lower_tiers(const Counts::Masked& masked) {
  const TierCounts& rows = masked.by_tier;
  if (rows.of500 == 0 && rows.of5000 == 0) return {masked.lower, 0, 0};
  if (rows.of50 == 0 && rows.of5000 == 0) return {0, masked.lower, 0};
  if (rows.of50 == 0 && rows.of500 == 0) return {0, 0, masked.lower};
  if (masked.lower_weighted == times(masked.lower, 100)) return {masked.lower, 0, 0};
  if (masked.lower_weighted == masked.lower) return {0, 0, masked.lower};
  return {};
}

// Of counts that may be the same values, the larger is certain; their sum is not.
TierCounts larger(const TierCounts& a, const TierCounts& b) {
  return {std::max(a.of50, b.of50), std::max(a.of500, b.of500), std::max(a.of5000, b.of5000)};
}

void add_masked(const Counts::Masked& masked, Axes& axes) {
  axes.masked = true;
  axes.lower = larger(axes.lower, lower_tiers(masked));
  axes.upper = both(axes.upper, masked.by_tier);
  axes.weighted.lower = std::max(axes.weighted.lower, masked.lower_weighted);
  axes.weighted.upper = weighted_sum(axes.upper);
  axes.records.lower = std::max(axes.records.lower, masked.lower);
  axes.records.upper = total(axes.upper);
}

}  // namespace

Axes axes_of(const Counts& counts, const PolicyOptions& options) {
  Axes axes;
  axes.lower = axes.upper = options.link ? counts.counted_linked : counts.counted;
  axes.weighted.lower = axes.weighted.upper = weighted_sum(axes.lower);
  axes.records.lower = axes.records.upper = total(axes.lower);
  if (options.masked == MaskedPolicy::bounds && counts.masked.rows != 0) add_masked(counts.masked, axes);
  if (options.proceeds_fen) {
    const auto fen = static_cast<uint64_t>(*options.proceeds_fen);
    axes.proceeds = Range{fen, fen};
  }
  if (options.price) {
    axes.proceeds_estimate = Range{times(axes.records.lower, static_cast<uint64_t>(options.price->low_fen)),
                                   times(axes.records.upper, static_cast<uint64_t>(options.price->high_fen))};
    if (options.assume_sold) axes.proceeds = axes.proceeds_estimate;
  }
  return axes;
}

Range range_on(const Axes& axes, Axis axis) {
  switch (axis) {
    case Axis::tier50:
      return {axes.lower.of50, axes.upper.of50};
    case Axis::tier500:
      return {axes.lower.of500, axes.upper.of500};
    case Axis::tier5000:
      return {axes.lower.of5000, axes.upper.of5000};
    case Axis::sum:
      return axes.weighted;
    case Axis::proceeds:
      return axes.proceeds.value_or(Range{});
    case Axis::people:
    case Axis::fact:
      break;
  }
  return {};
}

}  // namespace pidun
