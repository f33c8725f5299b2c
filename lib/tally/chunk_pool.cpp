#include "tally/chunk_pool.h"

#include <iterator>
#include <utility>

#include "base/keyed_hash.h"
#include "base/large_memory.h"

namespace pidun {

ChunkPool::~ChunkPool() {
  for (const auto& slab : slabs_) wipe(slab.get(), kSlab);
}

ChunkPool& ChunkPool::operator=(ChunkPool&& other) noexcept {
  slabs_.swap(other.slabs_);  // the other one wipes what was ours
  free_.swap(other.free_);
  return *this;
}

uint64_t* ChunkPool::take() {
  if (free_.empty()) {
    auto* slab = static_cast<uint64_t*>(large_memory(kSlab));
    slabs_.emplace_back(slab);
    for (size_t chunk = kChunks; chunk-- != 0;) free_.push_back(slab + chunk * kWords);
  }
  uint64_t* chunk = free_.back();
  free_.pop_back();
  return chunk;
}

void ChunkPool::splice(ChunkPool&& other) {
  std::move(other.slabs_.begin(), other.slabs_.end(), std::back_inserter(slabs_));
  free_.insert(free_.end(), other.free_.begin(), other.free_.end());
  other.slabs_.clear();
  other.free_.clear();
}

}  // namespace pidun
