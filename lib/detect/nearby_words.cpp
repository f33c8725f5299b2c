#include "detect/nearby_words.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr uint64_t kBlock = 512;

}  // namespace

void NearbyWords::start(const Window& window) {
  window_ = window;
  next_block_ = 0;
  hits_.clear();
}

void NearbyWords::load(uint64_t block) {
  // A little more than the block is searched, so that a word across its border is seen from either side alike.
  const uint64_t begin = block * kBlock, end = begin + kBlock;
  found_.clear();
  matcher_->find(window_.slice(before(begin, kLongestWord), end + kLongestWord), *scratch_, found_);
  labels_->settle(window_, found_);
  for (const WordHit& hit : found_)
    if (hit.begin >= begin && hit.begin < end) hits_.push_back(hit);
}

const std::vector<WordHit>& NearbyWords::around(uint64_t begin, uint64_t end) {
  const uint64_t first = before(begin, kReach + kLookBack) / kBlock;
  const uint64_t last = std::min(end + kReach, window_.end()) / kBlock;
  for (uint64_t block = std::max(first, next_block_); block <= last; ++block) load(block);
  next_block_ = std::max(next_block_, last + 1);
  return hits_;
}

}  // namespace pidun
