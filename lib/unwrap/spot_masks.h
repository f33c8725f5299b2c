// SIMD: the byte sets that betray encodings, 64 bytes a word. Other than byte_masks() it shares work between its sets,
// and one word of all sets fills one cache line.
// Tested on every target in tests/unit/unwrap/spots_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

struct alignas(64) SpotMasks {
  uint64_t backslash;
  uint64_t percent;
  uint64_t ampersand;
  uint64_t equals;
  uint64_t line_end;  // \n \r
  uint64_t upper;
  uint64_t hex;
  uint64_t base64;  // letters, digits, + / - _
};

// Writes mask_words(text.size()) words. Bits past the end are 0.
void spot_masks(std::string_view text, SpotMasks* words);

}  // namespace pidun
