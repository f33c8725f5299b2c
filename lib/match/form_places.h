// Where values that are no numbers may begin: plates, addresses of devices, seventeen capitals and digits, six digits
// with a letter before and a bracket behind, links.
//
//   京A12345, WJ京1234X, 闽20401领, 军字第…   behind hanzi a capital, or four digits that fit the bytes around them
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

namespace pidun {

// Appends the places that the marked byte `at` (form_marks.h) leads to, as indexes of `bytes`, in any order. Looks at
// most kPlaceReach bytes to either side.
inline constexpr uint64_t kPlaceReach = 24;
void add_form_places(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out);

}  // namespace pidun
