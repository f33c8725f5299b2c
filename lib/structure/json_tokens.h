// SIMD: the places of JSON between which nothing changes the reader's state, found without a branch for each.
//
// Bytes are marked 64 at a time. From the quotes that are not escaped follows what lies in strings, and from that which
// marks and scalars count. Where a newline stands in a string, or an escaped quote outside of one, that does not
// follow: such a word is out of order, and left to be read byte by byte.
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
  // Told by json_tokens(): quotes that begin or end a string; outside of strings marks, the first bytes of scalars (and
  // of the words of one that has blanks) and, where asked for, newlines.
  uint64_t token[kJsonBlock / 64];
};

// block.size() <= kJsonBlock. Bits past the end of the block are 0 up to the end of its last word.
void json_masks(std::string_view block, JsonMasks& masks);

// What the next bytes need to know of those before them.
struct JsonCarry {
  bool in_string = false;
  bool escape = false;  // an odd number of backslashes came last
  bool solid = false;   // a byte of a scalar came last
};

// Finds the tokens of the words from `first` up to one that is out of order, at most the `size` bytes of the block;
// returns the number of that word. carry.escape is then that of this word; the rest follows from what the tokens say.
size_t json_tokens(JsonMasks& masks, size_t first, size_t size, bool newlines, JsonCarry& carry);

}  // namespace pidun
