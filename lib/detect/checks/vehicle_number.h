// Vehicle identification number, GB 16735 (ISO 3779): 17 capitals and digits without I, O, Q, the ninth a check
// character (mod 11). Makers outside China and North America need not obey the check: evidence, no condition.
// Tested in tests/unit/detect/checks/vehicle_number_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// Check character of 17 characters, whatever stands in the ninth place; NUL if they are no such number.
char vehicle_number_check(std::string_view seventeen);

// The ninth character fits. In capitals or small letters.
bool vehicle_number_valid(std::string_view seventeen);

}  // namespace pidun
