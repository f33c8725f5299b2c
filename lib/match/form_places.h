// Where values that are no numbers may begin: plates, addresses of devices, seventeen capitals and digits, six digits
// with a letter before and a bracket behind, links.
//
//   京A12345, WJ京1234X, 闽20401领, 军字第…   behind hanzi a capital, or digits that fit the bytes around them
//   3c:52:82:1a:0b:9f                       five ':' or five '-' three bytes apart
//   LSVAB2A10CN012345                       a maximal run of 17 capitals and digits, with a digit behind a capital
//   P103265(1), Z867804A                    one letter or two, six digits, a bracket; or capitals, six digits, an A
//   https://pan.baidu.com/…                 behind "://"
//
// Tested in tests/unit/match/form_places_test.cpp against a byte-by-byte reference.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace pidun {

// Appends the places that the marked byte `at` (text_masks.h) leads to, as indexes of `bytes`, in any order. Looks at
// most kPlaceReach bytes to either side.
inline constexpr uint64_t kPlaceReach = 24;
void add_form_places(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out);

// False only where the marked byte leads nowhere: most hanzi with four digits behind them stand before the number of a
// room. One question, since each part of it is a coin toss.
inline bool may_lead_to_form(std::string_view bytes, size_t at) {
  if (static_cast<unsigned char>(bytes[at]) < 0x80 || at < 8 || at + 6 >= bytes.size()) return true;
  const char* const mark = bytes.data() + at;
  const auto bit = [](bool holds) { return holds ? 1u : 0u; };
  const unsigned capital = bit(mark[1] >= 'A');
  const unsigned five = bit(is_digit(mark[5])) & bit(static_cast<unsigned char>(mark[6]) >= 0x80);
  const unsigned sign = bit(mark[0] == '\xAC');  // the last byte of 第
  const unsigned police = bit(mark[-4] == 'W') | bit(mark[-6] == 'W') | bit(mark[-7] == 'W') | bit(mark[-8] == 'W');
  return (capital | five | sign | police) != 0;
}

}  // namespace pidun
