// Building the matcher of users' patterns: Hyperscan, unless its version or the canaries speak against it.
#include "match/custom_backends.h"

namespace pidun {

std::unique_ptr<CustomMatcher> CustomMatcher::build(const std::vector<CustomPattern>& patterns,
                                                    const CacheFolder* cache, CustomBackend backend,
                                                    CustomError* error) {
  auto rules = make_custom_rules(patterns, error);
  if (!rules) return nullptr;
  if (backend == CustomBackend::portable) return make_portable_custom(std::move(*rules), "portable");
  std::string why;
  if (auto fast = make_hyperscan_custom(std::move(*rules), cache, &why)) return fast;
  if (backend == CustomBackend::automatic) {
    rules = make_custom_rules(patterns, error);
    return make_portable_custom(std::move(*rules), "portable: " + why);
  }
  if (error != nullptr) *error = {0, CustomError::kNowhere, why};
  return nullptr;
}

}  // namespace pidun
