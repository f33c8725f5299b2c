// How much of one tally is in another: did this dump come from our export? Tested in tests/unit/tally/compare_test.cpp.
#pragma once

#include <cstdint>

#include "tally/tally.h"

namespace pidun {

struct Comparison {
  uint64_t records_a = 0;  // unique
  uint64_t records_b = 0;
  uint64_t records_both = 0;  // of one identity and event
  uint64_t persons_a = 0;
  uint64_t persons_b = 0;
  // Persons with a record in either. Links of both tallies count: one may know a person by the ID number and the other
  // by mobile number and name. So a and b are at least this, though each may have held one person for two.
  uint64_t persons_both = 0;
};

// Throws TallyError when the two have different keys, or write values differently.
Comparison compare(const Tally& a, const Tally& b, unsigned threads = 1);

}  // namespace pidun
