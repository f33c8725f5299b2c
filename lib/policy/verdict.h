// The verdict: counts held against listed numbers. facts/counting.md D8, D13, D14 say what each figure is.
// It compares numbers and nothing else: no text of it says of anybody that a law was broken.
// Example: 49 records of tier 50 weigh 4900: level near, 0.98 of the line; one more reaches cn2017.5.1.3.
// Tested in golden_levels_test.cpp, replays_test.cpp and
// tests/property/policy_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/level.h"
#include "policy/options.h"
#include "policy/policy.h"

namespace pidun {

// What is counted against a line.
enum class Axis : uint8_t { tier50, tier500, tier5000, sum, proceeds, people, fact };
std::string_view name_of(Axis axis);
std::string_view name_of(Level level);

struct Range {
  uint64_t lower = 0, upper = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

// A line that a rule draws: count / line is the exact ratio.
struct RuleHit {
  std::string id;  // cn2017.5.1.3
  Axis axis = Axis::sum;
  uint64_t count = 0;  // records, weighted sum, fen, people; 1 of a fact
  uint64_t line = 1;
  uint64_t ratio = 0;       // in hundredths, cut off
  bool fact_given = false;  // rests on what the user says happened
  Bilingual text;
};

// One line of the role's ladder and how far the flow is from it.
struct LineShare {
  Axis axis = Axis::sum;
  Range count;
  uint64_t line = 1;
  Range ratio;  // in hundredths, cut off
};

struct Notice {
  std::string id;  // incomplete, immediate, masked, unlinked, image_bulk, people, sample, proceeds_estimate, cn2017.6
  uint64_t count = 0;
  Bilingual text;
};

struct ImmediateTrigger {
  std::string_view id;  // position, credential_set, special_disease, under_14
  uint64_t rows = 0;
};

// What made the level: of several that make the same, the first.
enum class Basis : uint8_t { records, proceeds, fact, immediate };

struct Verdict {
  Role role = Role::individual;
  std::string profile;
  Ladder ladder;
  Shares shares;

  TierCounts counted;     // linked, if that was asked for
  uint64_t weighted = 0;  // of these
  Range weighted_bounds;  // with what masked rows add
  Range record_bounds;
  std::optional<uint64_t> proceeds;        // fen, as entered
  std::optional<Range> proceeds_estimate;  // fen
  bool assume_sold = false;
  uint8_t facts = 0;

  Level level = Level::below, level_upper = Level::below;
  Basis basis = Basis::records, basis_upper = Basis::records;
  Bilingual level_text, level_upper_text;

  std::vector<ImmediateTrigger> immediate;
  std::vector<LineShare> lines;
  std::vector<RuleHit> rules_reached;
  std::vector<RuleHit> rules_watch;  // not reached, but close to it in another way: see the texts
  std::vector<RuleHit> people_reached;
  std::vector<Notice> notices;
  Bilingual footer;
};

// Nothing, with the reason in `fault`, if the options contradict themselves or the counts.
std::optional<Verdict> judge(const Counts& counts, const PolicyOptions& options, const Policy& policy,
                             std::string& fault);

}  // namespace pidun
