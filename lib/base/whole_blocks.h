// Text of any size as blocks of 64 bytes, for code that marks blocks and looks a few bytes behind each byte.
// Tested through tests/unit/match/text_masks_test.cpp, numeral_marks_test.cpp and cell_masks_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/byte_masks.h"

namespace pidun {

// Calls blocks(bytes, size, words) for all of `bytes`: `size` is a multiple of 64, a word is 64 bytes, and `seen` bytes
// behind the last can be read. What does not fill a block is copied, with zeros behind it.
template <size_t seen, class Word>
void in_whole_blocks(const uint8_t* bytes, size_t size, Word* words, void (*blocks)(const uint8_t*, size_t, Word*)) {
  const size_t whole = size < seen ? 0 : (size - seen) / 64 * 64;
  blocks(bytes, whole, words);
  uint8_t tail[128 + seen] = {};
  const size_t rest = size - whole;  // at most 64 + seen
  std::memcpy(tail, bytes + whole, rest);
  blocks(tail, mask_words(rest) * 64, words + whole / 64);
}

}  // namespace pidun
