// What folding does to each character, as a table of pages made once from utf8proc's character properties.
// Example: fold_table().at(U'８') is '8'; of U'①' it is kKeep.
// Tested in tests/unit/text/fold_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace pidun {

// 0: stays. 0x20..0x7E: becomes that ASCII character, wherever it stands. Others depend on what stands beside them.
using FoldAction = uint8_t;
inline constexpr FoldAction kKeep = 0;
enum : FoldAction {
  kDrop = 0x80,       // invisible: dropped
  kDash = 0x81,       // '-' beside letters and digits; —— in prose stays
  kWideSpace = 0x82,  // U+3000: ' ', but stays where it indents a line
  kColon = 0x83,      // ':' between letters and digits
  kComma = 0x84,      // ',' between letters and digits
  kOpen = 0x85,       // '(' before two to five digits and its counterpart
  kClose = 0x86,
  kStop = 0x87,       // '.' between letters: a domain
  kProlonged = 0x88,  // '-' between digits
  kLikeX = 0x89,      // 'X' behind 17 digits
  kCircle = 0x8A,     // '0' among Chinese numerals
  kNumeral = 0x90,    // 0x90 + value: a digit in a long enough run
};
constexpr bool is_numeral(FoldAction action) { return action >= kNumeral; }

class FoldTable {
 public:
  FoldTable();
  FoldAction at(char32_t point) const { return point < 0x110000 ? pages_[page_of_[point >> 6]][point & 63] : kKeep; }

 private:
  void set(char32_t point, FoldAction action);

  std::array<uint8_t, (0x110000 >> 6)> page_of_{};
  std::vector<std::array<FoldAction, 64>> pages_;
};

const FoldTable& fold_table();

}  // namespace pidun
