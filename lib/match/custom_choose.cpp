// Building the matcher of users' patterns: Hyperscan, unless its version or the canaries speak against it.
#include <algorithm>

#include "match/custom_backends.h"

namespace pidun {

namespace {

uint32_t widest_of(const std::vector<CompiledPattern>& rules) {
  uint32_t widest = 0;
  for (const CompiledPattern& rule : rules) widest = std::max(widest, static_cast<uint32_t>(rule.width.most));
  return widest;
}

}  // namespace

std::unique_ptr<CustomMatcher> CustomMatcher::build(const std::vector<CustomPattern>& patterns,
                                                    const CacheFolder* cache, CustomBackend backend, CustomError* error,
                                                    bool proven) {
  auto rules = compile_patterns(patterns, error, proven);
  if (!rules) return nullptr;
  const uint32_t widest = widest_of(*rules);
  std::unique_ptr<CustomMatcher> matcher;
  std::string why;
  if (backend == CustomBackend::portable) {
    matcher = make_portable_custom(std::move(*rules), "portable");
  } else if (matcher = make_hyperscan_custom(std::move(*rules), cache, &why); !matcher) {
    if (backend == CustomBackend::hyperscan) {
      if (error != nullptr) *error = {0, CustomError::kNowhere, why};
      return nullptr;
    }
    rules = compile_patterns(patterns, error, proven);  // the first were moved away
    matcher = make_portable_custom(std::move(*rules), "portable: " + why);
  }
  matcher->widest_ = widest;
  return matcher;
}

}  // namespace pidun
