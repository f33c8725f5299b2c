// Is the prefix of a mobile number allotted? Numbering plan of mainland China, patterns/tables/mobile_segments.tsv.
// Evidence only: segments are opened every year. Tested in tests/unit/detect/checks/mobile_segments_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// Eleven digits with an allotted prefix: 13812345678. Data cards (145 147 149), virtual operators and 174 count.
bool mobile_allotted(std::string_view eleven_digits);
// The same of eleven digits that begin with 1: only the first five are looked at.
bool segment_allotted(std::string_view eleven_digits);

// Thirteen digits of a machine card (1410, 1440, 1441, 146, 148): belongs to a thing, not to a person.
bool machine_card_allotted(std::string_view thirteen_digits);

}  // namespace pidun
