// See minors.h.
#include "detect/minors.h"

#include <string>

#include "base/ascii.h"
#include "detect/canonical.h"
#include "detect/checks/calendar.h"

namespace pidun {
namespace {

constexpr uint32_t kGrown = 14;  // years

uint32_t number_of(const Date& date) { return static_cast<uint32_t>(date.year * 10000 + date.month * 100 + date.day); }

// 0 if it is none.
uint32_t birth_of_id(Kind kind, std::string_view value) {
  std::string id;
  write_canonical(kind, value, id);
  const auto date = id.size() == 18 ? parse_yyyymmdd(std::string_view(id).substr(6, 8)) : std::nullopt;
  return date ? number_of(*date) : 0;
}

// Of a date that begins with its year: 1990-03-07, 1990年3月7日, 19900307.
uint32_t birth_of_date(std::string_view text) {
  int parts[3] = {};
  size_t at = 0;
  for (int part = 0; part < 3; ++part) {
    const size_t most = part == 0 ? 4 : 2;
    while (at < text.size() && !is_digit(text[at])) ++at;
    for (size_t digits = 0; digits < most && at < text.size() && is_digit(text[at]); ++digits, ++at)
      parts[part] = parts[part] * 10 + (text[at] - '0');
  }
  return real_date(parts[0], parts[1], parts[2]) ? number_of({parts[0], parts[1], parts[2]}) : 0;
}

}  // namespace

bool is_age_under_14(std::string_view age) {
  uint32_t number = 0;
  size_t at = 0;
  for (; at < age.size() && at < 3 && is_digit(age[at]); ++at)
    number = number * 10 + static_cast<uint32_t>(age[at] - '0');
  if (at == 0) return false;
  const std::string_view unit = age.substr(at);
  const bool smaller = unit.find("月") != std::string_view::npos || unit.find("天") != std::string_view::npos;
  return smaller || number < kGrown;
}

bool is_minor_on(Kind kind, std::string_view value, uint32_t day) {
  uint32_t birth = 0;
  if (kind == Kind::resident_id_number || kind == Kind::hmt_residence_permit_number) birth = birth_of_id(kind, value);
  if (kind == Kind::birth_date) birth = birth_of_date(value);
  return birth != 0 && birth <= day && day <= birth + kGrown * 10000;
}

}  // namespace pidun
