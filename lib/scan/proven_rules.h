// What an earlier opening has proved of users' rules: RE2 takes their patterns and their examples hold. Kept in the
// cache under a hash of the rules, the options that matter, this CPU and the very builds of the code (build_stamp.h),
// so that nothing is believed of other rules or other code. Without a cache, or without build IDs, nothing is ever
// known. Example: known() is false at the first opening; after note(), true at the next. Tested in
// tests/unit/scan/proven_rules_test.cpp.
#pragma once

#include <optional>

#include "match/database_cache.h"
#include "scan/engine.h"

namespace pidun {

class ProvenRules {
 public:
  explicit ProvenRules(const EngineOptions& options);
  bool known() const;
  void note() const;

 private:
  std::optional<CacheFolder> cache_;  // none: nothing is kept
  std::string key_;
};

}  // namespace pidun
