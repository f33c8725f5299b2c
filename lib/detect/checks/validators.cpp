#include "detect/checks/validators.h"

#include <array>

#include "base/ascii.h"
#include "detect/checks/calendar.h"
#include "detect/checks/company_code.h"
#include "detect/checks/luhn.h"
#include "detect/checks/mobile_segments.h"
#include "detect/checks/mod_11_2.h"

namespace pidun {
namespace {

struct Named {
  std::string_view name;
  Validator validator;
};

bool real_day(std::string_view text) { return parse_yyyymmdd(text).has_value(); }
bool mod_11_2(std::string_view text) { return mod_11_2_valid(text); }
bool luhn(std::string_view text) { return luhn_valid(text); }

constexpr std::array kValidators = {
    Named{"calendar_date", real_day},                     // yyyymmdd
    Named{"company_code", company_code_valid},            // GB 32100
    Named{"luhn", luhn},                                  // ISO/IEC 7812
    Named{"mobile_segment", mobile_allotted},             // eleven digits of an allotted segment
    Named{"mod_11_2", mod_11_2},                          // GB 11643, ISO 7064: 17 digits and a check character
    Named{"organisation_code", organisation_code_valid},  // GB 11714
};

constexpr auto kNames = [] {
  std::array<std::string_view, kValidators.size()> names;
  for (size_t i = 0; i < names.size(); ++i) names[i] = kValidators[i].name;
  return names;
}();

}  // namespace

Validator find_validator(std::string_view name) {
  for (const Named& named : kValidators)
    if (named.name == name) return named.validator;
  return nullptr;
}

std::span<const std::string_view> validator_names() { return kNames; }

bool validates(Validator validator, std::string_view matched) {
  std::array<char, 64> plain{};
  size_t length = 0;
  for (const char c : matched) {
    if (!is_alnum(c)) continue;
    if (length == plain.size()) return false;
    plain[length++] = c;
  }
  return validator(std::string_view(plain.data(), length));
}

}  // namespace pidun
