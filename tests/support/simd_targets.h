// Runs a test body once for every SIMD target that this build holds and this CPU has; names those that are missing.
#pragma once

#include <hwy/targets.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <iostream>
#include <set>

namespace pidun::testing {

// Picks one target until it goes out of scope.
class ChosenTarget {
 public:
  explicit ChosenTarget(int64_t target) { hwy::SetSupportedTargetsForTest(target); }
  ChosenTarget(const ChosenTarget&) = delete;
  ChosenTarget& operator=(const ChosenTarget&) = delete;
  ~ChosenTarget() { hwy::SetSupportedTargetsForTest(0); }
};

// The targets that the library promises; `fallback` is the one without vectors.
inline const std::set<int64_t>& promised_targets() {
  static const std::set<int64_t> targets{HWY_AVX3, HWY_AVX2, HWY_SSE4, HWY_STATIC_TARGET};
  return targets;
}

// Once in a run of the program.
inline void print_targets() {
  static bool printed = false;
  if (printed) return;
  printed = true;
  const int64_t cpu = hwy::SupportedTargets();
  for (const int64_t target : promised_targets()) {
    const char* name = hwy::TargetName(target);
    if ((HWY_TARGETS & target) == 0) {
      std::cout << "skipped: " << name << " is not part of this build\n";
    } else if ((cpu & target) == 0) {
      std::cout << "skipped: this CPU does not have " << name << "\n";
    } else {
      std::cout << "tested: " << name << "\n";
    }
  }
}

template <class Body>
void on_every_target(const Body& body) {
  print_targets();
  const auto targets = hwy::SupportedAndGeneratedTargets();
  REQUIRE(targets.size() >= 2);
  for (const int64_t target : targets) {
    const ChosenTarget chosen(target);
    INFO("target " << hwy::TargetName(target));
    body(hwy::TargetName(target));
  }
}

}  // namespace pidun::testing
