// SIMD: bytes where a value that is no number may begin, end or go on, told from the byte itself and one or two behind
// it. A superset that is nearly empty in logs; match/form_places.cpp looks at the bytes around each. Built and chosen
// like base/byte_masks.h. Tested in tests/unit/match/form_places_test.cpp on every target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

// Whether the byte at `i` is marked:
//   a byte of 0x80 or above before a capital or a digit      京A12345
//   ':' before '/'                                           https://
//   a capital before a digit                                 LSVAB2A10CN012345
//   a digit before '(', '[' or 0xEF                          P103265(1)
//   ':' or '-' that stands three and six bytes on as well    3c:52:82:1a:0b:9f
//   what a masked value may hold (match/odd_places.h)        138****8000
bool form_mark(std::string_view bytes, size_t i);

// Bit (i % 64) of marks[i / 64] for each byte; mask_words(bytes.size()) words.
void form_marks(std::string_view bytes, uint64_t* marks);

}  // namespace pidun
