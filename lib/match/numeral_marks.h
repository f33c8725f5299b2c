// SIMD: where a Chinese numeral stands right before a word that numbers parts of a house or village: 十号楼, 三单元,
// 五组. Built and chosen like base/byte_masks.h. Tested in tests/unit/match/numeral_marks_test.cpp on every target,
// byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

// Whether at byte `i` a numeral may begin and behind it such a word, told from the last two bytes of each: all of
// these, and hardly anything else.
bool numeral_mark(std::string_view bytes, size_t i);

// Writes a bit for each byte, mask_words(bytes.size()) words.
void numeral_marks(std::string_view bytes, uint64_t* words);

}  // namespace pidun
