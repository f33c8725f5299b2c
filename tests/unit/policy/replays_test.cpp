// The five published cases, replayed from the figures that were published: facts/counting.md, "Replays".
#include "policy/words.h"
#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

const RuleHit& rule(const Verdict& verdict, std::string_view id) {
  for (const RuleHit& hit : verdict.rules_reached)
    if (hit.id == id) return hit;
  FAIL("not reached: " << id);
  return verdict.rules_reached.front();
}

std::string ratio_to(const Verdict& verdict, Axis axis) {
  for (const LineShare& line : verdict.lines)
    if (line.axis == axis) return words::ratio(line.ratio.lower);
  return "none";
}

}  // namespace

TEST_CASE("case 1: masked leads give a range that is tenfold at its lower end") {
  const Counts counts = with_masked({}, 50, 310'000, 120'000);
  const Verdict verdict = verdict_of(counts);
  CHECK(verdict.weighted_bounds == Range{12'000'000, 31'000'000});
  CHECK(verdict.level == Level::tenfold);
  CHECK(verdict.level_upper == Level::tenfold);
  CHECK(ids(verdict.rules_reached) == "cn2017.5.1.3 cn2017.5.2.3");
  CHECK(verdict.rules_reached[0].text.zh ==
        "含\"*\"无法排重：120000–310000条；按下限为第五条第一款第（三）项所列数量的2400倍");
  CHECK(ids(verdict.notices) == "masked");
}

TEST_CASE("case 1: receipts of 4.5 million yuan are 900 times the sum, and tenfold without any record") {
  const Verdict verdict = verdict_of({}, with_proceeds(450'000'000));
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.7").ratio) == "900");
  CHECK(verdict.level == Level::tenfold);
  CHECK(verdict.basis == Basis::proceeds);
  CHECK(ids(verdict.rules_reached) == "cn2017.5.1.7 cn2017.5.2.3");
}

TEST_CASE("case 1: a price prints an estimate and moves nothing unless it is assumed to be sold") {
  const Counts counts = with_masked({}, 5000, 310, 300);
  PolicyOptions options;
  options.price = PriceRange{3'000, 15'000};
  Verdict verdict = verdict_of(counts, options);
  CHECK(*verdict.proceeds_estimate == Range{900'000, 4'650'000});
  CHECK(verdict.level == Level::below);
  options.assume_sold = true;
  verdict = verdict_of(counts, options);
  CHECK(verdict.level == Level::reached);
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.7").ratio) == "1.8");
  CHECK(rule(verdict, "cn2017.5.1.7").text.zh.find("假定全部售出") != std::string::npos);
}

TEST_CASE("case 2: 81 million records of the lowest tier are 16,200 times the line") {
  Counts counts = counted(0, 0, 81'000'000);
  counts.images = {1751, 100, 1651, 1751};
  const Verdict verdict = verdict_of(counts);
  CHECK(verdict.weighted == 81'000'000);
  CHECK(verdict.level == Level::tenfold);
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.5").ratio) == "16200");
  CHECK(ids(verdict.people_reached) == "incident.larger incident.major");
  CHECK(ids(verdict.notices) == "image_bulk people cn2017.6");
}

TEST_CASE("case 3: 19,000 records of tier 500 are 38 times the line, receipts of 310,000 yuan 62 times") {
  const Verdict verdict = verdict_of(counted(0, 19'000, 0), with_proceeds(31'000'000));
  CHECK(verdict.weighted == 190'000);
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.4").ratio) == "38");
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.7").ratio) == "62");
  CHECK(verdict.level == Level::tenfold);
}

TEST_CASE("case 4: three positions are told at once, receipts reach the line, facts given are said to be given") {
  Counts counts = counted(3, 0, 0);
  counts.persons = 1;
  counts.fixes = counts.triggers[0] = 3;
  const Verdict scanned = verdict_of(counts);
  CHECK(scanned.weighted == 300);
  CHECK(ratio_to(scanned, Axis::sum) == "0.06");
  CHECK(scanned.level == Level::near);
  CHECK(scanned.basis == Basis::immediate);
  CHECK(scanned.level_text.zh == "单条即提示（内部规则，非法定数量）");
  CHECK(ids(scanned.rules_watch) == "cn2017.5.1.1");

  PolicyOptions options = with_proceeds(3'950'000);
  const Verdict paid = verdict_of(counts, options);
  CHECK(paid.level == Level::reached);
  CHECK(words::ratio(rule(paid, "cn2017.5.1.7").ratio) == "7.9");

  options.facts = kFactUsedInCrime | kFactSeriousHarm;
  const Verdict given = verdict_of(counts, options);
  CHECK(given.level == Level::tenfold);
  CHECK(given.basis == Basis::fact);
  CHECK(ids(given.rules_reached) == "cn2017.5.1.7 cn2017.5.1.1 cn2017.5.2.1");
  CHECK(rule(given, "cn2017.5.1.1").fact_given);
  CHECK(given.rules_watch.empty());
}

TEST_CASE("case 5: 510 health records in duty or service are 2.04 times the half line and never tenfold") {
  const Verdict verdict = verdict_of(counted(0, 510, 0), as(Role::insider));
  CHECK(verdict.weighted == 5100);
  CHECK(words::ratio(rule(verdict, "cn2017.5.1.8").ratio) == "2.04");
  CHECK(verdict.level == Level::reached);
  CHECK(verdict_of(counted(0, 2499, 0), as(Role::insider)).level == Level::reached);
  CHECK(verdict_of(counted(0, 2500, 0), as(Role::insider)).level == Level::tenfold);
}

TEST_CASE("case 5: at 17 a month the levels come with records 25, 125 and 250, in months 2, 8 and 15") {
  Level last = Level::below;
  uint64_t first[5] = {};
  for (uint64_t records = 1; records <= 510; ++records) {
    const Level level = verdict_of(counted(0, records, 0), as(Role::insider)).level;
    if (level != last) first[static_cast<size_t>(level)] = records;
    last = level;
  }
  const auto month = [](uint64_t record) { return (record + 16) / 17; };
  CHECK(first[1] == 25);
  CHECK(month(first[1]) == 2);
  CHECK(first[2] == 125);
  CHECK(month(first[2]) == 8);
  CHECK(first[3] == 250);
  CHECK(month(first[3]) == 15);
  CHECK(first[4] == 0);
}

}  // namespace pidun
