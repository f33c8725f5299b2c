// The label words near a candidate, found when they are first asked for: most input holds no candidate, and a block
// without one is never searched. What is found does not depend on what was asked for before.
// Tested in tests/unit/detect/context_test.cpp.
#pragma once

#include <vector>

#include "detect/labels.h"

namespace pidun {

class NearbyWords {
 public:
  NearbyWords(const LabelTable& labels, const WordMatcher& matcher, WordScratch& scratch)
      : labels_(&labels), matcher_(&matcher), scratch_(&scratch) {}
  // Begins a new window. Places asked for from here on may go back by at most kLookBack.
  void start(const Window& window);
  // Settled hits, ascending; complete for words that begin in [begin - kReach, end + kReach).
  const std::vector<WordHit>& around(uint64_t begin, uint64_t end);

  static constexpr uint64_t kReach = 2 * kLongestWord;
  static constexpr uint64_t kLookBack = 512;

 private:
  void load(uint64_t block);

  const LabelTable* labels_;
  const WordMatcher* matcher_;
  WordScratch* scratch_;
  Window window_;
  uint64_t next_block_ = 0;  // blocks before this were loaded, or lie too far behind to be asked for
  std::vector<WordHit> hits_, found_;
};

}  // namespace pidun
