// Union-find over the identities that links join: identities that no link joins with another are not in it.
// Example: join(a, b), join(b, c): a, b and c are one person. Tested in tests/unit/tally/group_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pidun {

class Components {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void join(uint64_t a, uint64_t b);
  // The index of a node, kNone if nothing was joined with it. Any number of threads, when no more is joined.
  uint32_t find(uint64_t node) const;
  uint32_t size() const { return static_cast<uint32_t>(parents_.size()); }
  // The index that stands for the whole component. After flatten() any number of threads may ask.
  uint32_t root(uint32_t index) const { return parents_[index]; }
  void flatten();

 private:
  uint32_t index_of(uint64_t node);
  uint32_t top(uint32_t index);
  void grow();
  size_t slot_of(uint64_t node) const { return (node * spread_) >> shift_; }

  uint64_t spread_ = 0x9E3779B97F4A7C15u;
  int shift_ = 64;
  std::vector<uint32_t> slots_;  // index + 1, 0: free
  std::vector<uint64_t> nodes_;
  std::vector<uint32_t> parents_;
};

}  // namespace pidun
