// Answers for differential tests: reads lines "id VALUE", "uscc VALUE" or "luhn VALUE" and prints one line for each
// with the single checks as 1 or 0, so that a script can tell which of them another program disagrees with.
//   id:   check digit, real date, region listed, province known
//   uscc: shape, check character, organisation code inside
//   luhn: check digit
// Driven by tests/differential/checks_vs_stdnum.py.
#include <iostream>
#include <string>
#include <string_view>

#include "detect/checks/calendar.h"
#include "detect/checks/company_code.h"
#include "detect/checks/luhn.h"
#include "detect/checks/mod_11_2.h"
#include "detect/checks/regions.h"

namespace {

using pidun::RegionMatch;

void answer_id(std::string_view value) {
  const bool whole = value.size() == 18;
  const auto date = pidun::parse_yyyymmdd(whole ? value.substr(6, 8) : std::string_view{});
  const auto region = pidun::find_region(whole ? value.substr(0, 6) : std::string_view{}, date ? date->year : 0);
  std::cout << pidun::mod_11_2_valid(value) << ' ' << date.has_value() << ' ' << (region.match == RegionMatch::listed)
            << ' ' << (region.match != RegionMatch::unknown) << '\n';
}

void answer_uscc(std::string_view value) {
  const bool whole = value.size() == 18;
  std::cout << pidun::company_code_shape(value) << ' ' << pidun::company_code_valid(value) << ' '
            << (whole && pidun::organisation_code_valid(value.substr(8, 9))) << '\n';
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const size_t space = line.find(' ');
    const std::string what = line.substr(0, space);
    const std::string value = space == std::string::npos ? std::string() : line.substr(space + 1);
    if (what == "id") {
      answer_id(value);
    } else if (what == "uscc") {
      answer_uscc(value);
    } else if (what == "luhn") {
      std::cout << pidun::luhn_valid(value) << '\n';
    } else {
      std::cerr << "unknown check: " << what << '\n';
      return 2;
    }
  }
  return 0;
}
