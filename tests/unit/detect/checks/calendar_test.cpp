#include "detect/checks/calendar.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

namespace pidun {

TEST_CASE("real days and days that never were") {
  struct Case {
    const char* promise;
    const char* text;
    bool real;
  };
  const Case cases[] = {
      {"an ordinary day", "19900307", true},
      {"leap day of a year divisible by four", "19960229", true},
      {"leap day of 2000, divisible by 400", "20000229", true},
      {"1900 was no leap year", "19000229", false},
      {"2100 will be none", "21000229", false},
      {"no leap day in 1990", "19900229", false},
      {"31 February", "19900231", false},
      {"31 April", "19900431", false},
      {"month 13", "19901307", false},
      {"month 0", "19900007", false},
      {"day 0", "19900300", false},
      {"day 32", "19900132", false},
      {"year 0", "00000101", false},
      {"year 1", "00010101", true},
      {"too short", "1990030", false},
      {"too long", "199003070", false},
      {"a letter", "1990030x", false},
      {"empty", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.text);
    CHECK(parse_yyyymmdd(c.text).has_value() == c.real);
  }
}

TEST_CASE("the parts of a date come out") {
  CHECK(parse_yyyymmdd("19900307") == Date{1990, 3, 7});
  CHECK(parse_yymmdd("620927") == Date{1962, 9, 27});
  CHECK(parse_yymmdd("000228") == Date{1900, 2, 28});
}

TEST_CASE("two-digit years are of the 1900s") {
  CHECK_FALSE(parse_yymmdd("000229").has_value());
  CHECK(parse_yymmdd("960229").has_value());
  CHECK_FALSE(parse_yymmdd("621327").has_value());
  CHECK_FALSE(parse_yymmdd("6209277").has_value());
  CHECK_FALSE(parse_yymmdd("62092a").has_value());
}

TEST_CASE("the calendar agrees with the C library on every day of four centuries") {
  for (int year = 1800; year <= 2200; ++year) {
    for (int month = 0; month <= 14; ++month) {
      for (int day = 0; day <= 33; ++day) {
        std::tm time{};
        time.tm_year = year - 1900;
        time.tm_mon = month - 1;
        time.tm_mday = day;
        time.tm_hour = 12;
        const bool kept =
            timegm(&time) != -1 && time.tm_year == year - 1900 && time.tm_mon == month - 1 && time.tm_mday == day;
        if (kept != real_date(year, month, day)) FAIL(year << '-' << month << '-' << day);
      }
    }
  }
  SUCCEED();
}

}  // namespace pidun
