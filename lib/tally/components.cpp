#include "tally/components.h"

#include <algorithm>
#include <bit>

#include "tally/row_table.h"

namespace pidun {

void Components::grow() {
  const size_t size = std::max<size_t>(64, slots_.size() * 2);
  if (slots_.empty()) spread_ = spread_multipliers()[0];
  shift_ = 64 - std::countr_zero(size);
  std::vector<uint32_t> larger(size, 0);
  for (uint32_t index = 0; index < nodes_.size(); ++index) {
    size_t slot = slot_of(nodes_[index]);
    while (larger[slot] != 0) slot = (slot + 1) & (size - 1);
    larger[slot] = index + 1;
  }
  slots_.swap(larger);
}

uint32_t Components::find(uint64_t node) const {
  if (slots_.empty()) return kNone;
  for (size_t slot = slot_of(node);; slot = (slot + 1) & (slots_.size() - 1)) {
    const uint32_t found = slots_[slot];
    if (found == 0) return kNone;
    if (nodes_[found - 1] == node) return found - 1;
  }
}

uint32_t Components::index_of(uint64_t node) {
  const uint32_t found = find(node);
  if (found != kNone) return found;
  if (nodes_.size() >= slots_.size() / 2) grow();
  size_t slot = slot_of(node);
  while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
  nodes_.push_back(node);
  parents_.push_back(size());
  slots_[slot] = size();
  return size() - 1;
}

uint32_t Components::top(uint32_t index) {
  while (parents_[index] != index) {
    parents_[index] = parents_[parents_[index]];
    index = parents_[index];
  }
  return index;
}

void Components::join(uint64_t a, uint64_t b) {
  const uint32_t first = top(index_of(a));
  const uint32_t second = top(index_of(b));
  // The smaller index becomes the root: paths stay short by halving alone.
  if (first < second) parents_[second] = first;
  if (second < first) parents_[first] = second;
}

void Components::flatten() {
  // A parent never stands behind its child, so that one pass is enough.
  for (uint32_t& parent : parents_) parent = parents_[parent];
}

}  // namespace pidun
