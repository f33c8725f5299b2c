// See word_costs.h.
#include "detect/checks/word_costs.h"

#include <algorithm>

#include <pidun_words.h>

namespace pidun {

namespace word_tables {
const uint64_t* const hanzi = tables::hanzi_costs.data();
const uint64_t* const beginnings = tables::word_beginnings.data();
const uint64_t* const name_beginnings = tables::name_beginnings.data();
static_assert(kMostRarerSurname == tables::kMostRarerSurname);
static_assert(kBeginningBits == tables::kWordBeginningBits && kFactor == tables::kWordFactor);
}  // namespace word_tables

unsigned word_cost(uint64_t key) {
  const uint64_t hash = key * tables::kWordFactor;
  const uint32_t tag = (hash >> (40 - tables::kWordSlotBits)) & 0xFFFFFF;
  for (uint64_t slot = hash >> (64 - tables::kWordSlotBits);; slot = (slot + 1) % tables::word_slots.size()) {
    const uint32_t entry = tables::word_slots[slot];
    if (entry == 0) return kNoCost;
    if (entry >> 8 == tag) return entry & 0xFF;
  }
}

const uint8_t* name_beginning_filter() { return tables::name_beginning_filter.data(); }

unsigned compound_surname_cost(uint64_t key) {
  const auto found =
      std::lower_bound(tables::compound_surnames.begin(), tables::compound_surnames.end(), key,
                       [](const tables::CompoundSurname& name, uint64_t wanted) { return name.key < wanted; });
  return found != tables::compound_surnames.end() && found->key == key ? found->cost : kNoCost;
}

}  // namespace pidun
