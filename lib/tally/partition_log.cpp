#include "tally/partition_log.h"

#include <algorithm>
#include <iterator>

namespace pidun {
namespace {

// The first chunk of a partition is small, so that a tally of a few rows is; the next ones double.
constexpr size_t kFirstChunk = 32;  // words

}  // namespace

PartitionLog::~PartitionLog() { clear(); }

PartitionLog::PartitionLog(PartitionLog&& other) noexcept { *this = std::move(other); }

PartitionLog& PartitionLog::operator=(PartitionLog&& other) noexcept {
  if (this == &other) return *this;
  clear();
  open_ = std::exchange(other.open_, {});
  for (size_t index = 0; index < kPartitions; ++index) {
    parts_[index] = std::move(other.parts_[index]);
    other.parts_[index] = {};
  }
  pool_ = std::move(other.pool_);
  small_ = std::exchange(other.small_, 0);
  return *this;
}

size_t PartitionLog::used(size_t partition, size_t chunk) const {
  const Part& part = parts_[partition];
  const Chunk& of = part.chunks[chunk];
  return chunk + 1 == part.chunks.size() ? static_cast<size_t>(open_[partition].at - of.words) : of.used;
}

size_t PartitionLog::memory_words(size_t partition) const {
  size_t sum = 0;
  for (size_t index = 0; index < parts_[partition].chunks.size(); ++index) sum += used(partition, index);
  return sum;
}

PartitionLog::Chunk PartitionLog::make_chunk(size_t capacity) {
  if (capacity == ChunkPool::kWords) return {pool_.take(), 0, capacity};
  Chunk chunk{new uint64_t[capacity], 0, capacity};
  small_ += capacity * sizeof(uint64_t);
  return chunk;
}

void PartitionLog::give_back(const Chunk& chunk) {
  if (chunk.capacity == ChunkPool::kWords) return pool_.give_back(chunk.words);
  wipe(chunk.words, chunk.capacity * sizeof(uint64_t));
  delete[] chunk.words;
  small_ -= chunk.capacity * sizeof(uint64_t);
}

void PartitionLog::close(size_t partition) {
  Part& part = parts_[partition];
  if (!part.chunks.empty()) part.chunks.back().used = used(partition, part.chunks.size() - 1);
}

void PartitionLog::renew(size_t partition, size_t words) {
  Part& part = parts_[partition];
  close(partition);
  size_t capacity = part.chunks.empty() ? kFirstChunk : std::min(ChunkPool::kWords, part.chunks.back().capacity * 2);
  while (capacity < words) capacity *= 2;

  part.chunks.push_back(make_chunk(capacity));
  const Chunk& chunk = part.chunks.back();
  open_[partition] = {chunk.words, chunk.words + capacity};
}

void PartitionLog::forget_memory(size_t partition) {
  for (const Chunk& chunk : parts_[partition].chunks) give_back(chunk);
  parts_[partition].chunks.clear();
  open_[partition] = {};
}

void PartitionLog::Piece::read(WordBuffer& into) const {
  if (extent == nullptr) return into.append(memory);
  const std::span<uint64_t> words{into.extend(extent->words), extent->words};
  extent->file->read(extent->offset, words);
  if (extent->map != nullptr) apply(*extent->map, words);
}

void PartitionLog::load_memory(size_t partition, WordBuffer& into) const {
  for (size_t index = 0; index < parts_[partition].chunks.size(); ++index)
    into.append({parts_[partition].chunks[index].words, used(partition, index)});
}

void PartitionLog::spill(const std::shared_ptr<SpillFile>& file, size_t begin, size_t end) {
  for (size_t partition = begin; partition < end; ++partition) {
    Part& part = parts_[partition];
    std::vector<std::span<const uint64_t>> pieces;
    uint64_t total = 0;
    for (size_t index = 0; index < part.chunks.size(); ++index) {
      pieces.emplace_back(part.chunks[index].words, used(partition, index));
      total += pieces.back().size();
    }
    if (total == 0) continue;
    const uint64_t offset = file->write(pieces);
    part.extents.push_back({file, offset, total, nullptr});
    forget_memory(partition);
  }
}

void PartitionLog::renumber(size_t partition, const std::shared_ptr<const RecipientMap>& map) {
  for (Extent& extent : parts_[partition].extents) extent.map = joined(extent.map, map);
  for (const Chunk& chunk : parts_[partition].chunks) apply(*map, {chunk.words, chunk.used});
}

void PartitionLog::splice(PartitionLog&& other, const std::shared_ptr<const RecipientMap>& map) {
  for (size_t partition = 0; partition < kPartitions; ++partition) {
    Part& from = other.parts_[partition];
    Part& into = parts_[partition];
    other.close(partition);
    close(partition);
    if (map != nullptr) other.renumber(partition, map);
    std::move(from.extents.begin(), from.extents.end(), std::back_inserter(into.extents));
    from.extents.clear();
    if (from.chunks.empty()) continue;
    // The other's chunks go before ours, so that ours stays the open one.
    const Open open = into.chunks.empty() ? other.open_[partition] : open_[partition];
    into.chunks.insert(into.chunks.begin(), std::make_move_iterator(from.chunks.begin()),
                       std::make_move_iterator(from.chunks.end()));
    from.chunks.clear();
    open_[partition] = open;
    other.open_[partition] = {};
  }
  pool_.splice(std::move(other.pool_));
  small_ += std::exchange(other.small_, 0);
}

void PartitionLog::clear() {
  for (size_t partition = 0; partition < kPartitions; ++partition) {
    forget_memory(partition);
    parts_[partition].extents.clear();
  }
  pool_ = {};
}

}  // namespace pidun
