// The options that say which rules hold (--rules, --kinds, --profile, --cache-dir, --no-cache), and the engine they
// give. Tested by tests/cli/cases_patterns.py.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pidun/pidun.hpp"

namespace pidun::cli {

struct RuleOptions {
  std::vector<std::string> files;
  std::vector<std::string> kinds;  // asked for; none = all
  std::optional<std::string> cache_folder;
  bool no_cache = false;
  std::uint32_t profile = 0;  // PIDUN_PROFILE_*
};

// Throws pidun::Error, whose detail names the place, when the rules cannot be loaded.
Engine open_engine(const RuleOptions& options);

// {"rules":…,"examples":…,"failures":[…]}: of the files, or of the built-in rules if there are none.
std::string check_rules(const RuleOptions& options);

}  // namespace pidun::cli
