// What masked rows add to the numbers: never a tier that is not certain, never more than the rows.
#include "policy/axes.h"

#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

}  // namespace

TEST_CASE("axes: without masked rows lower and upper are what is counted") {
  const Axes axes = axes_of(counted(1, 2, 3), {});
  CHECK(axes.lower == TierCounts{1, 2, 3});
  CHECK(axes.upper == TierCounts{1, 2, 3});
  CHECK(axes.weighted == Range{123, 123});
  CHECK(axes.records == Range{6, 6});
  CHECK_FALSE(axes.masked);
}

TEST_CASE("axes: masked rows may be the very records that are counted, so the larger of both is certain") {
  const Axes axes = axes_of(with_masked(counted(0, 30, 0), 500, 50, 20), {});
  CHECK(axes.lower == TierCounts{0, 30, 0});
  CHECK(axes.upper == TierCounts{0, 80, 0});
  CHECK(axes.weighted == Range{300, 800});
  CHECK(axes.records == Range{30, 80});
}

TEST_CASE("axes: of masked rows of several tiers only the sum is certain") {
  Counts counts = with_masked(with_masked({}, 50, 10, 0), 5000, 10, 0);
  counts.masked.lower = 12;
  counts.masked.lower_weighted = 507;  // 5 of tier 50 and 7 of tier 5000
  Axes axes = axes_of(counts, {});
  CHECK(axes.lower == TierCounts{});
  CHECK(axes.weighted == Range{507, 1'010});
  CHECK(axes.records == Range{12, 20});
  counts.masked.lower = 10;
  counts.masked.lower_weighted = 1'000;  // all ten are of tier 50
  axes = axes_of(counts, {});
  CHECK(axes.lower == TierCounts{10, 0, 0});
}

TEST_CASE("axes: ignored masked rows count as nothing") {
  PolicyOptions options;
  options.masked = MaskedPolicy::ignore;
  const Counts counts = with_masked(counted(0, 0, 5), 50, 60, 40);
  const Axes axes = axes_of(counts, options);
  CHECK(axes.weighted == Range{5, 5});
  CHECK(ids(verdict_of(counts, options).notices) == "masked");  // but are told
}

TEST_CASE("axes: what only the upper bound reaches is watched, not reached") {
  const Verdict verdict = verdict_of(with_masked({}, 50, 60, 40));
  CHECK(verdict.level == Level::near);
  CHECK(verdict.level_upper == Level::reached);
  CHECK(verdict.rules_reached.empty());
  CHECK(ids(verdict.rules_watch) == "cn2017.5.1.3");
  CHECK(verdict.rules_watch[0].text.zh == "含\"*\"无法排重：40–60条");
}

TEST_CASE("axes: linked records are counted where that is asked for") {
  Counts counts = counted(0, 0, 9);
  counts.linked = true;
  counts.counted_linked = {0, 0, 4};
  PolicyOptions options;
  options.link = true;
  CHECK(axes_of(counts, options).weighted == Range{4, 4});
  CHECK(axes_of(counts, {}).weighted == Range{9, 9});
}

TEST_CASE("axes: an estimate runs from the fewest records at the lower price to the most at the upper") {
  PolicyOptions options;
  options.price = PriceRange{100, 200};
  const Axes axes = axes_of(with_masked(counted(0, 0, 5), 5000, 10, 8), options);
  CHECK(*axes.proceeds_estimate == Range{800, 3'000});
  CHECK_FALSE(axes.proceeds.has_value());
}

}  // namespace pidun
