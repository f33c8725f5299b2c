// Where values in other dress may lie: masked ones, numbers that a spreadsheet rounded, digits that emoji part.
//
//   138****8000, 110101********7774, 张**, *三    the first mask behind a digit, a sign or hanzi; E****5678: behind a
//   letter 138xxxx8000, 张XX                             three letters behind a digit, one behind hanzi 李某某, 张＊＊,
//   138●●●●8000                      a mask of three bytes 1.38E+10                                      the E
//   138📱0013📱8000, 1️⃣3️⃣8️⃣…                         behind a digit
//
// Rides on the marks of text_masks.h. Tested in tests/unit/match/odd_places_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

// Whether a byte of form_mark() before `next` may lead to such a place: turns nearly every other mark away. A byte of
// ends_wide_mask() always may.
inline bool may_lead_to_odd(char next) {
  static constexpr auto kLeads = [] {
    std::array<bool, 256> leads{};
    for (const char c : std::string_view("*#xX+\xE2\xEF\xF0")) leads[static_cast<unsigned char>(c)] = true;
    return leads;
  }();
  return kLeads[static_cast<unsigned char>(next)];
}

// Appends the place that the marked byte `at` leads to, if there is one, as an index of `bytes`. Looks at most six
// bytes to either side.
void add_odd_place(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out);

// Bytes of the mask of other than ASCII that `bytes` begin with: ＊ • ● █ 某; 0 if there is none.
constexpr size_t wide_mask(std::string_view bytes) {
  constexpr std::string_view kMasks[] = {"＊", "•", "●", "█", "某"};
  if (bytes.size() < 3) return 0;
  for (const std::string_view mask : kMasks)
    if (bytes.substr(0, 3) == mask) return 3;
  return 0;
}

}  // namespace pidun
