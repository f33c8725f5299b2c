// Rows that a value joins: one without an identity, or with two weak values alone, belongs to whoever else has the
// value (facts/counting.md D4, asked for).
//
// Under the value wait the facts of rows that are nobody's; identities that have it say so by an anchor. Of the
// identities of one value the strongest sort decides: where that is one, what waits goes to it, and so do weak ones
// that have the value; where it is two, or more than kMostJoined rows wait, all stay what they are. A weak identity
// that two values would give to different ones stays, too. All of that hangs on sets and sums alone, so the order of
// rows, files and tallies is not to be seen.
//   patients: M1,王伟,A     visits: M1,诊断     ->  anchor of A at M1; the diagnosis waits at M1, and goes to A
// Tested in tests/unit/tally/join_rows_test.cpp and tests/property/join_rows_test.cpp.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "tally/counts.h"
#include "tally/partition_log.h"
#include "tally/sample.h"

namespace pidun {

struct Joined {
  PartitionLog moved;        // facts, by the identities that they went to
  PartitionLog moved_again;  // of these, what a weak one had taken and gave on
  PartitionLog gone;         // prints of identities that went
  std::vector<SampleKey> absorbed;
  // Sums of the rows that are somebody's now.
  uint64_t rows = 0;
  std::array<uint64_t, kInvalidReasons> by_reason{};
  TierCounts unlinked;
  uint64_t dropped_values = 0;
  std::array<uint64_t, kRecordTriggers> triggers{};
  Counts::Join counts;

  // Whose facts went, of one partition; sorted.
  std::vector<std::array<uint64_t, 2>> gone_of(size_t partition) const;
};

struct JoinOptions {
  unsigned threads = 1;
  size_t most_words = 0;  // of a partition, before it is made compact
  size_t memory_cap = 0;
  const std::string* spill_folder = nullptr;
};
Joined join_rows(const PartitionLog& facts, const Sample& sample, const JoinOptions& options);

}  // namespace pidun
