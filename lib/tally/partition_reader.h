// A partition of one or more logs, read whole and grouped. Where a partition is far larger than its share, since one
// print comes again and again, what is read is made compact in between.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>
#include <vector>

#include "tally/group.h"
#include "tally/partition_log.h"
#include "tally/row_table.h"

namespace pidun {

inline std::array<uint64_t, 2> key_of(const LinkRow& row) { return {row.detail, row.node}; }

// Rows of links under one value, each once, sorted by name and node.
inline void read_links(const uint64_t* row, std::span<const uint64_t* const> others, std::vector<LinkRow>& into) {
  into.assign(1, {row[0], row[1], row[2]});
  for (const uint64_t* other : others) into.push_back({other[0], other[1], other[2]});
  std::sort(into.begin(), into.end(), [](const LinkRow& a, const LinkRow& b) { return key_of(a) < key_of(b); });
  const auto same = [](const LinkRow& a, const LinkRow& b) { return key_of(a) == key_of(b); };
  into.erase(std::unique(into.begin(), into.end(), same), into.end());
}

// Appends the items of a group as rows; a group may be longer than a row can be.
template <class Room>
void write_group(const uint64_t* print, std::span<const Item> items, Room&& room) {
  constexpr size_t kMostItems = (PartitionLog::kMostRow - 2) / 2;
  while (!items.empty()) {
    const auto part = items.first(std::min(items.size(), kMostItems));
    items = items.subspan(part.size());
    size_t words = 2;
    for (const Item& item : part) words += words_of(item.word);
    uint64_t* row = room(words);
    row[0] = print[0];
    row[1] = print[1];
    write_items(part, row + 2);
  }
}

// Writes the rows of a table anew, each key's together and each item once.
class Compactor {
 public:
  template <class Room>
  void write(RowTable<GroupLayout>& table, Room&& room) {
    table.each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
      write_group(row, groups_.read(row, others), room);
    });
  }
  template <class Room>
  void write(RowTable<LinkLayout>& table, Room&& room) {
    write_links(table, [&](const LinkRow& link) { std::memcpy(room(3), &link, sizeof(link)); });
  }
  template <class Room>
  void write(RowTable<NodeLayout>& table, Room&& room) {
    table.each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
      std::copy(row, row + 3, room(3));
      for (const uint64_t* other : others) std::copy(other, other + 3, room(3));
    });
  }
  // Calls use(link) for each, once.
  template <class Use>
  void write_links(RowTable<LinkLayout>& table, Use&& use) {
    table.each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
      read_links(row, others, links_);
      for (const LinkRow& link : links_) use(link);
    });
  }

 private:
  GroupReader groups_;
  std::vector<LinkRow> links_;
};

// A log that is read, and what its recipients are to be; null: as they are.
struct LogPart {
  const PartitionLog* log;
  const RecipientMap* map = nullptr;
};

template <class Layout>
class PartitionReader {
 public:
  // `most` words are read before they are made compact.
  explicit PartitionReader(size_t most) : most_(most) {}

  RowTable<Layout>& read(std::span<const LogPart> logs, size_t partition) {
    buffer_.clear();
    size_t most = most_;
    for (const LogPart& part : logs) {
      part.log->each_piece(partition, [&](const PartitionLog::Piece& piece) {
        if (buffer_.size() != 0 && buffer_.size() + piece.words() > most) {
          compact();
          most = std::max(most_, buffer_.size() * 2);
        }
        const size_t begin = buffer_.size();
        piece.read(buffer_);
        if (part.map != nullptr) apply(*part.map, buffer_.from(begin));
      });
    }
    table_.build(buffer_.words());
    return table_;
  }
  RowTable<Layout>& read(const PartitionLog& log, size_t partition) {
    return read(std::array{LogPart{&log}}, partition);
  }

 private:
  void compact() {
    WordBuffer rows;
    table_.build(buffer_.words());
    compactor_.write(table_, [&](size_t words) { return rows.extend(words); });
    buffer_.swap(rows);
  }

  size_t most_;
  WordBuffer buffer_;
  RowTable<Layout> table_;
  Compactor compactor_;
};

// The groups of a partition of facts.
class FactReader {
 public:
  explicit FactReader(size_t most_words) : reader_(most_words) {}
  // Calls use(print, items) once a print, but first, where a row is alone, plain(row), which may be enough.
  template <class Use, class Plain>
  void each(std::span<const LogPart> facts, size_t partition, Use&& use, Plain&& plain) {
    reader_.read(facts, partition).each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
      if (!others.empty() || !plain(row)) use(row, groups_.read(row, others));
    });
  }

  template <class Use>
  void each(std::span<const LogPart> facts, size_t partition, Use&& use) {
    each(facts, partition, use, [](const uint64_t*) { return false; });
  }

 private:
  PartitionReader<GroupLayout> reader_;
  GroupReader groups_;
};

}  // namespace pidun
