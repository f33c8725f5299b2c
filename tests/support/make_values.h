// Synthetic values with right check digits, computed here and not by the library, so that one proves the other.
// None belongs to anybody but by chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace pidun::testing {

// GB 11643: the sum of digit times 2^(17 - i), taken mod 11, is brought to 1 by the check character.
inline std::string with_id_check(std::string seventeen) {
  uint32_t sum = 0;
  for (const char c : seventeen) sum = (sum + static_cast<uint32_t>(c - '0')) * 2 % 11;
  const uint32_t check = (12 - sum) % 11;
  return seventeen + (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// make_id("110101", "19900307", "777")
inline std::string make_id(std::string_view region, std::string_view birth, std::string_view sequence) {
  return with_id_check(std::string(region) + std::string(birth) + std::string(sequence));
}

// The first sequence number from `from` on whose check character is `wanted`.
inline std::string make_id_ending(std::string_view region, std::string_view birth, char wanted, int from = 100) {
  std::string id;
  for (int sequence = from; sequence < 1000; ++sequence) {
    id = make_id(region, birth, std::to_string(sequence));
    if (id.back() == wanted) return id;
  }
  return id;
}

// The same with a check character that is wrong.
inline std::string spoilt(std::string value) {
  value.back() = value.back() == '5' ? '6' : '5';
  return value;
}

inline bool obeys_luhn(std::string_view digits) {
  uint32_t sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    uint32_t digit = static_cast<uint32_t>(digits[digits.size() - 1 - i] - '0');
    if (i % 2 == 1) digit *= 2;
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 == 0;
}

// A card number of `length` digits behind `prefix`; `seed` chooses the digits between.
inline std::string make_card(std::string_view prefix, size_t length, uint32_t seed = 7) {
  std::mt19937 random(seed);
  std::string card(prefix);
  while (card.size() + 1 < length) card += static_cast<char>('0' + random() % 10);
  for (char check = '0'; check <= '9'; ++check)
    if (obeys_luhn(card + check)) return card + check;
  return {};
}

// "6222 0210 0001 2345"
inline std::string grouped_by(std::string_view digits, size_t group, char separator) {
  std::string text;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % group == 0) text += separator;
    text += digits[i];
  }
  return text;
}

inline constexpr std::string_view kCompanyLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

// GB 11714: weights 3 7 9 10 5 8 4 2 over eight characters, letters counting 10 to 35.
inline std::string with_organisation_check(const std::string& eight) {
  constexpr uint32_t kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  uint32_t sum = 0;
  for (size_t i = 0; i < 8; ++i) {
    const char c = eight[i];
    sum += kWeights[i] * static_cast<uint32_t>(c >= 'A' ? c - 'A' + 10 : c - '0');
  }
  const uint32_t check = (11 - sum % 11) % 11;
  return eight + (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// GB 32100: weights are powers of 3 mod 31.
inline std::string with_company_check(const std::string& seventeen) {
  uint32_t sum = 0, weight = 1;
  for (const char c : seventeen) {
    sum += weight * static_cast<uint32_t>(kCompanyLetters.find(c));
    weight = weight * 3 % 31;
  }
  return seventeen + kCompanyLetters[(31 - sum % 31) % 31];
}

// make_company_code("91", "440300", "MA5EXAMP"): department and category, region, first eight of the organisation code.
inline std::string make_company_code(std::string_view category = "91", std::string_view region = "440300",
                                     const std::string& organisation = "MA5EX4MP") {
  return with_company_check(std::string(category) + std::string(region) + with_organisation_check(organisation));
}

}  // namespace pidun::testing
