// The sieve of fold_masks.h as sets of bytes, for vectors that look up a nibble at a time.
// Example: U+3000 is E3 80 80: lead nibble 3, second byte 8 and 0, third byte 8 and 0.
// Tested in tests/unit/text/fold_masks_test.cpp.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace pidun {

// A set of characters of three bytes, wider than what it stands for: every lead E0 + a nibble of `leads` with every
// second and third byte whose nibbles are in these sets (bit n = nibble n).
struct FoldClass {
  uint16_t leads, second_high, second_low, third_high, third_low;
};
constexpr uint16_t nibbles(std::initializer_list<int> values) {
  uint16_t set = 0;
  for (const int value : values) set = static_cast<uint16_t>(set | 1u << value);
  return set;
}
inline constexpr uint16_t kAny = 0xFFFF;

inline constexpr FoldClass kFoldClasses[2][8] = {
    {
        {nibbles({1, 2}), kAny, kAny, kAny, kAny},                                    // spaces, dashes, invisible
        {nibbles({3}), nibbles({8}), nibbles({0}), nibbles({8}), nibbles({0})},       // U+3000
        {nibbles({3}), nibbles({8}), nibbles({3, 5}), kAny, kAny},                    // ー, Hangul filler
        {nibbles({15}), nibbles({11}), nibbles({8, 9, 11, 13, 14, 15}), kAny, kAny},  // small forms, ａ, BOM
        {nibbles({15}), nibbles({11}), nibbles({12}), nibbles({10, 11}), kAny},       // Ａ
        {nibbles({15}), nibbles({11}), nibbles({12}), nibbles({8}), nibbles({3, 4, 5, 6, 10, 11, 13, 14, 15})},  // ＃．
        {nibbles({15}), nibbles({11}), nibbles({12}), nibbles({9}),
         nibbles({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13})},  // ０＝
        // 。，：（ count only before ASCII: the last class.
        {nibbles({3, 15}), nibbles({8, 11}), nibbles({0, 12}), nibbles({8, 9}), nibbles({2, 8, 10, 12})},
    },
    {
        // Chinese numerals, which count only beside a digit or another one.
        {nibbles({3}), nibbles({8}), nibbles({0}), nibbles({8}), nibbles({7})},  // 〇
        {nibbles({4}), nibbles({11}), nibbles({8, 9, 10, 12}), nibbles({8, 9, 10}),
         nibbles({0, 3, 4, 9, 12, 13})},                                                  // 一二三五七九两伍
        {nibbles({5}), nibbles({8}), nibbles({5}), nibbles({10}), nibbles({9, 11, 13})},  // 六八兩
        {nibbles({5}), nibbles({8, 9}), nibbles({11, 15}), nibbles({8, 9}), nibbles({1, 4, 11})},         // 四叁叄
        {nibbles({5}), nibbles({10, 11}), nibbles({3, 9}), nibbles({11}), nibbles({9, 10})},              // 壹幺
        {nibbles({6, 7}), nibbles({8, 9}), nibbles({13, 14, 15}), nibbles({8, 9}), nibbles({2, 6, 12})},  // 柒捌玖
        {nibbles({8}), nibbles({8, 11}), nibbles({2, 4}), nibbles({8, 11}), nibbles({0, 3, 6})},          // 贰貳肆
        {nibbles({9}), nibbles({9}), nibbles({9, 11}), nibbles({8, 11}), nibbles({6, 8})},                // 零陆陸
    },
};
inline constexpr uint8_t kBeforeAscii = 0x80;  // the bit of the last class of the first set

// For each nibble, the classes it is in: what the shuffles look up.
struct FoldNibbles {
  uint8_t rows[5][16] = {};
};
constexpr FoldNibbles nibbles_of(const FoldClass (&classes)[8]) {
  FoldNibbles tables;
  for (int n = 0; n < 16; ++n) {
    for (int c = 0; c < 8; ++c) {
      const uint16_t sets[5] = {classes[c].leads, classes[c].second_high, classes[c].second_low, classes[c].third_high,
                                classes[c].third_low};
      for (int row = 0; row < 5; ++row)
        if ((sets[row] >> n & 1) != 0) tables.rows[row][n] = static_cast<uint8_t>(tables.rows[row][n] | 1u << c);
    }
  }
  return tables;
}
inline constexpr FoldNibbles kFoldTables[2] = {nibbles_of(kFoldClasses[0]), nibbles_of(kFoldClasses[1])};

}  // namespace pidun
