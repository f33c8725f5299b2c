// Dates, amounts, measures and ages as people write them: how much of a text, from its beginning, is one.
// Example: date_length("1990年3月7日出生") is the bytes of "1990年3月7日"; amount_length("2万元/月") is all of it.
// Tested in tests/unit/detect/field_values_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// Each gives 0 if the text does not begin with one. Years are 1900 to 2099, or of two digits before 年.
// 1990-03-07, 1990/3/7, 1990.03.07, 19900307, 1990-03, 03/07/1990, 1990年3月7日, 90年3月, 三月七日, a time behind it.
size_t date_length(std::string_view text);
// Whether the number is YYYYMMDD of a year, a month and a day that dates have.
bool is_date_number(int number);
// 12,000.50, ¥3000, 2万元, 5000-8000元, 1万以上.
size_t amount_length(std::string_view text);
// 39+2, 120/80mmHg, 170cm, 39周.
size_t measure_length(std::string_view text);
// 35, 35岁, 8个月; at most 130 years.
size_t age_length(std::string_view text);

}  // namespace pidun
