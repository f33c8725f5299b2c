// Who is one person, by the links of a partition (D11). All that hold a value that links by itself are; of those that
// hold another value, those with the same name, and all of them where at most one name is seen with it.
#pragma once

#include <utility>
#include <vector>

#include "tally/components.h"
#include "tally/partition_reader.h"

namespace pidun {

class LinkReader {
 public:
  using Pairs = std::vector<std::pair<uint64_t, uint64_t>>;

  explicit LinkReader(size_t most_words) : reader_(most_words) {}
  // Pairs of identities to be joined; valid until the next call.
  const Pairs& read(std::span<const LogPart> links, size_t partition);

 private:
  void join_value(std::span<const LinkRow> rows);

  PartitionReader<LinkLayout> reader_;
  std::vector<LinkRow> rows_;
  Pairs pairs_;
};

// The persons that the links of one or more logs make of identities.
Components join_links(std::span<const PartitionLog* const> logs, unsigned threads, size_t most_words);

}  // namespace pidun
