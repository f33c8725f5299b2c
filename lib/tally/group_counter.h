// What the groups of a tally come to: each thread sums up those of its partitions, and the sums are put together.
// Tested with the tally in tests/unit/tally/ and tests/property/tally_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <map>
#include <vector>

#include "tally/components.h"
#include "tally/counts.h"
#include "tally/group.h"
#include "tally/sample.h"

namespace pidun {

// What is known of a linked identity.
enum NodeFlag : uint8_t { kCountedNode = 1, kSensitiveNode = 2 };

// A record of a linked identity, by the component it belongs to.
struct LinkedRecord {
  uint32_t component;
  uint32_t flags;  // flags of the record, and its recipient
  uint64_t event;
  uint32_t recipient() const { return flags >> 4; }
};

class GroupCounter {
 public:
  struct Shared {
    const Components* components = nullptr;
    uint8_t* nodes = nullptr;  // NodeFlag by index of components
    bool link = false;         // keep records of linked identities
    const Sample* sample = nullptr;
  };
  explicit GroupCounter(const Shared& shared) : shared_(shared) {}

  void add(const uint64_t* print, std::span<const Item> items);
  // The usual group: one row of contents and one record without an event, nothing else. False when it is another.
  bool add_plain(const uint64_t* row);
  void add_to(GroupCounter& sum) const;
  // Puts the sums into `counts`; persons without those whom links join.
  void finish(Counts& counts) const;

  std::vector<LinkedRecord>& linked() { return linked_; }
  uint64_t linked_records() const { return linked_records_; }
  const TierCounts& unlinked() const { return unlinked_; }  // counted records of identities that nothing links
  const std::vector<SampleKey>& absorbed() const { return absorbed_; }  // slots of the sample that are none

 private:
  void add_masked(uint64_t item);
  void add_records(const uint64_t* print, std::span<const Item> items);
  uint64_t values(uint64_t event) const;
  uint64_t raised(uint64_t flags, uint64_t event);

  Shared shared_;
  TierCounts unique_;
  TierCounts counted_;
  TierCounts unlinked_;
  uint64_t persons_ = 0;
  uint64_t sensitive_persons_ = 0;
  uint64_t content_changed_ = 0;
  uint64_t fixes_ = 0;
  uint64_t sets_ = 0;            // accounts whose secret stands in another row
  uint64_t linked_records_ = 0;  // unique records of linked identities
  std::bitset<kMostRecipients + 1> recipients_;
  std::map<uint64_t, TierCounts> classes_;  // distinct visible strings of a class
  std::vector<LinkedRecord> linked_;
  std::vector<SampleKey> absorbed_;
  // of the group at hand
  std::span<const Item> contents_;
  std::span<const Item> event_contents_;
  std::span<const Item> markers_;
  std::span<const Item> signs_;
};

uint64_t& tier_of(TierCounts& counts, uint64_t flags);

}  // namespace pidun
