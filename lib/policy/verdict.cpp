#include "policy/verdict.h"

#include <array>

#include "policy/rules_reached.h"
#include "policy/words.h"

namespace pidun {
namespace {

constexpr std::array<std::string_view, 7> kAxisNames{"tier_50",  "tier_500", "tier_5000", "weighted",
                                                     "proceeds", "people",   "fact"};
constexpr std::array<std::string_view, 5> kLevelNames{"below", "notice", "near", "reached", "tenfold"};
constexpr std::array<std::string_view, kRecordTriggers> kTriggerNames{"position", "credential_set", "special_disease",
                                                                      "under_14"};

struct Reached {
  Level level = Level::below;
  Basis basis = Basis::records;

  void lift(Level to, Basis by) {
    if (to > level) *this = {to, by};
  }
};

// Of records and money the heavier makes the level; facts and triggers lift it.
Reached level_from(uint64_t weighted, uint64_t records, const uint64_t* fen, const Counts& counts,
                   const Verdict& verdict) {
  const Ladder& ladder = verdict.ladder;
  Reached out;
  out.lift(level_of(weighted, ladder.line, ladder.tenfold, verdict.shares), Basis::records);
  if (fen != nullptr && ladder.proceeds != 0)
    out.lift(level_of(*fen, ladder.proceeds, ladder.tenfold, verdict.shares), Basis::proceeds);
  out.lift(level_by_facts(counts, records, verdict.facts, verdict.role), Basis::fact);
  if (!verdict.immediate.empty()) out.lift(Level::near, Basis::immediate);
  return out;
}

void set_levels(const Counts& counts, const Axes& axes, Verdict& verdict) {
  const auto& fen = axes.proceeds;
  const Reached lower =
      level_from(axes.weighted.lower, axes.records.lower, fen ? &fen->lower : nullptr, counts, verdict);
  const Reached upper =
      level_from(axes.weighted.upper, axes.records.upper, fen ? &fen->upper : nullptr, counts, verdict);
  verdict.level = lower.level;
  verdict.basis = lower.basis;
  verdict.level_upper = upper.level;
  verdict.basis_upper = upper.basis;
  verdict.level_text = words::level(lower.level, lower.basis, verdict.shares);
  verdict.level_upper_text = words::level(upper.level, upper.basis, verdict.shares);
}

// Art. 6 speaks of ordinary data that a business bought and kept.
bool only_ordinary(const Axes& axes, const Verdict& verdict) {
  if (verdict.role != Role::individual || axes.upper.of50 != 0 || axes.upper.of500 != 0) return false;
  for (const RuleHit& rule : verdict.rules_reached)
    if (rule.id == "cn2017.5.1.5") return true;
  return false;
}

void add_notices(const Counts& counts, const PolicyOptions& options, uint64_t image_bulk, const Axes& axes,
                 Verdict& verdict) {
  const auto add = [&verdict](bool holds, std::string_view id, uint64_t count, Bilingual text) {
    if (holds) verdict.notices.push_back({std::string(id), count, std::move(text)});
  };
  const Range masked{counts.masked.lower, counts.masked.rows};
  const uint64_t unlinked = add_up(counts.unlinked.of50, counts.unlinked.of500);
  add(options.incomplete, "incomplete", 0, words::incomplete());
  add(!verdict.immediate.empty(), "immediate", verdict.immediate.size(), words::immediate());
  add(masked.upper != 0, "masked", masked.upper, words::masked(masked));
  add(unlinked != 0, "unlinked", unlinked, words::unlinked(unlinked));
  add(counts.images.camera >= image_bulk, "image_bulk", counts.images.camera, words::image_bulk(counts.images.camera));
  if (!verdict.people_reached.empty()) {
    const uint64_t persons = verdict.people_reached.back().count;
    add(true, "people", persons, words::people(persons, nullptr));
  }
  if (options.sample) add(true, "sample", options.sample->share, words::sample(*options.sample));
  if (axes.proceeds_estimate)
    add(true, "proceeds_estimate", axes.proceeds_estimate->upper,
        words::estimate(*axes.proceeds_estimate, options.assume_sold));
  add(only_ordinary(axes, verdict), "cn2017.6", axes.lower.of5000, words::ordinary_only());
}

}  // namespace

std::string_view name_of(Axis axis) { return kAxisNames[static_cast<size_t>(axis)]; }
std::string_view name_of(Level level) { return kLevelNames[static_cast<size_t>(level)]; }

std::optional<Verdict> judge(const Counts& counts, const PolicyOptions& options, const Policy& policy,
                             std::string& fault) {
  fault = fault_of(options, policy, counts);
  if (!fault.empty()) return std::nullopt;
  const PolicyProfile& profile = *policy.profile(options.profile);
  const Axes axes = axes_of(counts, options);

  Verdict verdict;
  verdict.role = options.role;
  verdict.profile = profile.name;
  verdict.ladder = policy.ladder(options.role);
  verdict.shares = {profile.notice_percent, profile.near_percent};
  verdict.counted = options.link ? counts.counted_linked : counts.counted;
  verdict.weighted = weighted_sum(verdict.counted);
  verdict.weighted_bounds = axes.weighted;
  verdict.record_bounds = axes.records;
  if (options.proceeds_fen) verdict.proceeds = static_cast<uint64_t>(*options.proceeds_fen);
  verdict.proceeds_estimate = axes.proceeds_estimate;
  verdict.assume_sold = options.assume_sold;
  verdict.facts = options.facts;
  for (size_t bit = 0; bit < kRecordTriggers; ++bit)
    if (counts.triggers[bit] != 0) verdict.immediate.push_back({kTriggerNames[bit], counts.triggers[bit]});
  set_levels(counts, axes, verdict);
  name_rules(counts, axes, policy, verdict);
  name_people(counts, options.abroad, policy, verdict);
  add_notices(counts, options, profile.image_bulk, axes, verdict);
  verdict.footer = words::footer();
  return verdict;
}

}  // namespace pidun
