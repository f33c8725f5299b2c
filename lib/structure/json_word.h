// JSON, 64 bytes at a time: what matters inside a string, inside a scalar and between values.
// Knows nothing of where strings begin: a function of the bytes and of two carried bits.
// Tested in tests/unit/structure/json_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "structure/json_masks.h"

namespace pidun {

// What the next bytes need to know of those before them.
struct JsonCarry {
  uint64_t escape = 0;  // 1: an odd number of backslashes came last
  uint64_t solid = 0;   // 1: a byte of a scalar came last
};

struct JsonWord {
  uint64_t in_string = 0;  // what can end a string: a quote that is not escaped, a newline
  uint64_t in_scalar = 0;  // what ends a scalar: quote, mark, colon, newline
  uint64_t outside = 0;    // what matters between values: quote, mark, first byte of a scalar
  uint64_t quote = 0;
  uint64_t newline = 0;
  uint64_t solid = 0;  // bytes that scalars are made of
};

// The bytes behind an odd number of backslashes, of a word of which `bytes` are in use.
inline uint64_t escaped_bytes(uint64_t backslash, size_t bytes, uint64_t& carry) {
  if ((backslash & (backslash << 1 | carry)) == 0 && backslash >> (bytes - 1) == 0) {  // none beside another
    const uint64_t escaped = backslash << 1 | carry;
    carry = 0;
    return escaped;
  }
  uint64_t escaped = carry;
  backslash &= ~escaped;
  carry = 0;
  while (backslash != 0) {
    const size_t next = static_cast<size_t>(std::countr_zero(backslash)) + 1;
    if (next == bytes) {
      carry = 1;
      break;
    }
    escaped |= uint64_t{1} << next;
    backslash &= ~uint64_t{1} << next;  // what is escaped does not escape
  }
  return escaped;
}

// Whether nothing in the word ends a string, whatever came before.
inline bool is_plain_text(const JsonMasks& masks, size_t index) {
  return (masks.quote[index] | masks.newline[index] | masks.backslash[index]) == 0;
}

// Word `index` of the masks, of which `bytes` (1 to 64) are in use. Words are to be taken in order.
inline JsonWord json_word(const JsonMasks& masks, size_t index, size_t bytes, JsonCarry& carry) {
  JsonWord word;
  word.quote = masks.quote[index];
  word.newline = masks.newline[index];
  word.solid = masks.solid[index];
  const uint64_t begun = word.solid & ~(word.solid << 1 | carry.solid);
  carry.solid = word.solid >> (bytes - 1) & 1;
  word.in_string = (word.quote & ~escaped_bytes(masks.backslash[index], bytes, carry.escape)) | word.newline;
  word.outside = word.quote | masks.mark[index] | begun;
  word.in_scalar = word.quote | masks.mark[index] | masks.colon[index] | word.newline;
  return word;
}

}  // namespace pidun
