// Minors under 14, whose personal information is sensitive (PIPL art. 31): by the birth date in an ID number, by a
// birth date, or by an age. A person is under 14 through the 14th birthday (民法典 art. 200, 最高法 on 周岁).
// Example: "11010120121128…" is one on 2026-11-28, and not on the day after.
// Tested in tests/unit/detect/minors_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/kinds.h"

namespace pidun {

// Of an age as it is written: 8, 8岁, 10个月.
bool is_age_under_14(std::string_view age);

// Whether the value tells that its person is under 14 on `day`, YYYYMMDD; false of kinds that tell no birth date, and
// of dates to come.
bool is_minor_on(Kind kind, std::string_view value, uint32_t day);

}  // namespace pidun
