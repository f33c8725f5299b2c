// The level column of the golden table of facts/counting.md, from the counts that its other columns give. That the rows
// come to these counts is tested in tests/golden/.
#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

constexpr uint8_t kPosition = kTriggerFix, kCredentials = kTriggerCredentialSet, kMinor = kTriggerMinor;

struct MaskedRows {
  uint16_t tier = 0;
  uint64_t rows = 0, lower = 0;
};

struct Golden {
  int row;
  TierCounts counted;
  MaskedRows masked;
  uint8_t triggers;
  Role role;
  int64_t proceeds_fen;  // -1: none
  bool ignore_masked;
  Range weighted;
  Level level, level_upper;
  const char* reached;
};

// clang-format off
const Golden kGolden[] = {
    {1, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {2, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {3, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {4, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {5, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {6, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {7, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {8, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {9, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {10, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {11, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {12, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {13, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {14, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {15, {0, 1, 0}, {}, 0, Role::individual, -1, false, {10, 10}, Level::below, Level::below, ""},
    {16, {0, 1, 0}, {}, 0, Role::individual, -1, false, {10, 10}, Level::below, Level::below, ""},
    {17, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {18, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {19, {1, 0, 0}, {}, kCredentials, Role::individual, -1, false, {100, 100}, Level::near, Level::near, ""},
    {20, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {21, {0, 1, 1}, {}, 0, Role::individual, -1, false, {11, 11}, Level::below, Level::below, ""},
    {22, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {23, {0, 0, 0}, {5000, 3, 2}, 0, Role::individual, -1, false, {2, 3}, Level::below, Level::below, ""},
    {24, {0, 0, 0}, {5000, 3, 2}, 0, Role::individual, -1, false, {2, 3}, Level::below, Level::below, ""},
    {25, {0, 0, 1}, {5000, 1, 1}, 0, Role::individual, -1, false, {1, 2}, Level::below, Level::below, ""},
    {26, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {27, {0, 0, 0}, {5000, 2, 1}, 0, Role::individual, -1, false, {1, 2}, Level::below, Level::below, ""},
    {28, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {29, {0, 0, 0}, {50, 60, 40}, 0, Role::individual, -1, false, {4000, 6000}, Level::near, Level::reached, ""},
    {30, {0, 0, 0}, {50, 60, 40}, 0, Role::individual, -1, true, {0, 0}, Level::below, Level::below, ""},
    {31, {0, 0, 3}, {}, 0, Role::individual, -1, false, {3, 3}, Level::below, Level::below, ""},
    {32, {0, 0, 2}, {}, 0, Role::individual, -1, false, {2, 2}, Level::below, Level::below, ""},
    {33, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {34, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {35, {51, 0, 0}, {}, 0, Role::individual, -1, false, {5100, 5100}, Level::reached, Level::reached, "cn2017.5.1.3"},
    {36, {0, 0, 3}, {}, 0, Role::individual, -1, false, {3, 3}, Level::below, Level::below, ""},
    {37, {0, 0, 4}, {}, 0, Role::individual, -1, false, {4, 4}, Level::below, Level::below, ""},
    {38, {4, 0, 99}, {}, 0, Role::individual, -1, false, {499, 499}, Level::below, Level::below, ""},
    {39, {5, 0, 0}, {}, 0, Role::individual, -1, false, {500, 500}, Level::notice, Level::notice, ""},
    {40, {49, 0, 0}, {}, 0, Role::individual, -1, false, {4900, 4900}, Level::near, Level::near, ""},
    {41, {50, 0, 0}, {}, 0, Role::individual, -1, false, {5000, 5000}, Level::reached, Level::reached, "cn2017.5.1.3"},
    {42, {0, 499, 9}, {}, 0, Role::individual, -1, false, {4999, 4999}, Level::near, Level::near, ""},
    {43, {0, 499, 10}, {}, 0, Role::individual, -1, false, {5000, 5000}, Level::reached, Level::reached, "cn2017.5.1.6"},
    {44, {20, 200, 1000}, {}, 0, Role::individual, -1, false, {5000, 5000}, Level::reached, Level::reached, "cn2017.5.1.6"},
    {45, {24, 9, 9}, {}, 0, Role::insider, -1, false, {2499, 2499}, Level::near, Level::near, ""},
    {46, {24, 9, 10}, {}, 0, Role::insider, -1, false, {2500, 2500}, Level::reached, Level::reached, "cn2017.5.1.8"},
    {47, {0, 4999, 9}, {}, 0, Role::individual, -1, false, {49999, 49999}, Level::reached, Level::reached, "cn2017.5.1.4"},
    {48, {0, 4999, 10}, {}, 0, Role::individual, -1, false, {50000, 50000}, Level::tenfold, Level::tenfold, "cn2017.5.1.4 cn2017.5.2.3"},
    {49, {499, 0, 99}, {}, 0, Role::operator_of_systems, -1, false, {49999, 49999}, Level::near, Level::near, ""},
    {50, {499, 0, 100}, {}, 0, Role::operator_of_systems, -1, false, {50000, 50000}, Level::reached, Level::reached, "cn2019.4"},
    {51, {5000, 0, 0}, {}, 0, Role::operator_of_systems, -1, false, {500000, 500000}, Level::reached, Level::reached, "cn2019.4"},
    {52, {1, 0, 0}, {}, kPosition, Role::individual, -1, false, {100, 100}, Level::near, Level::near, ""},
    {53, {5, 0, 0}, {}, kPosition, Role::individual, -1, false, {500, 500}, Level::near, Level::near, ""},
    {54, {1, 0, 1}, {}, kPosition, Role::individual, -1, false, {101, 101}, Level::near, Level::near, ""},
    {55, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {56, {0, 0, 0}, {}, 0, Role::individual, -1, false, {0, 0}, Level::below, Level::below, ""},
    {57, {0, 2, 0}, {}, 0, Role::individual, -1, false, {20, 20}, Level::below, Level::below, ""},
    {58, {0, 2, 0}, {}, 0, Role::individual, -1, false, {20, 20}, Level::below, Level::below, ""},
    {59, {0, 0, 1}, {}, kMinor, Role::individual, -1, false, {1, 1}, Level::near, Level::near, ""},
    {60, {0, 0, 1}, {}, 0, Role::individual, -1, false, {1, 1}, Level::below, Level::below, ""},
    {61, {0, 0, 60}, {}, 0, Role::individual, 499999, false, {60, 60}, Level::near, Level::near, ""},
    {61, {0, 0, 60}, {}, 0, Role::individual, 500000, false, {60, 60}, Level::reached, Level::reached, "cn2017.5.1.7"},
    {61, {0, 0, 60}, {}, 0, Role::individual, 4999999, false, {60, 60}, Level::reached, Level::reached, "cn2017.5.1.7"},
    {61, {0, 0, 60}, {}, 0, Role::individual, 5000000, false, {60, 60}, Level::tenfold, Level::tenfold, "cn2017.5.1.7 cn2017.5.2.3"},
    {62, {0, 0, 60}, {}, 0, Role::insider, 249999, false, {60, 60}, Level::near, Level::near, ""},
    {62, {0, 0, 60}, {}, 0, Role::insider, 250000, false, {60, 60}, Level::reached, Level::reached, "cn2017.5.1.8"},
    {62, {0, 0, 60}, {}, 0, Role::insider, 2499999, false, {60, 60}, Level::reached, Level::reached, "cn2017.5.1.7 cn2017.5.1.8"},
    {62, {0, 0, 60}, {}, 0, Role::insider, 2500000, false, {60, 60}, Level::tenfold, Level::tenfold, "cn2017.5.1.7 cn2017.5.1.8 cn2017.5.2.3"},
    {63, {0, 3, 0}, {}, 0, Role::individual, -1, false, {30, 30}, Level::below, Level::below, ""},
    {64, {0, 1, 0}, {}, 0, Role::individual, -1, false, {10, 10}, Level::below, Level::below, ""},
};
// clang-format on

Counts counts_of(const Golden& golden) {
  Counts counts = counted(golden.counted.of50, golden.counted.of500, golden.counted.of5000);
  if (golden.masked.rows != 0)
    counts = with_masked(counts, golden.masked.tier, golden.masked.rows, golden.masked.lower);
  for (size_t bit = 0; bit < kRecordTriggers; ++bit)
    if ((golden.triggers >> bit & 1) != 0) counts.triggers[bit] = 1;
  if ((golden.triggers & kPosition) != 0) counts.fixes = golden.counted.of50;
  return counts;
}

PolicyOptions options_of(const Golden& golden) {
  PolicyOptions options = as(golden.role);
  if (golden.proceeds_fen >= 0) options.proceeds_fen = golden.proceeds_fen;
  if (golden.ignore_masked) options.masked = MaskedPolicy::ignore;
  return options;
}

}  // namespace

TEST_CASE("golden table: every row has its level, its weighted bounds and the rules it reaches") {
  int last = 0;
  for (const Golden& golden : kGolden) {
    CAPTURE(golden.row, golden.proceeds_fen);
    CHECK(golden.row - last <= 1);  // none is left out
    last = golden.row;
    const Verdict verdict = verdict_of(counts_of(golden), options_of(golden));
    CHECK(verdict.level == golden.level);
    CHECK(verdict.level_upper == golden.level_upper);
    CHECK(verdict.weighted_bounds.lower == golden.weighted.lower);
    CHECK(verdict.weighted_bounds.upper == golden.weighted.upper);
    CHECK(ids(verdict.rules_reached) == golden.reached);
  }
  CHECK(last == 64);
}

TEST_CASE("golden table: row 13 counts one record when people are linked") {
  Counts counts = counted(0, 0, 2);
  counts.linked = true;
  counts.merged_records = 1;
  counts.counted_linked = {0, 0, 1};
  PolicyOptions options;
  options.link = true;
  CHECK(verdict_of(counts, options).weighted == 1);
  CHECK(verdict_of(counts).weighted == 2);
}

TEST_CASE("golden table: rows 52 to 54 are watched by art. 5(1)(1), which is not reached by them") {
  for (const uint64_t fixes : {uint64_t{1}, uint64_t{5}}) {
    Counts counts = counted(fixes, 0, 0);
    counts.fixes = counts.triggers[0] = fixes;
    const Verdict verdict = verdict_of(counts);
    CHECK(ids(verdict.rules_watch) == "cn2017.5.1.1");
    CHECK(verdict.rules_reached.empty());
  }
}

TEST_CASE("golden table: rows 11, 22 and 55 say how many rows identify nobody") {
  Counts counts;
  counts.raw = counts.invalid = 3;
  counts.unlinked = {1, 2, 0};
  const Verdict verdict = verdict_of(counts);
  CHECK(verdict.level == Level::below);
  CHECK(ids(verdict.notices) == "unlinked");
  CHECK(verdict.notices[0].count == 3);
}

}  // namespace pidun
