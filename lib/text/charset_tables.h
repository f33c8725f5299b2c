// What the multibyte charsets map to, as tables that cmake/make_charset_tables.cpp makes from ICU's converters.
// ICU 72 holds GB18030 as of 2005, with 24 characters in the private use area. GB18030-2022 moved 18 of them to where
// Unicode has them, and so do these tables; the other six (FE51, FE52, FE53, FE6C, FE76, FE91) it left there.
// Tested in tests/unit/text/convert_test.cpp.
#pragma once

#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace pidun {

// A character as UTF-8, or a zero byte if the pair means nothing.
struct Packed {
  char bytes[4] = {};
  uint8_t lead() const { return static_cast<uint8_t>(bytes[0]); }
  bool empty() const { return bytes[0] == 0; }
  uint8_t length() const { return static_cast<uint8_t>(lead() < 0xE0 ? 2 : lead() < 0xF0 ? 3 : 4); }
};

inline constexpr uint8_t kLeastLead = 0x81, kMostLead = 0xFE, kLeastTrail = 0x40;

// Pairs of bytes: lead 80..FF, any trail. What is no pair is empty, so that one look-up answers for both bytes.
class PairTable {
 public:
  const Packed& at(uint8_t lead, uint8_t trail) const { return entries_[(lead & 0x7Fu) << 8 | trail]; }
  Packed& at(uint8_t lead, uint8_t trail) { return entries_[(lead & 0x7Fu) << 8 | trail]; }

 private:
  std::array<Packed, 0x8000> entries_{};
};

// The four-byte codes of GB18030 below U+10000, by linear order from 81308130 on; above, order is arithmetic.
inline constexpr uint32_t kFoursBelow = 39420;
inline constexpr uint32_t kFoursAbove = 189000;  // linear number of U+10000

struct CharsetTables {
  PairTable gb18030;
  std::array<char16_t, kFoursBelow> gb18030_fours{};  // 0 = means nothing
  PairTable big5;
};

extern "C" const CharsetTables pidun_charset_tables;

inline const CharsetTables& charset_tables() { return pidun_charset_tables; }

}  // namespace pidun
