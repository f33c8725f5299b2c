#include "detect/checks/validators.h"

#include <string>

#include "detect/checks/device_numbers.h"
#include "detect/checks/digits.h"
#include "detect/checks/hong_kong_id.h"
#include "detect/checks/landline_plan.h"
#include "detect/checks/mobile_segments.h"
#include "detect/checks/plate_letters.h"
#include "detect/checks/taiwan_id.h"
#include "detect/checks/vehicle_number.h"

namespace pidun {
namespace {

// Brackets of full width are three bytes each, as in P103265（1）.
bool hong_kong_holds(std::string_view value) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  if (!value.ends_with(kClose)) return hong_kong_id_valid(value);
  value.remove_suffix(kClose.size());
  if (value.size() < 1 + kOpen.size()) return false;
  const char check = value.back();
  value.remove_suffix(1);
  if (!value.ends_with(kOpen)) return false;
  value.remove_suffix(kOpen.size());
  return hong_kong_id_valid(std::string(value) + check);
}

bool imei_holds(std::string_view value) {
  std::string digits;
  for (const char c : value)
    if (c != '-') digits += c;
  return imei_valid(digits);
}

// Area code and subscriber's number without country code, separators and extension: "+86-10-88993108转12".
bool landline_holds(std::string_view value) {
  std::string digits;
  if (value.starts_with("+86")) value.remove_prefix(3);
  if (value.starts_with("86-")) value.remove_prefix(2);
  const size_t first = value.find_first_of("0123456789");
  if (first == std::string_view::npos) return false;
  if (value[first] != '0') digits = "0";
  for (size_t i = first; i < value.size(); ++i) {
    if (is_digit(value[i])) {
      digits += value[i];
    } else if (landline_plan(digits).possible && digits.size() >= 10) {
      break;  // what follows is an extension
    }
  }
  const LandlineFact fact = landline_plan(digits);
  return fact.listed && fact.lawful;
}

constexpr Validator kValidators[] = {
    {"hong_kong_id", hong_kong_holds, true},
    {"taiwan_id", taiwan_id_valid, true},
    {"vehicle_number", vehicle_number_valid, true},
    {"imei", imei_holds, true},
    {"machine_card", machine_card_allotted, true},
    {"mac", mac_of_device, false},
    {"landline", landline_holds, false},
    {"plate", plate_letters_lawful, false},
};

}  // namespace

std::span<const Validator> all_validators() { return kValidators; }

const Validator* find_validator(std::string_view name) {
  for (const Validator& validator : kValidators)
    if (validator.name == name) return &validator;
  return nullptr;
}

}  // namespace pidun
