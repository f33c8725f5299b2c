// Which articles are named: the item that lists the tier, the sum where no item is reached, the facts as given.
#include "policy/rules_reached.h"

#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

std::string reached(const Counts& counts, const PolicyOptions& options = {}) {
  return ids(verdict_of(counts, options).rules_reached);
}

PolicyOptions with_facts(uint8_t facts, Role role = Role::individual) {
  PolicyOptions options = as(role);
  options.facts = facts;
  return options;
}

}  // namespace

TEST_CASE("rules: each item that is reached is named, the sum only where none is") {
  CHECK(reached(counted(50, 500, 5'000)) == "cn2017.5.1.3 cn2017.5.1.4 cn2017.5.1.5");
  CHECK(reached(counted(50, 10, 10)) == "cn2017.5.1.3");
  CHECK(reached(counted(20, 200, 1'000)) == "cn2017.5.1.6");
  CHECK(reached(counted(49, 9, 9)).empty());
}

TEST_CASE("rules: in duty or service the full numbers are named beside the half") {
  CHECK(reached(counted(0, 250, 0), as(Role::insider)) == "cn2017.5.1.8");
  CHECK(reached(counted(0, 510, 0), as(Role::insider)) == "cn2017.5.1.4 cn2017.5.1.8");
  const Verdict verdict = verdict_of(counted(0, 510, 0), as(Role::insider));
  CHECK(verdict.rules_reached[0].ratio == 102);
  CHECK(verdict.rules_reached[1].ratio == 204);
  CHECK(verdict.rules_reached[1].count == 5'100);
  CHECK(verdict.rules_reached[1].line == 2'500);
}

TEST_CASE("rules: an operator's is art. 4, by tier or by the sum") {
  CHECK(reached(counted(500, 0, 0), as(Role::operator_of_systems)) == "cn2019.4");
  CHECK(reached(counted(499, 0, 100), as(Role::operator_of_systems)) == "cn2019.4");
  CHECK(reached(counted(500, 5'000, 0), as(Role::operator_of_systems)) == "cn2019.4 cn2019.4");
}

TEST_CASE("rules: facts are reported as given, and only where they bear on what was counted") {
  Counts fix = counted(1, 0, 0);
  fix.fixes = fix.triggers[0] = 1;
  CHECK(reached(fix, with_facts(kFactUsedInCrime)) == "cn2017.5.1.1");
  CHECK(verdict_of(fix, with_facts(kFactUsedInCrime)).level == Level::reached);
  CHECK(reached(counted(1, 0, 0), with_facts(kFactUsedInCrime)).empty());
  CHECK(reached(counted(0, 0, 1), with_facts(kFactBuyerKnown)) == "cn2017.5.1.2");
  CHECK(reached(counted(0, 0, 1), with_facts(kFactPrior)) == "cn2017.5.1.9");
  CHECK(reached(counted(0, 0, 1), with_facts(kFactSeriousHarm)) == "cn2017.5.2.1");
  CHECK(verdict_of(counted(0, 0, 1), with_facts(kFactSeriousHarm)).level == Level::tenfold);
  CHECK(reached({}, with_facts(kAllFacts)).empty());
  CHECK(verdict_of({}, with_facts(kAllFacts)).facts == kAllFacts);  // echoed
  for (const RuleHit& hit : verdict_of(fix, with_facts(kAllFacts)).rules_reached) CHECK(hit.fact_given);
}

TEST_CASE("rules: for an operator only grave harm bears, and there is no tenfold") {
  const PolicyOptions given = with_facts(kAllFacts, Role::operator_of_systems);
  const Verdict verdict = verdict_of(counted(0, 0, 1), given);
  CHECK(ids(verdict.rules_reached) == "cn2019.4");
  CHECK(verdict.level == Level::reached);
}

TEST_CASE("rules: art. 6 is pointed to where ordinary data alone reach their number") {
  CHECK(ids(verdict_of(counted(0, 0, 5'000)).notices) == "cn2017.6");
  CHECK(verdict_of(counted(0, 1, 5'000)).notices.empty());
  CHECK(verdict_of(counted(0, 0, 4'999)).notices.empty());
  CHECK(verdict_of(counted(0, 0, 5'000), as(Role::insider)).notices.empty());
}

TEST_CASE("rules: the distance from every line of the ladder is told, reached or not") {
  const Verdict verdict = verdict_of(counted(10, 100, 1'000), with_proceeds(100'000));
  REQUIRE(verdict.lines.size() == 5);
  for (const LineShare& line : verdict.lines)
    if (line.axis != Axis::sum) CHECK(line.ratio == Range{20, 20});
  CHECK(verdict.lines[3].ratio == Range{60, 60});
}

}  // namespace pidun
