// The label words near a candidate, found when they are first asked for: most input holds no candidate, and a block
// without one is never searched. What is found does not depend on what was asked for before, nor on the order.
// Tested in tests/unit/detect/context_test.cpp.
#pragma once

#include <vector>

#include "detect/labels.h"

namespace pidun {

class NearbyWords {
 public:
  NearbyWords(const LabelTable& labels, const WordMatcher& matcher, WordScratch& scratch)
      : labels_(&labels), matcher_(&matcher), scratch_(&scratch) {}
  // Begins a new window.
  void start(const Window& window);
  // Settled hits, ascending; complete for words that begin in [begin - kReach, end + kReach).
  const std::vector<WordHit>& around(uint64_t begin, uint64_t end);

  static constexpr uint64_t kReach = 2 * kLongestWord;

 private:
  void reach(uint64_t first, uint64_t last);
  void load(uint64_t first, uint64_t last);

  const LabelTable* labels_;
  const WordMatcher* matcher_;
  WordScratch* scratch_;
  Window window_;
  uint64_t first_block_ = 0;     // of those that were asked for
  std::vector<uint8_t> loaded_;  // by block, counted from first_block_
  std::vector<WordHit> hits_, found_;
};

}  // namespace pidun
