// Memory for rows in chunks of 64 KiB, cut from slabs of 2 MiB on huge pages: a tally appends to hundreds of chunks at
// a time, more than there are entries in the cache of small pages. What is given back is used again; all is wiped when
// the pool goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

namespace pidun {

class ChunkPool {
 public:
  static constexpr size_t kWords = 8192;  // of a chunk

  ChunkPool() = default;
  ~ChunkPool();
  ChunkPool(ChunkPool&& other) noexcept = default;
  ChunkPool& operator=(ChunkPool&& other) noexcept;

  uint64_t* take();
  void give_back(uint64_t* chunk) { free_.push_back(chunk); }
  // Takes over the chunks of another pool, those in use as well.
  void splice(ChunkPool&& other);
  size_t bytes_in_use() const { return (slabs_.size() * kChunks - free_.size()) * kWords * sizeof(uint64_t); }

 private:
  static constexpr size_t kChunks = 32;  // of a slab
  static constexpr size_t kSlab = kChunks * kWords * sizeof(uint64_t);
  struct Free {
    void operator()(uint64_t* slab) const { std::free(slab); }
  };

  std::vector<std::unique_ptr<uint64_t, Free>> slabs_;
  std::vector<uint64_t*> free_;
};

}  // namespace pidun
