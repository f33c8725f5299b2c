#include "detect/checks/validators.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "detect/checks/calendar.h"
#include "detect/checks/company_code.h"
#include "detect/checks/device_numbers.h"
#include "detect/checks/hong_kong_id.h"
#include "detect/checks/landline_plan.h"
#include "detect/checks/luhn.h"
#include "detect/checks/mobile_segments.h"
#include "detect/checks/mod_11_2.h"
#include "detect/checks/plate_letters.h"
#include "detect/checks/taiwan_id.h"
#include "detect/checks/vehicle_number.h"

namespace pidun {
namespace {

struct Named {
  std::string_view name;
  Validator validator;
  bool check;
};

bool real_day(std::string_view text) { return parse_yyyymmdd(text).has_value(); }
bool mod_11_2(std::string_view text) { return mod_11_2_valid(text); }
bool luhn(std::string_view text) { return luhn_valid(text); }

// Twelve digits without a letter are no address but any number, unless separators stood between them.
bool bare_mac(std::string_view text) { return mac_of_device(text) && std::any_of(text.begin(), text.end(), is_letter); }

// Area code and subscriber's number; a country code before them, an extension behind.
bool landline(std::string_view text) {
  std::string digits(text);
  if (digits.starts_with("86")) digits.replace(0, 2, digits.size() > 2 && digits[2] == '0' ? "" : "0");
  for (const size_t length : {size_t{12}, size_t{11}}) {
    const LandlineFact fact = landline_plan(std::string_view(digits).substr(0, length));
    if (fact.listed && fact.lawful) return true;
  }
  return false;
}

// The same of a number that would be a subscriber's but for its first digit: none begins with 1.
bool landline_area(std::string_view text) {
  const LandlineFact fact = landline_plan(text);
  const size_t area = fact.area_digits;
  return fact.listed && text[area] == '1' && (area == 4 || text.size() == area + 8);
}

constexpr std::array kValidators = {
    Named{"calendar_date", real_day, true},                     // yyyymmdd
    Named{"company_code", company_code_valid, true},            // GB 32100
    Named{"hong_kong_id", hong_kong_id_valid, true},            // letters, six digits, check character
    Named{"imei", imei_valid, true},                            // 15 digits
    Named{"landline", landline, false},                         // an area code in use, no service number
    Named{"landline_area", landline_area, false},               // an area code in use, before a 1
    Named{"luhn", luhn, true},                                  // ISO/IEC 7812
    Named{"mac", mac_of_device, false},                         // no broadcast, multicast or empty address
    Named{"mac_bare", bare_mac, false},                         // the same, with a letter
    Named{"machine_card", machine_card_allotted, true},         // 13 digits of an allotted segment
    Named{"mobile_segment", mobile_allotted, true},             // eleven digits of an allotted segment
    Named{"mod_11_2", mod_11_2, true},                          // GB 11643, ISO 7064: 17 digits and a check character
    Named{"organisation_code", organisation_code_valid, true},  // GB 11714
    Named{"plate", plate_letters_lawful, false},                // GA 36: at most two letters behind the issuing one
    Named{"taiwan_id", taiwan_id_valid, true},                  // letter and nine digits
    Named{"vehicle_number", vehicle_number_valid, true},        // GB 16735
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

bool validator_has_check(std::string_view name) {
  return std::any_of(kValidators.begin(), kValidators.end(),
                     [&](const Named& named) { return named.name == name && named.check; });
}

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
