// SIMD: the byte sets of JSON. Other than byte_masks() it knows its sets, so it can share work between them.
// Tested in tests/unit/structure/json_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

inline constexpr size_t kJsonBlock = 4096;  // the masks of one block stay in the first-level cache

// Bit (i % 64) of word i / 64 says whether byte i of the block is in the set.
struct JsonMasks {
  uint64_t quote[kJsonBlock / 64];
  uint64_t backslash[kJsonBlock / 64];
  uint64_t newline[kJsonBlock / 64];
  uint64_t colon[kJsonBlock / 64];
  uint64_t mark[kJsonBlock / 64];   // { } [ ] , |
  uint64_t solid[kJsonBlock / 64];  // neither mark nor quote nor colon nor blank; blanks are all up to space
};

// block.size() <= kJsonBlock. Bits past the end of the block are 0 up to the end of its last word.
void json_masks(std::string_view block, JsonMasks& masks);

}  // namespace pidun
