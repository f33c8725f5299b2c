// Dates as ID numbers write them: real days of the Gregorian calendar only.
// YYYYMMDD is the form of GB 11643-1999; YYMMDD (19YY) that of the 15-digit numbers before it.
// Tested in tests/unit/detect/checks/calendar_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "detect/checks/digits.h"

namespace pidun {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

constexpr bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Year 1..9999.
constexpr bool real_date(int year, int month, int day) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const int leap_day = month == 2 && is_leap_year(year) ? 1 : 0;
  return day <= kDays[static_cast<size_t>(month - 1)] + leap_day;
}

// Eight digits that are a real date. Whether the year is plausible is the caller's to judge.
inline std::optional<Date> parse_yyyymmdd(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const uint64_t eight = eight_digits(text.data());
  if (!are_digits(eight)) return std::nullopt;
  const auto number = static_cast<uint32_t>(number_of(eight));
  const Date date{static_cast<int>(number / 10000), static_cast<int>(number / 100 % 100),
                  static_cast<int>(number % 100)};
  if (!real_date(date.year, date.month, date.day)) return std::nullopt;
  return date;
}

// Six digits that are a real date of 19YY: 15-digit numbers were given out until 1999.
constexpr std::optional<Date> parse_yymmdd(std::string_view text) {
  if (text.size() != 6 || !all_digits(text)) return std::nullopt;
  const Date date{1900 + static_cast<int>(digits_to_number(text, 0, 2)), static_cast<int>(digits_to_number(text, 2, 2)),
                  static_cast<int>(digits_to_number(text, 4, 2))};
  if (!real_date(date.year, date.month, date.day)) return std::nullopt;
  return date;
}

}  // namespace pidun
