// Mainland landlines: area code and subscriber's number, patterns/tables/area_codes.tsv.
// Tested in tests/unit/detect/checks/landline_plan_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

struct LandlineFact {
  bool possible = false;    // an area code of the right form and seven or eight digits behind it
  bool listed = false;      // the area code is, or was, in use
  bool lawful = false;      // eight digits behind 010 and 02x, and no service number
  uint8_t area_digits = 0;  // with the leading 0
};

// Area code with its 0 and subscriber's number, digits alone: 01088993108, 07557654321.
LandlineFact landline_plan(std::string_view digits);

// 0 and two or three digits.
bool area_code_listed(std::string_view area);

// The subscriber's seven or eight digits: begin with 2 to 8. 1… is emergency and services, 9… service numbers.
bool subscriber_lawful(std::string_view digits);

}  // namespace pidun
