// The check character of Hong Kong identity cards.
#include "detect/checks/hong_kong_id.h"

#include "detect/checks/digits.h"

namespace pidun {
namespace {

constexpr uint32_t letter_value(char c) { return static_cast<uint32_t>(to_upper(c) - 'A') + 10; }

}  // namespace

char hong_kong_check(std::string_view letters_and_six) {
  constexpr uint32_t kBlank = 36;
  if (letters_and_six.size() < 7 || letters_and_six.size() > 8) return '\0';
  const size_t letters = letters_and_six.size() - 6;
  if (!all_digits(letters_and_six.substr(letters))) return '\0';
  uint32_t sum = letters == 1 ? 9 * kBlank : 0, weight = letters == 1 ? 8 : 9;
  for (size_t i = 0; i < letters_and_six.size(); ++i, --weight) {
    const char c = letters_and_six[i];
    if (i < letters && !is_letter(c)) return '\0';
    sum += weight * (i < letters ? letter_value(c) : digit_value(c));
  }
  return "0A987654321"[sum % 11];
}

bool hong_kong_id_valid(std::string_view value) {
  if (value.size() < 8) return false;
  char given = value.back();
  if (given == ')' || given == ']') {
    const char open = given == ')' ? '(' : '[';
    if (value[value.size() - 3] != open) return false;
    given = value[value.size() - 2];
    value.remove_suffix(3);
  } else {
    value.remove_suffix(1);
  }
  const char wanted = hong_kong_check(value);
  return wanted != '\0' && wanted == to_upper(given);
}

}  // namespace pidun
