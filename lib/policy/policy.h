// What a verdict holds counts against: ladders, shares, numbers of people. All of it is data (patterns/policy.toml,
// compiled in); a file of the same form changes what it names and keeps the rest.
// Example: "[ladder.operator]\nline = 100000\n" doubles the operator's line; "[ladder.driver]" is refused with its
// place. Tested in tests/unit/policy/policy_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"

namespace pidun {

// One text in both languages.
struct Bilingual {
  std::string zh, en;
};

// Whose data it is that is counted: D13.
enum class Role : uint8_t { individual, insider, operator_of_systems };
inline constexpr size_t kRoles = 3;
std::string_view name_of(Role role);  // individual, insider, operator
std::optional<Role> role_named(std::string_view name);

struct Ladder {
  uint64_t line = 5000;   // of the weighted sum
  bool tenfold = true;    // ten times the line is a level of its own
  uint64_t proceeds = 0;  // fen; 0: no such line
};

struct PolicyProfile {
  std::string name;
  uint32_t notice_percent = 10, near_percent = 50;
  uint64_t image_bulk = 20;
  // For the stage that makes records.
  bool strict_tiers = false;
  uint16_t id_set_tier = 500;
};

// A number of people that some rule lists.
struct PeopleLine {
  enum class Of : uint8_t { all, plain, sensitive };
  std::string id;
  Of of = Of::all;
  uint64_t persons = 1;
  bool abroad = false;  // only of recipients that are marked as abroad
  Bilingual name;
};

class Policy {
 public:
  // What is compiled in; it holds together, which a test proves.
  static const Policy& builtin();

  // Takes over what the file says. Every fault is told with its place, and then nothing is changed.
  bool load(std::string_view toml, FileFaults& faults);

  const Ladder& ladder(Role role) const { return ladders_[static_cast<size_t>(role)]; }
  const PolicyProfile* profile(std::string_view name) const;  // nullptr if there is none
  const std::vector<PolicyProfile>& profiles() const { return profiles_; }
  const std::vector<PeopleLine>& people() const { return people_; }

  // Lines are below this, so that ten times one and its percents are exact.
  static constexpr int64_t kLargestLine = 1'000'000'000'000;

 private:
  struct Reader;
  std::array<Ladder, kRoles> ladders_{};
  std::vector<PolicyProfile> profiles_;
  std::vector<PeopleLine> people_;
};

}  // namespace pidun
