// SIMD: which bytes of a text are digits and which belong to plain hanzi, so that cells of a table are told by a few
// steps each. Built and chosen like base/byte_masks.h.
// Tested in tests/unit/match/cell_masks_test.cpp on every target, byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

// 64 bytes of text, a bit each.
struct CellWord {
  uint64_t digits = 0;
  uint64_t high = 0;  // bytes of 0x80 and above
  uint64_t odd = 0;   // of these, where a character begins that is none from U+4E00 to U+9FFF, or 某 may end
};

// Whether byte `i` is an odd one, from it and the next.
bool is_odd_in_cell(std::string_view bytes, size_t i);

// Writes mask_words(bytes.size()) words; bits past the end are 0.
void cell_masks(std::string_view bytes, CellWord* words);

// The masks of a text, kept between calls.
class CellMasks {
 public:
  void make(std::string_view bytes);
  // At most 64 bytes from byte `at` on, as the low bits; those of bytes behind them are anything.
  uint64_t digits(size_t at) const { return bits<&CellWord::digits>(at); }
  uint64_t high(size_t at) const { return bits<&CellWord::high>(at); }
  uint64_t odd(size_t at) const { return bits<&CellWord::odd>(at); }

 private:
  template <uint64_t CellWord::*mask>
  uint64_t bits(size_t at) const {
    const CellWord* const word = words_.data() + at / 64;
    return word[0].*mask >> at % 64 | word[1].*mask << 1 << (63 - at % 64);
  }
  std::vector<CellWord> words_;  // and one behind them
};

}  // namespace pidun
