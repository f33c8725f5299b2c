// What IMEIs and MAC addresses obey.
#include "detect/checks/device_numbers.h"

#include "detect/checks/digits.h"
#include "detect/checks/luhn.h"

namespace pidun {
namespace {

// Reporting bodies: the first two digits of a type allocation code (GSMA TS.06), former ones included.
constexpr std::string_view kBodies[] = {"01", "30", "31", "32", "33", "34", "35", "44", "45", "49",
                                        "50", "51", "52", "53", "54", "86", "91", "98", "99"};

uint32_t hex_value(char c) { return is_digit(c) ? digit_value(c) : static_cast<uint32_t>(to_lower(c) - 'a') + 10; }

}  // namespace

bool imei_valid(std::string_view fifteen) {
  if (fifteen.size() != 15 || !luhn_valid(fifteen)) return false;
  for (const auto body : kBodies)
    if (fifteen.starts_with(body)) return true;
  return false;
}

bool mac_of_device(std::string_view text) {
  const bool joined = text.size() == 17;
  if (!joined && text.size() != 12) return false;
  const char separator = joined ? text[2] : '\0';
  if (joined && separator != ':' && separator != '-') return false;
  uint32_t all_set = 0xFF, any_set = 0, first = 0;
  for (size_t i = 0; i < 6; ++i) {
    const std::string_view pair = text.substr(i * (joined ? 3 : 2));
    if (!is_hex(pair[0]) || !is_hex(pair[1])) return false;
    if (joined && i < 5 && pair[2] != separator) return false;
    const uint32_t byte = hex_value(pair[0]) * 16 + hex_value(pair[1]);
    if (i == 0) first = byte;
    all_set &= byte;
    any_set |= byte;
  }
  return any_set != 0 && all_set != 0xFF && (first & 1) == 0;
}

}  // namespace pidun
