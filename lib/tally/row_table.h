// Groups the rows of a partition by their key: an open-addressing table of 8-byte slots beside the rows, which stay
// where they are. A row that is the same as the first of its key, word by word, is passed over; others are chained.
//
//   RowTable<GroupLayout> table;
//   table.build(words);
//   table.each([](const uint64_t* row, std::span<const uint64_t* const> others) { … });
//
// Keys are spread by random multipliers, so that nobody can write a tally whose keys meet in one slot. Nothing depends
// on them: groups come in the order of their first rows. Tested in tests/unit/tally/group_test.cpp.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "tally/fact.h"

namespace pidun {

// Two random odd numbers of this process.
std::array<uint64_t, 2> spread_multipliers();

// A row of facts: print and items.
struct GroupLayout {
  static size_t size_of(const uint64_t* row) {
    size_t at = 2;
    for (;;) {
      const uint64_t word = row[at];
      at += words_of(word);
      if ((word & kLast) != 0) return at;
    }
  }
  static uint64_t second(const uint64_t* row) { return row[1]; }
  // Whether a row may hold sums: then another that is the same is not passed over.
  static bool may_sum(const uint64_t* row) { return may_join(row); }
};

// A row of links: value, detail, node.
struct LinkLayout {
  static size_t size_of(const uint64_t*) { return 3; }
  static uint64_t second(const uint64_t* row) { return row[1] >> 48; }
  static bool may_sum(const uint64_t*) { return false; }
};

// A link by its identity: node, value, detail.
struct NodeLayout {
  static size_t size_of(const uint64_t*) { return 3; }
  static uint64_t second(const uint64_t*) { return 0; }
  static bool may_sum(const uint64_t*) { return false; }
};

template <class Layout>
class RowTable {
 public:
  // The rows must be whole. They are not copied: `words` has to outlive the table's use.
  void build(std::span<const uint64_t> words);

  size_t groups() const { return heads_.size(); }
  // Calls `use(first row, the other rows)` once a key. The others differ from the first, but perhaps not from each
  // other.
  template <class Use>
  void each(Use&& use);

 private:
  struct Head {
    uint32_t at;     // words before the row
    uint32_t chain;  // of others_, 0: none
  };
  struct Other {
    uint32_t at;
    uint32_t next;
  };
  static constexpr size_t kBatch = 16;

  void add(const uint64_t* row, uint64_t hash);
  void grow();
  uint64_t hash_of(const uint64_t* row) const { return row[0] * spread_[0] + Layout::second(row) * spread_[1]; }
  size_t slot_of(uint64_t hash) const { return hash >> shift_; }

  const std::array<uint64_t, 2> spread_ = spread_multipliers();
  const uint64_t* words_ = nullptr;
  std::vector<uint64_t> slots_;  // 32 bits of the hash, 32 bits of index + 1; 0: free
  int shift_ = 64;
  std::vector<Head> heads_;
  std::vector<Other> others_;
  std::vector<const uint64_t*> chain_;
};

template <class Layout>
void RowTable<Layout>::grow() {
  const size_t size = std::max<size_t>(64, slots_.size() * 2);
  std::vector<uint64_t> larger(size, 0);
  shift_ = 64 - std::countr_zero(size);
  for (size_t index = 0; index < heads_.size(); ++index) {
    const uint64_t hash = hash_of(words_ + heads_[index].at);
    size_t slot = slot_of(hash);
    while (larger[slot] != 0) slot = (slot + 1) & (size - 1);
    larger[slot] = hash << 32 | (index + 1);
  }
  slots_.swap(larger);
}

template <class Layout>
void RowTable<Layout>::add(const uint64_t* row, uint64_t hash) {
  const size_t mask = slots_.size() - 1;
  const auto at = static_cast<uint32_t>(row - words_);
  for (size_t slot = slot_of(hash);; slot = (slot + 1) & mask) {
    const uint64_t found = slots_[slot];
    if (found == 0) {
      heads_.push_back({at, 0});
      slots_[slot] = hash << 32 | heads_.size();
      return;
    }
    if (found >> 32 != (hash & 0xFFFFFFFF)) continue;
    Head& head = heads_[(found & 0xFFFFFFFF) - 1];
    const uint64_t* first = words_ + head.at;
    if (first[0] != row[0] || Layout::second(first) != Layout::second(row)) continue;
    const size_t size = Layout::size_of(row);
    const bool same = Layout::size_of(first) == size && std::equal(row, row + size, first);
    if (same && !Layout::may_sum(row)) return;
    others_.push_back({at, head.chain});
    head.chain = static_cast<uint32_t>(others_.size());
    return;
  }
}

template <class Layout>
void RowTable<Layout>::build(std::span<const uint64_t> words) {
  words_ = words.data();
  heads_.clear();
  others_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
  if (slots_.empty()) grow();
  std::array<const uint64_t*, kBatch> rows;
  std::array<uint64_t, kBatch> hashes;
  for (const uint64_t *row = words.data(), *end = row + words.size(); row != end;) {
    if (heads_.size() + kBatch > slots_.size() / 2) grow();
    size_t count = 0;
    for (; count < kBatch && row != end; ++count, row += Layout::size_of(row)) {
      rows[count] = row;
      hashes[count] = hash_of(row);
      __builtin_prefetch(&slots_[slot_of(hashes[count])]);
    }
    for (size_t index = 0; index < count; ++index) add(rows[index], hashes[index]);
  }
}

template <class Layout>
template <class Use>
void RowTable<Layout>::each(Use&& use) {
  for (const Head& head : heads_) {
    chain_.clear();
    for (uint32_t next = head.chain; next != 0; next = others_[next - 1].next)
      chain_.push_back(words_ + others_[next - 1].at);
    use(words_ + head.at, std::span<const uint64_t* const>(chain_));
  }
}

}  // namespace pidun
