// The verdict's arithmetic against one done in 128 bits and by plain fractions, line by line as the law says it.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "policy/verdict.h"

namespace pidun {
namespace {

using Wide = unsigned __int128;

// Near the lines, and anywhere.
rc::Gen<uint64_t> count() {
  return rc::gen::oneOf(rc::gen::inRange<uint64_t>(0, 60), rc::gen::inRange<uint64_t>(0, 6'000),
                        rc::gen::inRange<uint64_t>(0, 60'000), rc::gen::arbitrary<uint64_t>());
}

// a/50 + b/500 + c/5000 of `share` hundredths of a line that is `tenths` tenths of art. 5's, without any division.
bool reaches(Wide a, Wide b, Wide c, Wide tenths, Wide share) {
  return 100 * 10 * (a * 100 + b * 10 + c) >= 5000 * tenths * share;
}

Level slow_level(const TierCounts& n, Role role, int64_t fen) {
  const Wide tenths = role == Role::individual ? 10 : role == Role::insider ? 5 : 100;
  const Wide shares[] = {10, 50, 100, 1000};
  const size_t steps = role == Role::operator_of_systems ? 3 : 4;
  size_t level = 0;
  for (size_t step = 0; step < steps; ++step) {
    if (reaches(n.of50, n.of500, n.of5000, tenths, shares[step])) level = std::max(level, step + 1);
    if (fen >= 0 && Wide(fen) * 100 * 10 >= Wide(500'000) * tenths * shares[step]) level = std::max(level, step + 1);
  }
  return static_cast<Level>(level);
}

Counts counted(uint64_t a, uint64_t b, uint64_t c) {
  Counts counts;
  counts.counted = {a, b, c};
  return counts;
}

Verdict judged(const Counts& counts, const PolicyOptions& options) {
  std::string fault;
  const auto verdict = judge(counts, options, Policy::builtin(), fault);
  RC_ASSERT(verdict.has_value());
  return *verdict;
}

PolicyOptions any_options() {
  PolicyOptions options;
  options.role = *rc::gen::element(Role::individual, Role::insider, Role::operator_of_systems);
  if (options.role != Role::operator_of_systems && *rc::gen::arbitrary<bool>())
    options.proceeds_fen =
        *rc::gen::oneOf(rc::gen::inRange<int64_t>(0, 6'000'000), rc::gen::inRange<int64_t>(0, kMostFen));
  return options;
}

void test_levels() {
  const Counts counts = counted(*count(), *count(), *count());
  const PolicyOptions options = any_options();
  const Verdict verdict = judged(counts, options);
  RC_ASSERT(verdict.level == slow_level(counts.counted, options.role, options.proceeds_fen.value_or(-1)));
  RC_ASSERT(verdict.level_upper == verdict.level);
}

// One tier with the greatest common measure: the same verdict as by fractions of its own number.
void test_ratios() {
  const uint64_t n = *count();
  const Verdict verdict = judged(counted(0, n, 0), {});
  for (const LineShare& line : verdict.lines) {
    if (line.axis != Axis::tier500) continue;
    RC_ASSERT(Wide(line.ratio.lower) == std::min(Wide(n) * 100 / 500, Wide(kMostCount)));
  }
  const bool named = std::any_of(verdict.rules_reached.begin(), verdict.rules_reached.end(),
                                 [](const RuleHit& hit) { return hit.id == "cn2017.5.1.4"; });
  RC_ASSERT(named == (n >= 500));
}

void test_order() {
  Counts counts = counted(*count(), *count(), *count());
  const PolicyOptions options = any_options();
  counts.masked.rows = *count();
  counts.masked.lower = counts.masked.rows == 0 ? 0 : 1 + counts.masked.rows / 3;
  counts.masked.lower_weighted = counts.masked.lower;
  counts.masked.by_tier.of5000 = counts.masked.rows;
  const Verdict verdict = judged(counts, options);
  RC_ASSERT(verdict.weighted <= verdict.weighted_bounds.lower);
  RC_ASSERT(verdict.weighted_bounds.lower <= verdict.weighted_bounds.upper);
  RC_ASSERT(verdict.level <= verdict.level_upper);

  // One record more never lowers anything, and masked rows that are ignored never raise it.
  Counts more = counts;
  more.counted.of5000 = add_up(more.counted.of5000, 1);
  RC_ASSERT(judged(more, options).level >= verdict.level);
  PolicyOptions ignoring = options;
  ignoring.masked = MaskedPolicy::ignore;
  RC_ASSERT(judged(counts, ignoring).level <= verdict.level);
  RC_ASSERT(judged(counts, ignoring).level_upper == judged(counts, ignoring).level);
}

}  // namespace

TEST_CASE("policy: levels are those of plain fractions in 128 bits") { REQUIRE(rc::check("levels", test_levels)); }

TEST_CASE("policy: ratios and named rules are those of plain fractions") { REQUIRE(rc::check("ratios", test_ratios)); }

TEST_CASE("policy: bounds stand in order and more records never mean less") { REQUIRE(rc::check("order", test_order)); }

}  // namespace pidun
