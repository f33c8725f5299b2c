// All items under one print, put together from the rows that hold them: sorted, each once, records joined.
//
// Example: the rows [p][record e R1 500] and [p][content mobile][record e R1] give [content mobile][record e R1 500].
// Tested in tests/unit/tally/group_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tally/fact.h"

namespace pidun {

struct Item {
  uint64_t word = 0;
  uint64_t tail = 0;  // of items of two words
  friend auto operator<=>(const Item&, const Item&) = default;
};

// Sorts items without kLast and joins what is the same.
void make_canonical(std::vector<Item>& items);

// A value that more rows hold than this joins nothing, and what they hold is not kept.
inline constexpr uint64_t kMostJoined = uint64_t{1} << 16;
// How many rows wait under a value that joins.
uint64_t rows_of(std::span<const Item> items);

// D5: a nameless record is absorbed by a named one of the same number and event; without an event, by any named one.
// Of the sorted items only the markers matter.
bool is_absorbed(std::span<const Item> items, uint64_t event);

class GroupReader {
 public:
  // The items of a group, of words without kLast; valid until the next call.
  std::span<const Item> read(const uint64_t* row, std::span<const uint64_t* const> others);

 private:
  void add(const uint64_t* row);

  std::vector<Item> items_;
};

// Writes items as a row's, the last with kLast. Returns the end. The room must hold two words an item.
uint64_t* write_items(std::span<const Item> items, uint64_t* out);

}  // namespace pidun
