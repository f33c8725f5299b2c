// Bytes that matter, found 64 at a time: a reader says which of its byte sets matter in its present state, and is
// shown only those bytes. All others are never looked at one by one.
// Tested through the readers, in tests/unit/structure/.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/byte_masks.h"
#include "base/window.h"

namespace pidun {

// 64 bytes: bit i stands for the i-th of them.
template <size_t kSets>
class MarkWord {
 public:
  MarkWord(const uint64_t* const* masks, size_t index, uint64_t all) : masks_(masks), index_(index), all_(all) {}
  uint64_t all() const { return all_; }  // the bytes that are there
  uint64_t set(size_t which) const { return masks_[which][index_]; }

 private:
  const uint64_t* const* masks_;
  size_t index_;
  uint64_t all_;
};

inline constexpr ByteRange kBlankBytes{0, 0x20};  // blanks and controls: no value begins with one

// enter(word, at, bytes) for each word in order; bit i stands for the byte at at + i, which is bytes[i].
template <size_t kSets, class Enter>
void visit_words(const Window& window, uint64_t from, uint64_t end, const ByteRange (&sets)[kSets], Enter&& enter) {
  constexpr size_t kBlock = 4096;  // masks of one block stay in the first-level cache
  uint64_t words[kSets][mask_words(kBlock)];
  uint64_t* masks[kSets];
  for (size_t set = 0; set < kSets; ++set) masks[set] = words[set];
  for (uint64_t at = from; at < end; at += kBlock) {
    const std::string_view block = window.view(at, std::min<uint64_t>(end, at + kBlock));
    byte_masks(block, sets, kSets, masks);
    for (size_t done = 0; done < block.size(); done += 64) {
      const size_t bytes = std::min<size_t>(64, block.size() - done);
      enter(MarkWord<kSets>(masks, done / 64, ~uint64_t{0} >> (64 - bytes)), at + done, block.data() + done);
    }
  }
}

// wanted(word) gives the bits that matter now; visit(at, byte) takes the first of them and may change the state.
template <size_t kSets, class Wanted, class Visit>
void visit_marks(const Window& window, uint64_t from, uint64_t end, const ByteRange (&sets)[kSets], Wanted&& wanted,
                 Visit&& visit) {
  visit_words(window, from, end, sets, [&](const MarkWord<kSets>& word, uint64_t at, const char* bytes) {
    uint64_t left = word.all();
    for (uint64_t bits = wanted(word) & left; bits != 0; bits = wanted(word) & left) {
      const int bit = std::countr_zero(bits);
      left &= ~uint64_t{1} << bit;
      visit(at + static_cast<uint64_t>(bit), bytes[bit]);
    }
  });
}

// The same for readers of many states: mark(word, groups) puts together once a word what each group of states wants,
// and group() says which group the state is of. A look-up instead of a branch that cannot be foretold.
template <size_t kGroups, size_t kSets, class Mark, class Group, class Visit>
void visit_groups(const Window& window, uint64_t from, uint64_t end, const ByteRange (&sets)[kSets], Mark&& mark,
                  Group&& group, Visit&& visit) {
  visit_words(window, from, end, sets, [&](const MarkWord<kSets>& word, uint64_t at, const char* bytes) {
    uint64_t groups[kGroups];
    mark(word, groups);
    uint64_t left = word.all();
    for (uint64_t bits = groups[group()] & left; bits != 0; bits = groups[group()] & left) {
      const int bit = std::countr_zero(bits);
      left &= ~uint64_t{1} << bit;
      visit(at + static_cast<uint64_t>(bit), bytes[bit]);
    }
  });
}

}  // namespace pidun
