// SIMD: one pass over the bytes marks all that the finders of numbers, labels and other forms look for, so that each
// byte is loaded once. Built and chosen like base/byte_masks.h.
// Tested in tests/unit/match/text_masks_test.cpp on every target, byte by byte.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pidun {

// 64 bytes of text, a bit each.
struct TextWord {
  uint64_t digits = 0;
  uint64_t joints = 0;      // ' ' and '-' to '/', which may stand between the digits of a number
  uint64_t ats = 0;         // '@'
  uint64_t signs = 0;       // ':' to '=', which may stand behind a label; the first byte of ：; closes_wide()
  uint64_t high = 0;        // bytes of 0x80 and above
  uint64_t marks = 0;       // form_mark()
  uint64_t wide_masks = 0;  // ends_wide_mask()
};

// Whether a value that is no number may begin, end or go on at byte `i`, told from the byte itself and one or two
// behind it. A superset that is nearly empty in logs; match/form_places.cpp looks at the bytes around each:
//   a byte of 0x80 or above before a capital or a digit      京A12345
//   ':' before '/'                                           https://
//   a capital before a digit                                 LSVAB2A10CN012345
//   a digit before '(', '[' or 0xEF                          P103265(1)
//   ':' or '-' that stands three and six bytes on as well    3c:52:82:1a:0b:9f
//   what a masked value may hold (match/odd_places.h)        138****8000
bool form_mark(std::string_view bytes, size_t i);

// Whether byte `i` and the one behind it are the last two of a mask of three bytes: ＊ 某 ● █.
bool ends_wide_mask(std::string_view bytes, size_t i);

// Writes mask_words(bytes.size()) words; bits past the end are 0.
void text_masks(std::string_view bytes, TextWord* words);

// Whether byte `i` and the one behind it are the last two of a bracket or quote that may close behind a label:
// 】 」 』 〕 ］ ’ ”.
bool closes_wide(std::string_view bytes, size_t i);

// Words that lie somewhere else: words[i] holds the 64 bytes from input offset begin + 64 i on.
struct TextMasks {
  uint64_t begin = 0;
  std::span<const TextWord> words;
  std::span<const uint64_t> with_high;  // bit (i % 64) of word i / 64: whether words[i] has bytes of 0x80 and above

  // The first word from `word` on that has such bytes; words.size() if none has.
  size_t next_high(size_t word) const {
    if (word >= words.size()) return words.size();
    size_t at = word / 64;
    for (uint64_t left = with_high[at] & ~uint64_t{0} << word % 64;; left = with_high[at]) {
      if (left != 0) return at * 64 + static_cast<size_t>(std::countr_zero(left));
      if (++at == with_high.size()) return words.size();
    }
  }
};

}  // namespace pidun
