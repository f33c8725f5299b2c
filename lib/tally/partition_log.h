// Rows in 256 partitions, by the first eight bits of their first word: appended in memory, moved to a file past a cap,
// read back one partition at a time. Two logs of one layout are put together by moving what they hold.
//
//   uint64_t* row = log.room(partition_of(print.high), 3);               // three words, to be filled at once
//   log.each_piece(7, [&](const auto& piece) { piece.read(buffer); });   // all rows of partition 7
//
// Memory that held rows is wiped before it is given back. Tested in tests/unit/tally/spill_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tally/chunk_pool.h"
#include "tally/recipient_map.h"
#include "tally/spill_file.h"
#include "tally/word_buffer.h"

namespace pidun {

class PartitionLog {
 public:
  static constexpr size_t kPartitions = 256;
  static constexpr size_t kMostRow = 4096;  // words

  PartitionLog() = default;
  ~PartitionLog();
  PartitionLog(PartitionLog&& other) noexcept;
  PartitionLog& operator=(PartitionLog&& other) noexcept;

  // Room for a row of at most kMostRow words.
  uint64_t* room(size_t partition, size_t words) {
    Open& open = open_[partition];
    if (static_cast<size_t>(open.end - open.at) < words) renew(partition, words);
    uint64_t* at = open.at;
    open.at += words;
    // The lines that the next row of this partition will need: hundreds of others come before it.
    __builtin_prefetch(open.at + 8, 1);
    __builtin_prefetch(open.at + 16, 1);
    return at;
  }

  size_t memory() const { return small_ + pool_.bytes_in_use(); }  // bytes

  // Pieces of a partition, of whole rows: use(piece) may append them to a buffer with read().
  struct Piece;
  template <class Use>
  void each_piece(size_t partition, Use&& use) const;
  size_t memory_words(size_t partition) const;
  void load_memory(size_t partition, WordBuffer& into) const;  // behind what is there
  void forget_memory(size_t partition);                        // what is in files stays
  // Moves the rows of some partitions from memory to the file.
  void spill(const std::shared_ptr<SpillFile>& file, size_t begin, size_t end);
  // Takes over all that the other holds. With a map, its rows are facts whose recipients are numbered otherwise.
  void splice(PartitionLog&& other, const std::shared_ptr<const RecipientMap>& map);
  void clear();

 private:
  struct Open {
    uint64_t* at = nullptr;
    uint64_t* end = nullptr;
  };
  struct Chunk {
    uint64_t* words = nullptr;  // from the pool if it is a full one, else of its own
    size_t used = 0;
    size_t capacity = 0;
  };
  struct Extent {
    std::shared_ptr<SpillFile> file;
    uint64_t offset;  // bytes
    uint64_t words;
    std::shared_ptr<const RecipientMap> map;  // to be applied when it is read; null: none
  };
  struct Part {
    std::vector<Chunk> chunks;  // the last one is open
    std::vector<Extent> extents;
  };

  void renew(size_t partition, size_t words);
  void close(size_t partition);  // notes how much of the open chunk is used
  size_t used(size_t partition, size_t chunk) const;
  void renumber(size_t partition, const std::shared_ptr<const RecipientMap>& map);
  Chunk make_chunk(size_t capacity);
  void give_back(const Chunk& chunk);

  std::array<Open, kPartitions> open_{};
  std::array<Part, kPartitions> parts_{};
  ChunkPool pool_;
  size_t small_ = 0;  // bytes of chunks that are smaller
};

struct PartitionLog::Piece {
  const Extent* extent;  // null: `memory`
  std::span<const uint64_t> memory;
  size_t words() const { return extent != nullptr ? extent->words : memory.size(); }
  void read(WordBuffer& into) const;
};

template <class Use>
void PartitionLog::each_piece(size_t partition, Use&& use) const {
  const Part& part = parts_[partition];
  for (const Extent& extent : part.extents) use(Piece{&extent, {}});
  for (size_t index = 0; index < part.chunks.size(); ++index)
    use(Piece{nullptr, {part.chunks[index].words, used(partition, index)}});
}

}  // namespace pidun
