// Checks that rules name: patterns/*.toml says validator = "taiwan_id". A value comes as it is written, separators and
// all. Tested in tests/unit/detect/checks/validators_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace pidun {

struct Validator {
  std::string_view name;
  bool (*holds)(std::string_view value);
  // A check digit or what is as good: it says pass or fail. Otherwise it tells what may stand without a label.
  bool check = false;
};

std::span<const Validator> all_validators();
// nullptr if there is none of that name.
const Validator* find_validator(std::string_view name);

}  // namespace pidun
