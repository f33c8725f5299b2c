// The eighteen characters that ID numbers of GB 11643-1999 and those made like them share: fourteen digits that end in
// a birth date, three of sequence, a check character that may be X.
// Tested in tests/unit/detect/resident_id_test.cpp and foreign_resident_id_test.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "detect/checks/calendar.h"
#include "detect/checks/mod_11_2.h"
#include "detect/number.h"

namespace pidun {

// The characters of a number of eighteen digits, or of seventeen and an X.
class Eighteen {
 public:
  // False if the number is neither.
  bool read(const Number& number) {
    if (number.count == 18 && !number.check_x) {
      text_ = number.digits();
      span_ = number.span;
      return true;
    }
    if (number.count != 17 || !number.check_x) return false;
    number.digits().copy(with_x_.data(), 17);
    with_x_[17] = 'X';
    text_ = {with_x_.data(), with_x_.size()};
    span_ = {number.span.begin, number.span.end + 1};
    return true;
  }
  Eighteen() = default;
  Eighteen(const Eighteen&) = delete;
  Eighteen& operator=(const Eighteen&) = delete;

  std::string_view text() const { return text_; }
  Span span() const { return span_; }
  bool check() const { return mod_11_2_valid(text_); }
  std::optional<Date> birth() const { return parse_yyyymmdd(text_.substr(6, 8)); }

 private:
  std::string_view text_;
  Span span_;
  std::array<char, 18> with_x_;
};

// No clock here: a year past today's is left to counting.
constexpr bool is_birth_year(int year) { return year >= 1850 && year <= 2049; }

// Two century digits decide cheaply for nearly every number that is no ID.
inline bool plausible_century(std::string_view eighteen) {
  const char first = eighteen[6], second = eighteen[7];
  return (first == '1' && (second == '9' || second == '8')) || (first == '2' && second == '0');
}

}  // namespace pidun
