// Taiwan identity numbers: a letter for the place and nine digits, the last a check digit (weights 1, 9, 8 … 1, mod
// 10). Citizens have 1 or 2 behind the letter, residents 8 or 9, residents before 2021 a second letter A to D. One
// random value in ten passes. Tested in tests/unit/detect/checks/taiwan_id_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// The right shape, in capitals or small letters, and the check digit fits.
bool taiwan_id_valid(std::string_view ten);

}  // namespace pidun
