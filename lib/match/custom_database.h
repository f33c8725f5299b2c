// Compiles the users' patterns into a Hyperscan database, or takes it from the cache, and says which patterns
// Hyperscan will not have. Tested through tests/unit/match/custom_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "match/custom_rules.h"
#include "match/hyperscan_handles.h"

namespace pidun {

class CacheFolder;

// One database for all: two passes over the text cost nearly twice as much as one.
struct CustomDatabase {
  DatabasePointer handle;         // null: there is nothing that Hyperscan could look for
  std::vector<uint32_t> refused;  // ascending
  bool from_cache = false;
};

// Reports carry the index into `rules`.
CustomDatabase make_custom_database(const std::vector<CustomRule>& rules, const CacheFolder* cache);
void keep_custom_database(const CustomDatabase& database, const std::vector<CustomRule>& rules,
                          const CacheFolder* cache);

}  // namespace pidun
