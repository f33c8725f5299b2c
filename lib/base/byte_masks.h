// SIMD: which bytes of a block belong to which set. One bit a byte, 64 bytes a word.
// Built for AVX-512, AVX2, SSE4 and scalar by Highway; the fastest the CPU has is chosen at run time.
// Tested against each other in tests/unit/base/byte_masks_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

// The bytes lo .. lo + extent, inclusive.
struct ByteRange {
  uint8_t lo;
  uint8_t extent;
};
constexpr ByteRange one_byte(char c) { return {static_cast<uint8_t>(c), 0}; }
inline constexpr ByteRange kDigits{'0', 9};

// Words needed for the masks of `bytes` bytes.
constexpr size_t mask_words(size_t bytes) { return (bytes + 63) / 64; }

// For each range r: bit (i % 64) of masks[r][i / 64] says whether bytes[i] is in the range.
// Bits past the end are 0. Each masks[r] has mask_words(bytes.size()) words.
void byte_masks(std::string_view bytes, const ByteRange* ranges, size_t count, uint64_t* const* masks);

// How many bytes are `wanted`.
size_t count_byte(std::string_view bytes, char wanted);

// Name of the instruction set byte_masks() runs on now: "AVX2", "SSE4", …
const char* byte_masks_target();

}  // namespace pidun
