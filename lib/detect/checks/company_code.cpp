// The two check characters of the unified social credit code, and which departments and categories there are.
#include "detect/checks/company_code.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "detect/checks/digits.h"

namespace pidun {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr uint8_t kOutside = 0xff;

// Value of each byte in the code's own set of 31 characters.
constexpr auto kValues = [] {
  std::array<uint8_t, 256> values{};
  values.fill(kOutside);
  for (size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<uint8_t>(i);
  }
  return values;
}();

constexpr uint8_t value_of(char c) { return kValues[static_cast<unsigned char>(c)]; }

// Registering departments: state offices, foreign affairs, justice, culture, civil affairs, tourism, religion, unions,
// industry and commerce, army, agriculture, others.
constexpr std::string_view kDepartments = "123456789ANY";
// No department has a category outside these; which of them it has grows with practice, so they are not told apart.
constexpr std::string_view kCategories = "123459";

bool in_alphabet(std::string_view text) {
  for (const char c : text) {
    if (value_of(c) == kOutside) return false;
  }
  return true;
}

}  // namespace

bool company_code_shape(std::string_view code) {
  return code.size() == 18 && kDepartments.find(code[0]) != kDepartments.npos &&
         kCategories.find(code[1]) != kCategories.npos && all_digits(code.substr(2, 6)) && in_alphabet(code.substr(8));
}

char company_code_check(std::string_view seventeen) {
  constexpr std::array<uint8_t, 17> kWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  if (seventeen.size() != kWeights.size() || !in_alphabet(seventeen)) return '\0';
  uint32_t sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += static_cast<uint32_t>(value_of(seventeen[i])) * kWeights[i];
  return kAlphabet[(31 - sum % 31) % 31];
}

bool company_code_valid(std::string_view eighteen) {
  if (eighteen.size() != 18 || eighteen[17] == '\0') return false;
  return company_code_check(eighteen.substr(0, 17)) == eighteen[17];
}

char organisation_code_check(std::string_view eight) {
  constexpr std::array<uint32_t, 8> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheck = "0X987654321";  // 11 - remainder, with 10 -> X and 11 -> 0
  if (eight.size() != kWeights.size()) return '\0';
  uint32_t sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) {
    const char c = eight[i];
    if (!is_digit(c) && (c < 'A' || c > 'Z')) return '\0';
    const uint32_t value = is_digit(c) ? digit_value(c) : static_cast<uint32_t>(c - 'A') + 10;
    sum += value * kWeights[i];
  }
  return kCheck[sum % 11];
}

bool organisation_code_valid(std::string_view nine) {
  if (nine.size() != 9 || nine[8] == '\0') return false;
  return organisation_code_check(nine.substr(0, 8)) == nine[8];
}

}  // namespace pidun
