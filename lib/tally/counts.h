// What a tally comes to: the numbers of facts/counting.md, in 64 bits, without anything of what was counted.
// raw == invalid + masked.rows + duplicates + unique, always.
// Tested in tests/unit/tally/ and, row by row of the golden table, in tests/golden/.
#pragma once

#include <array>
#include <cstdint>

#include "record/record.h"

namespace pidun {

// Records by the class of 法释〔2017〕10号 art. 5(1).
struct TierCounts {
  uint64_t of50 = 0;
  uint64_t of500 = 0;
  uint64_t of5000 = 0;
  uint64_t total() const { return of50 + of500 + of5000; }
  uint64_t weighted() const { return 100 * of50 + 10 * of500 + of5000; }
  friend bool operator==(const TierCounts&, const TierCounts&) = default;
};

struct Counts {
  uint64_t raw = 0;
  uint64_t invalid = 0;
  std::array<uint64_t, kInvalidReasons> invalid_by_reason{};  // by InvalidReason
  uint64_t dropped_values = 0;
  TierCounts unlinked;  // invalid rows that hold fields of tier 50 or 500
  uint64_t duplicates = 0;
  TierCounts unique;   // distinct records
  TierCounts counted;  // distinct (record, recipient) pairs (D7)
  uint64_t recipients = 0;
  uint64_t persons = 0;            // of unique records (D11)
  uint64_t sensitive_persons = 0;  // of these, those with a sensitive record
  uint64_t content_changed = 0;    // D12
  uint64_t fixes = 0;              // unique records that are positions
  struct Masked {
    uint64_t rows = 0;
    uint64_t lower = 0;           // distinct visible strings of the class that has most (D8)
    uint64_t lower_weighted = 0;  // the same, by the weights of their tiers
    TierCounts by_tier;           // rows
  } masked;
  std::array<uint64_t, kRecordTriggers> triggers{};  // valid rows with each trigger, by bit
  // Asked for by `link`: counted after records of one person and event are one (D11).
  bool linked = false;
  uint64_t merged_records = 0;  // unique records that went into others
  TierCounts counted_linked;
  // Asked for by a tally that joins rows: after counting those as somebody's that another row says are.
  struct Join {
    bool asked = false;
    uint64_t rows = 0;              // that were nobody's
    uint64_t values = 0;            // that joined them
    uint64_t records = 0;           // of weak identities, that went to a stronger one
    uint64_t ambiguous_values = 0;  // that stand with two identities, or in too many rows: they join nothing
    uint64_t ambiguous_rows = 0;
  } join;
  bool merged_fields = false;  // rows of one identity raised its tier together
  struct Images {
    uint64_t seen = 0;
    uint64_t face_signed = 0;
    uint64_t unread = 0;
    uint64_t camera = 0;
  } images;
};

}  // namespace pidun
