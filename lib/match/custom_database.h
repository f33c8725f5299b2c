// Compiles the users' patterns into Hyperscan databases, or takes them from the cache, and says which patterns
// Hyperscan will not have. Tested through tests/unit/match/custom_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "match/custom_rules.h"
#include "match/hyperscan_handles.h"

namespace pidun {

class CacheFolder;

struct CustomDatabases {
  DatabasePointer literals;  // null: there is none to look for
  DatabasePointer regexes;
  std::vector<uint32_t> refused;  // ascending
  bool from_cache = false;
};

// Reports carry the index into `rules`. False when Hyperscan fails altogether.
bool make_custom_databases(const std::vector<CustomRule>& rules, const CacheFolder* cache, CustomDatabases& out);

}  // namespace pidun
