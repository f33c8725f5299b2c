// Fuzz target of lib/policy/: the input is a file of lines or of a case profile, and behind it counts. Any bytes load
// or are refused with a fault that has a message; whatever was loaded, a verdict keeps its bounds in order and a score
// its range.
#include <cstring>
#include <string_view>

#include "policy/case_score.h"
#include "policy/verdict_json.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check_faults(bool loaded, const FileFaults& faults) {
  require(loaded == faults.empty());
  for (const FileFault& fault : faults)
    require(!fault.message.empty() && fault.message.find('\n') == std::string::npos);
}

// The last bytes of the input, as numbers.
Counts counts_of(std::string_view text) {
  uint64_t numbers[10] = {};
  const size_t bytes = std::min(text.size(), sizeof numbers);
  if (bytes != 0) std::memcpy(numbers, text.data() + text.size() - bytes, bytes);
  Counts counts;
  counts.counted = {numbers[0], numbers[1], numbers[2]};
  counts.masked.by_tier = {numbers[3] >> 2, numbers[4] >> 2, numbers[5] >> 2};
  counts.masked.rows = counts.masked.by_tier.total();
  counts.masked.lower = counts.masked.rows / 2;
  counts.masked.lower_weighted = counts.masked.lower;
  counts.persons = numbers[6];
  counts.sensitive_persons = numbers[7];
  counts.fixes = numbers[8] & 3;
  counts.images.camera = numbers[9] & 63;
  return counts;
}

void check_verdicts(const Policy& policy, const Counts& counts, const std::vector<CaseScore>& cases) {
  for (const PolicyProfile& profile : policy.profiles())
    for (const Role role : {Role::individual, Role::insider, Role::operator_of_systems}) {
      PolicyOptions options;
      options.role = role;
      options.profile = profile.name;
      options.abroad = true;
      std::string fault, json;
      const auto verdict = judge(counts, options, policy, fault);
      require(verdict.has_value());
      require(verdict->weighted_bounds.lower <= verdict->weighted_bounds.upper);
      require(verdict->level <= verdict->level_upper);
      append_verdict(*verdict, cases, json);
      require(!json.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  FileFaults faults;
  Policy policy = Policy::builtin();
  check_faults(policy.load(text, faults), faults);

  faults.clear();
  CaseProfiles profiles = CaseProfiles::builtin();
  const ProfileNames names{[](std::string_view name) {
                             const KindInfo* kind = find_kind(name);
                             return kind != nullptr ? kind->kind : Kind::none;
                           },
                           [](std::string_view name) { return !name.empty(); }};
  check_faults(profiles.load(text, names, faults), faults);

  const Counts counts = counts_of(text);
  FlowSigns signs;
  const Kind kinds[] = {Kind::person_name, Kind::mobile_number, Kind::resident_id_number};
  signs.add_record(kinds, Format::json);
  signs.add_finding(Kind::mobile_number, "mobile_number_masked", true, counts.persons);
  signs.add_counts(counts);
  const std::vector<CaseScore> cases = score_cases(signs, profiles);
  require(cases.size() == profiles.all().size());
  for (const CaseScore& score : cases) require(score.score <= 100);
  check_verdicts(policy, counts, cases);
  return 0;
}
