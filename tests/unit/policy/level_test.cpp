// Every border of every line, one below it and on it.
#include "policy/level.h"

#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

Level level(uint64_t of50, uint64_t of500, uint64_t of5000, Role role = Role::individual) {
  return verdict_of(counted(of50, of500, of5000), as(role)).level;
}

Level level_of_fen(int64_t fen, Role role = Role::individual) { return verdict_of({}, with_proceeds(fen, role)).level; }

}  // namespace

TEST_CASE("levels: each tier alone turns at its number, one record before it does not") {
  struct Border {
    Role role;
    int tier;
    uint64_t notice, near, reached, tenfold;  // 0: none
  };
  const Border kBorders[] = {
      {Role::individual, 50, 5, 25, 50, 500},
      {Role::individual, 500, 50, 250, 500, 5'000},
      {Role::individual, 5000, 500, 2'500, 5'000, 50'000},
      {Role::insider, 50, 3, 13, 25, 250},
      {Role::insider, 500, 25, 125, 250, 2'500},
      {Role::insider, 5000, 250, 1'250, 2'500, 25'000},
      {Role::operator_of_systems, 50, 50, 250, 500, 0},
      {Role::operator_of_systems, 500, 500, 2'500, 5'000, 0},
      {Role::operator_of_systems, 5000, 5'000, 25'000, 50'000, 0},
  };
  for (const Border& border : kBorders) {
    const auto at = [&border](uint64_t n) {
      return level(border.tier == 50 ? n : 0, border.tier == 500 ? n : 0, border.tier == 5000 ? n : 0, border.role);
    };
    CAPTURE(name_of(border.role), border.tier);
    CHECK(at(border.notice - 1) == Level::below);
    CHECK(at(border.notice) == Level::notice);
    CHECK(at(border.near - 1) == Level::notice);
    CHECK(at(border.near) == Level::near);
    CHECK(at(border.reached - 1) == Level::near);
    CHECK(at(border.reached) == Level::reached);
    if (border.tenfold == 0) {
      CHECK(at(1'000'000'000) == Level::reached);
      continue;
    }
    CHECK(at(border.tenfold - 1) == Level::reached);
    CHECK(at(border.tenfold) == Level::tenfold);
  }
}

TEST_CASE("levels: the sum of three tiers turns at the line") {
  CHECK(level(49, 9, 9) == Level::near);
  CHECK(level(49, 9, 10) == Level::reached);
  CHECK(level(0, 0, 4'999) == Level::near);
  CHECK(level(1, 1, 4'889) == Level::near);
  CHECK(level(1, 1, 4'890) == Level::reached);
  CHECK(level(499, 9, 9) == Level::reached);
  CHECK(level(499, 9, 10) == Level::tenfold);
}

TEST_CASE("levels: money turns at the fen") {
  CHECK(level_of_fen(0) == Level::below);
  CHECK(level_of_fen(49'999) == Level::below);
  CHECK(level_of_fen(50'000) == Level::notice);
  CHECK(level_of_fen(249'999) == Level::notice);
  CHECK(level_of_fen(250'000) == Level::near);
  CHECK(level_of_fen(499'999) == Level::near);
  CHECK(level_of_fen(500'000) == Level::reached);
  CHECK(level_of_fen(4'999'999) == Level::reached);
  CHECK(level_of_fen(5'000'000) == Level::tenfold);
  CHECK(level_of_fen(249'999, Role::insider) == Level::near);
  CHECK(level_of_fen(250'000, Role::insider) == Level::reached);
  CHECK(level_of_fen(2'499'999, Role::insider) == Level::reached);
  CHECK(level_of_fen(2'500'000, Role::insider) == Level::tenfold);
  CHECK(level_of_fen(kMostFen) == Level::tenfold);
}

TEST_CASE("levels: the heavier of records and money holds, whichever it is") {
  const Verdict by_money = verdict_of(counted(0, 0, 500), with_proceeds(500'000));
  CHECK(by_money.level == Level::reached);
  CHECK(by_money.basis == Basis::proceeds);
  const Verdict by_records = verdict_of(counted(50, 0, 0), with_proceeds(250'000));
  CHECK(by_records.level == Level::reached);
  CHECK(by_records.basis == Basis::records);
}

TEST_CASE("levels: one immediate trigger makes near, and lowers nothing") {
  for (size_t bit = 0; bit < kRecordTriggers; ++bit) {
    Counts counts = counted(0, 0, 1);
    counts.triggers[bit] = 1;
    for (const Role role : {Role::individual, Role::insider, Role::operator_of_systems}) {
      CHECK(verdict_of(counts, as(role)).level == Level::near);
      CHECK(verdict_of(counts, as(role)).immediate.size() == 1);
    }
    counts.counted = {500, 0, 0};
    CHECK(verdict_of(counts).level == Level::tenfold);
  }
}

TEST_CASE("levels: the largest counts stay at the largest value and do not run over") {
  const Verdict verdict = verdict_of(counted(kMostCount, kMostCount, kMostCount));
  CHECK(verdict.weighted == kMostCount);
  CHECK(verdict.level == Level::tenfold);
  const Verdict masked = verdict_of(with_masked(counted(0, 0, 1), 50, kMostCount, 1));
  CHECK(masked.weighted_bounds == Range{100, kMostCount});
  CHECK(masked.level == Level::below);
  CHECK(masked.level_upper == Level::tenfold);
}

TEST_CASE("ratios: cut off, never rounded up to a line that is not reached") {
  CHECK(ratio_of(4'999, 5'000) == 99);
  CHECK(ratio_of(5'000, 5'000) == 100);
  CHECK(ratio_of(5'100, 2'500) == 204);
  CHECK(ratio_of(0, 5'000) == 0);
  CHECK(ratio_of(kMostCount, 1) == kMostCount);
}

}  // namespace pidun
