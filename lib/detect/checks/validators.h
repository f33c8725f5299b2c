// The checks that a rule may name: validator = "luhn". Each is given the letters and digits of the matched text alone,
// so that separators inside a value do not disturb.
// Example: find_validator("luhn")("4111111111111111") holds.
// Tested in tests/unit/detect/checks/validators_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace pidun {

using Validator = bool (*)(std::string_view letters_and_digits);

// nullptr if there is none of this name.
Validator find_validator(std::string_view name);
std::span<const std::string_view> validator_names();

// Whether the validator looks at a check digit, so that a finding has passed or failed it. The others tell only what
// may stand without a label.
bool validator_has_check(std::string_view name);

// Takes the ASCII letters and digits out of a matched text and asks the validator; a text with more than 64 fails.
bool validates(Validator validator, std::string_view matched);

}  // namespace pidun
