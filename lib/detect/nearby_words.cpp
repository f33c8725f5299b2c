#include "detect/nearby_words.h"

#include <algorithm>

namespace pidun {
namespace {

// Small, since most candidates stand alone; large enough that dense ones share what was found.
constexpr uint64_t kBlock = 128;

}  // namespace

void NearbyWords::start(const Window& window) {
  window_ = window;
  loaded_.clear();
  hits_.clear();
}

// Makes room for what is known of blocks [first, last]. A window may be all of a large input, of which little is asked.
void NearbyWords::reach(uint64_t first, uint64_t last) {
  if (loaded_.empty()) first_block_ = first;
  if (first < first_block_) {
    loaded_.insert(loaded_.begin(), first_block_ - first, 0);
    first_block_ = first;
  }
  if (last - first_block_ >= loaded_.size()) loaded_.resize(last - first_block_ + 1, 0);
}

// Blocks [first, last], none of which is loaded.
void NearbyWords::load(uint64_t first, uint64_t last) {
  // A little more than the blocks is searched, so that a word across their border is seen from either side alike.
  const uint64_t begin = first * kBlock, end = (last + 1) * kBlock;
  found_.clear();
  matcher_->find(window_.slice(before(begin, kLongestWord), end + kLongestWord), *scratch_, found_);
  labels_->settle(window_, found_);
  std::erase_if(found_, [&](const WordHit& hit) { return hit.begin < begin || hit.begin >= end; });
  const bool behind_all = hits_.empty() || hits_.back().begin < begin;
  const auto place = behind_all ? hits_.end()
                                : std::partition_point(hits_.begin(), hits_.end(),
                                                       [&](const WordHit& hit) { return hit.begin < begin; });
  hits_.insert(place, found_.begin(), found_.end());
  for (uint64_t block = first; block <= last; ++block) loaded_[block - first_block_] = 1;
}

const std::vector<WordHit>& NearbyWords::around(uint64_t begin, uint64_t end) {
  const uint64_t first = before(begin, kReach) / kBlock, last = std::min(end + kReach, window_.end()) / kBlock;
  if (last < first) return hits_;
  reach(first, last);
  // Neighbours that are missing are searched at once.
  for (uint64_t block = first; block <= last; ++block) {
    if (loaded_[block - first_block_] != 0) continue;
    uint64_t behind = block;
    while (behind < last && loaded_[behind + 1 - first_block_] == 0) ++behind;
    load(block, behind);
    block = behind;
  }
  return hits_;
}

}  // namespace pidun
