// Counts held against the listed numbers, as JSON: the keys of the command's `count --format json`.
#include <cmath>
#include <nlohmann/json.hpp>

#include "api/answers.h"
#include "api/guard.h"
#include "api/tally.h"
#include "policy/verdict_json.h"
#include "tally/wilson.h"

using pidun::api::guarded;
using pidun::api::tell;
using Json = nlohmann::ordered_json;

namespace {

constexpr uint32_t kFlags = PIDUN_VERDICT_LINK | PIDUN_VERDICT_IGNORE_MASKED | PIDUN_VERDICT_ASSUME_SOLD |
                            PIDUN_VERDICT_ABROAD | PIDUN_VERDICT_INCOMPLETE | PIDUN_VERDICT_HAS_PROCEEDS;
static_assert(static_cast<unsigned>(pidun::kFactUsedInCrime) == unsigned{PIDUN_FACT_USED_IN_CRIME} &&
              static_cast<unsigned>(pidun::kFactPrior) == unsigned{PIDUN_FACT_PRIOR_2Y});

pidun::PolicyOptions policy_options(const pidun_verdict_options& given) {
  pidun::PolicyOptions options;
  const auto has = [&](uint32_t flag) { return (given.flags & flag) != 0; };
  options.role = static_cast<pidun::Role>(given.role);
  if (given.profile != nullptr) options.profile = given.profile;
  if (has(PIDUN_VERDICT_IGNORE_MASKED)) options.masked = pidun::MaskedPolicy::ignore;
  if (has(PIDUN_VERDICT_HAS_PROCEEDS)) options.proceeds_fen = given.proceeds_fen;
  if (given.price_low_fen != 0 || given.price_high_fen != 0)
    options.price = pidun::PriceRange{given.price_low_fen, given.price_high_fen};
  options.assume_sold = has(PIDUN_VERDICT_ASSUME_SOLD);
  options.facts = static_cast<uint8_t>(given.facts);
  options.link = has(PIDUN_VERDICT_LINK);
  options.abroad = has(PIDUN_VERDICT_ABROAD);
  options.incomplete = has(PIDUN_VERDICT_INCOMPLETE);
  if (given.checked != 0) {
    constexpr double kHundredths = 10000;
    const pidun::ShareInterval found = pidun::wilson(given.confirmed, given.checked);
    const auto hundredths = [&](double share) { return static_cast<uint32_t>(std::lround(share * kHundredths)); };
    options.sample = pidun::VerifiedShare{hundredths(found.share), hundredths(found.low), hundredths(found.high)};
  }
  return options;
}

pidun::ProfileNames names_of(const pidun::RuleSet& rules) {
  return {[&rules](std::string_view name) {
            const pidun::KindInfo* const kind = rules.find_kind(name);
            return kind != nullptr ? kind->kind : pidun::Kind::none;
          },
          [&rules](std::string_view id) { return rules.find_rule(id) != nullptr; }};
}

Json by_tier(const pidun::TierCounts& counts) {
  return {{"50", counts.of50}, {"500", counts.of500}, {"5000", counts.of5000}};
}

Json reasons(const pidun::Counts& counts) {
  Json out = Json::object();
  for (uint32_t i = 1; i < pidun::kInvalidReasons; ++i)
    if (counts.invalid_by_reason[i] != 0) out[pidun_invalid_name(i)] = counts.invalid_by_reason[i];
  return out;
}

void add_counts(const pidun::Counts& counts, Json& out) {
  out["raw_records"] = counts.raw;
  out["invalid"] = counts.invalid;
  out["invalid_by_reason"] = reasons(counts);
  out["dropped_values"] = counts.dropped_values;
  out["unlinked"] = by_tier(counts.unlinked);
  out["duplicates"] = counts.duplicates;
  out["unique_records"] = counts.unique.total();
  out["counted_records"] = counts.counted.total();
  out["masked"] = {{"rows", counts.masked.rows}, {"lower", counts.masked.lower}, {"upper", counts.masked.rows}};
  out["persons"] = counts.persons;
  out["sensitive_persons"] = counts.sensitive_persons;
  out["recipients"] = counts.recipients;
  out["by_tier"] = by_tier(counts.counted);
  out["content_changed"] = counts.content_changed;
  if (counts.linked) {
    out["merged_records"] = counts.merged_records;
    out["by_tier_linked"] = by_tier(counts.counted_linked);
  }
  if (counts.join.asked)
    out["joined"] = {{"rows", counts.join.rows},
                     {"values", counts.join.values},
                     {"records", counts.join.records},
                     {"ambiguous", {{"values", counts.join.ambiguous_values}, {"rows", counts.join.ambiguous_rows}}}};
  if (counts.merged_fields) out["merged_fields"] = true;
  out["fixes"] = counts.fixes;
  out["images"] = {
      {"seen", counts.images.seen}, {"face_signed", counts.images.face_signed}, {"unread", counts.images.unread}};
}

Json sample_of(const pidun_tally& tally, unsigned threads) {
  Json rows = Json::array();
  for (const pidun::SampleSlot& slot : pidun::api::joined(tally).tally.sample({false, threads})) {
    Json kinds = Json::array();
    for (const pidun::Kind kind : slot.kinds)
      if (const pidun::KindInfo* info = pidun::find_kind(kind)) kinds.push_back(info->name);
    rows.push_back({{"path", slot.source},
                    {"offset", slot.span.begin},
                    {"length", slot.span.size()},
                    {"kinds", std::move(kinds)}});
  }
  return {{"seed", tally.settings.seed}, {"rows", std::move(rows)}};
}

pidun_status judge_into(const pidun_tally& tally, const pidun_verdict_options& given, char* buffer, size_t capacity,
                        size_t* needed, pidun_error* error) {
  pidun::CaseProfiles cases = pidun::CaseProfiles::builtin();
  pidun::Policy policy = pidun::Policy::builtin();
  pidun::FileFaults faults;
  if (given.policy_text != nullptr && !policy.load({given.policy_text, given.policy_length}, faults))
    return tell(error, PIDUN_E_RULES, faults.front().message, faults.front().place.line, faults.front().place.column);
  if (given.case_text != nullptr &&
      !cases.load({given.case_text, given.case_length}, names_of(tally.engine->rules()), faults))
    return tell(error, PIDUN_E_RULES, faults.front().message, faults.front().place.line, faults.front().place.column);
  const unsigned threads = std::max<uint32_t>(1, given.threads);
  const pidun::PolicyOptions options = policy_options(given);
  const pidun::Counts counts = pidun::api::joined(tally).tally.counts({options.link, threads});
  std::string fault;
  const std::optional<pidun::Verdict> verdict = judge(counts, options, policy, fault);
  if (!verdict) return tell(error, PIDUN_E_ARGUMENT, fault);
  Json out;
  add_counts(counts, out);
  if (given.as_of != 0) out["as_of"] = given.as_of;
  out["sample"] = sample_of(tally, threads);
  out["complete"] = !options.incomplete && pidun::api::joined(tally).tally.within_limits();
  pidun::FlowSigns signs = pidun::api::joined(tally).tally.signs();
  signs.merge(pidun::api::joined(tally).flow.signs(tally.engine->rules()));
  signs.add_counts(counts);
  std::string text = out.dump(-1, ' ', false, Json::error_handler_t::replace);
  text.back() = ',';
  append_verdict(*verdict, score_cases(signs, cases), text);
  text += '}';
  return pidun::api::copy_text(text, buffer, capacity, needed);
}

}  // namespace

pidun_status pidun_tally_verdict(const pidun_tally* tally, const pidun_verdict_options* given, char* buffer,
                                 size_t capacity, size_t* needed, pidun_error* error) {
  if (needed == nullptr) return PIDUN_E_ARGUMENT;
  *needed = 0;
  pidun_verdict_options options;
  if (!is_valid(tally) || !pidun::api::copy_struct(given, options)) return PIDUN_E_ARGUMENT;
  if ((options.flags & ~kFlags) != 0 || options.role > PIDUN_ROLE_OPERATOR || options.facts > pidun::kAllFacts ||
      options.threads > pidun::kMostThreads || options.confirmed > options.checked)
    return PIDUN_E_ARGUMENT;
  return guarded([&]() -> pidun_status {
    try {
      return judge_into(*tally, options, buffer, capacity, needed, error);
    } catch (const pidun::TallyError& fault) {
      return tell(error, PIDUN_E_TALLY, fault.what());
    }
  });
}
