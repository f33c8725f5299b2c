#include "policy/rules_reached.h"

#include "policy/words.h"

namespace pidun {
namespace {

constexpr Axis kTiers[] = {Axis::tier50, Axis::tier500, Axis::tier5000};

uint64_t line_on(const Ladder& ladder, Axis axis) {
  switch (axis) {
    case Axis::tier50:
      return records_of(ladder.line, 100);
    case Axis::tier500:
      return records_of(ladder.line, 10);
    case Axis::proceeds:
      return ladder.proceeds;
    case Axis::tier5000:
    case Axis::sum:
    case Axis::people:
    case Axis::fact:
      break;
  }
  return ladder.line;
}

std::string item_id(Axis axis) {
  if (axis == Axis::tier50) return "cn2017.5.1.3";
  return axis == Axis::tier500 ? "cn2017.5.1.4" : "cn2017.5.1.5";
}

RuleHit hit(std::string id, Axis axis, uint64_t count, uint64_t line, Bilingual text) {
  return {std::move(id), axis, count, line, ratio_of(count, line), false, std::move(text)};
}

bool has_position(const Counts& counts) { return counts.fixes != 0 || counts.triggers[0] != 0; }

// The lines of art. 5(1)(3) to (7) as they stand: those of the individual, whatever the role.
void name_items(const Axes& axes, const Ladder& full, Verdict& verdict) {
  bool by_tier = false;
  for (const Axis axis : kTiers) {
    const uint64_t count = range_on(axes, axis).lower, line = line_on(full, axis);
    if (count < line) continue;
    by_tier = true;
    const TierCounts& seen = verdict.counted;
    const uint64_t plain = axis == Axis::tier50 ? seen.of50 : axis == Axis::tier500 ? seen.of500 : seen.of5000;
    const Range records = range_on(axes, axis);
    const bool masked = count != plain;
    verdict.rules_reached.push_back(
        hit(item_id(axis), axis, count, line, words::item(axis, count, line, masked ? &records : nullptr)));
  }
  if (!by_tier && axes.weighted.lower >= full.line)
    verdict.rules_reached.push_back(
        hit("cn2017.5.1.6", Axis::sum, axes.weighted.lower, full.line, words::sum(axes.weighted.lower, full.line)));
  if (axes.proceeds && full.proceeds != 0 && axes.proceeds->lower >= full.proceeds)
    verdict.rules_reached.push_back(hit("cn2017.5.1.7", Axis::proceeds, axes.proceeds->lower, full.proceeds,
                                        words::proceeds(axes.proceeds->lower, full.proceeds, verdict.assume_sold)));
}

// Art. 5(1)(8): half of them.
void name_half(const Axes& axes, Verdict& verdict) {
  for (const Axis axis : {Axis::sum, Axis::proceeds}) {
    const uint64_t count = range_on(axes, axis).lower, line = line_on(verdict.ladder, axis);
    if (line != 0 && count >= line)
      verdict.rules_reached.push_back(hit("cn2017.5.1.8", axis, count, line, words::half_line(axis, count, line)));
  }
}

void name_tenfold(const Axes& axes, Verdict& verdict) {
  if (!verdict.ladder.tenfold) return;
  for (const Axis axis : {Axis::sum, Axis::proceeds}) {
    const uint64_t count = range_on(axes, axis).lower, line = 10 * line_on(verdict.ladder, axis);
    if (line != 0 && count >= line)
      verdict.rules_reached.push_back(hit("cn2017.5.2.3", axis, count, line, words::ten_times()));
  }
}

// 法释〔2019〕15号 art. 4: each tier that reaches its number, else the sum.
void name_operator(const Axes& axes, Verdict& verdict) {
  for (const Axis axis : {Axis::tier50, Axis::tier500, Axis::tier5000, Axis::sum}) {
    const uint64_t count = range_on(axes, axis).lower, line = line_on(verdict.ladder, axis);
    if (count < line || (axis == Axis::sum && !verdict.rules_reached.empty())) continue;
    verdict.rules_reached.push_back(hit("cn2019.4", axis, count, line, words::operator_line()));
  }
}

struct FactRule {
  Fact fact;
  const char* id;
};
constexpr FactRule kFactRules[] = {{kFactUsedInCrime, "cn2017.5.1.1"},
                                   {kFactBuyerKnown, "cn2017.5.1.2"},
                                   {kFactPrior, "cn2017.5.1.9"},
                                   {kFactSeriousHarm, "cn2017.5.2.1"}};

bool bears(Fact fact, const Counts& counts, uint64_t records, Role role) {
  if (role == Role::operator_of_systems) return fact == kFactSeriousHarm && records != 0;
  return fact == kFactUsedInCrime ? has_position(counts) : records != 0;
}

void name_facts(const Counts& counts, const Axes& axes, Verdict& verdict) {
  for (const auto& [fact, id] : kFactRules) {
    if ((verdict.facts & fact) == 0 || !bears(fact, counts, axes.records.lower, verdict.role)) continue;
    const bool of_systems = verdict.role == Role::operator_of_systems;
    RuleHit given = hit(of_systems ? "cn2019.4" : id, Axis::fact, 1, 1, words::fact(fact));
    given.fact_given = true;
    verdict.rules_reached.push_back(std::move(given));
  }
}

// What is reached only if all masked rows are different people.
void watch_upper(const Axes& axes, Verdict& verdict) {
  if (!axes.masked) return;
  for (const Axis axis : {Axis::tier50, Axis::tier500, Axis::tier5000, Axis::sum}) {
    const auto [lower, upper] = range_on(axes, axis);
    const uint64_t line = line_on(verdict.ladder, axis);
    if (upper < line || lower >= line || (axis == Axis::sum && !verdict.rules_watch.empty())) continue;
    std::string id = axis == Axis::sum ? "cn2017.5.1.6" : item_id(axis);
    if (verdict.role == Role::operator_of_systems) id = "cn2019.4";
    if (verdict.role == Role::insider) id = "cn2017.5.1.8";
    verdict.rules_watch.push_back(
        hit(std::move(id), axis, upper, line, words::masked(axis == Axis::sum ? axes.records : Range{lower, upper})));
  }
}

}  // namespace

Level level_by_facts(const Counts& counts, uint64_t records, uint8_t facts, Role role) {
  Level level = Level::below;
  for (const auto& [fact, id] : kFactRules) {
    if ((facts & fact) == 0 || !bears(fact, counts, records, role)) continue;
    const bool heavier = fact == kFactSeriousHarm && role != Role::operator_of_systems;
    level = std::max(level, heavier ? Level::tenfold : Level::reached);
  }
  return level;
}

void name_rules(const Counts& counts, const Axes& axes, const Policy& policy, Verdict& verdict) {
  for (const Axis axis : {Axis::tier50, Axis::tier500, Axis::tier5000, Axis::sum, Axis::proceeds}) {
    const uint64_t line = line_on(verdict.ladder, axis);
    if (line == 0 || (axis == Axis::proceeds && !axes.proceeds)) continue;
    const Range count = range_on(axes, axis);
    verdict.lines.push_back({axis, count, line, {ratio_of(count.lower, line), ratio_of(count.upper, line)}});
  }
  if (verdict.role == Role::operator_of_systems) {
    name_operator(axes, verdict);
  } else {
    name_items(axes, policy.ladder(Role::individual), verdict);
    if (verdict.role == Role::insider) name_half(axes, verdict);
    name_tenfold(axes, verdict);
  }
  name_facts(counts, axes, verdict);
  watch_upper(axes, verdict);
  const bool crime_given = (verdict.facts & kFactUsedInCrime) != 0;
  if (verdict.role != Role::operator_of_systems && has_position(counts) && !crime_given)
    verdict.rules_watch.push_back(
        hit("cn2017.5.1.1", Axis::fact, std::max(counts.fixes, counts.triggers[0]), 1, words::position_watch()));
}

void name_people(const Counts& counts, bool abroad, const Policy& policy, Verdict& verdict) {
  for (const PeopleLine& line : policy.people()) {
    if (line.abroad && !abroad) continue;
    const uint64_t sensitive = std::min(counts.sensitive_persons, counts.persons);
    uint64_t persons = counts.persons;
    if (line.of == PeopleLine::Of::sensitive) persons = sensitive;
    if (line.of == PeopleLine::Of::plain) persons -= sensitive;
    if (persons >= line.persons)
      verdict.people_reached.push_back(
          hit(line.id, Axis::people, persons, line.persons, words::people(persons, &line.name)));
  }
}

}  // namespace pidun
