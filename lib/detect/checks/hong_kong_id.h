// Hong Kong identity card: one or two letters, six digits, check character in brackets: P103265(1), WX123456[A].
// Weights 9 to 2 over eight places, a blank first place counting 36, letters 10 to 35; mod 11, 10 written A.
// One random value in eleven passes. Tested in tests/unit/detect/checks/hong_kong_id_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// Check character of one or two letters and six digits, in either case; NUL if they are something else.
char hong_kong_check(std::string_view letters_and_six);

// The whole number, with the check character in (), [] or none.
bool hong_kong_id_valid(std::string_view value);

}  // namespace pidun
