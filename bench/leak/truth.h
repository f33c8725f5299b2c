// What `pidun count --format json` must say of the rows, counted by whoever made them: by sets of all records, or,
// where each person has one record, by a byte a person. Nothing of the library is used.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "leak/row.h"

namespace leak {

struct Sums {
  uint64_t raw = 0, invalid = 0, dropped = 0, valid = 0, masked = 0;
  std::map<std::string, uint64_t> by_reason;
  std::map<unsigned, uint64_t> unlinked;
  uint64_t unique = 0, counted = 0, recipients = 0, persons = 0, sensitive_persons = 0, changed = 0, fixes = 0;
  uint64_t masked_lower = 0;
  std::map<unsigned, uint64_t> by_tier;

  void add(const Fact& fact);  // what needs no memory
  std::string json() const;
};

class Truth {
 public:
  virtual ~Truth() = default;
  virtual void add(const Fact& fact, unsigned recipient) = 0;
  virtual Sums sums() = 0;
};

// Keeps every record: 200 bytes each.
std::unique_ptr<Truth> make_set_truth();
// A byte a person, for rows that are all of one tier and recipient, state-like, with records numbered from 0, and of
// whose contents only the mobile numbers change, below 8 of them.
std::unique_ptr<Truth> make_person_truth();

}  // namespace leak
