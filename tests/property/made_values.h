// Synthetic values with valid check digits, and numbers that only look like them. Deterministic from a seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/random.h"

namespace pidun::testing {

inline std::string digits(Random& random, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random.below(10));
  return text;
}

inline std::string two(size_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// GB 11643: sum of digit times weight, mod 11.
inline char id_check(std::string_view seventeen) {
  constexpr size_t kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  size_t sum = 0;
  for (size_t i = 0; i < 17; ++i) sum += static_cast<size_t>(seventeen[i] - '0') * kWeights[i];
  return "10X98765432"[sum % 11];
}

inline std::string resident_id(Random& random) {
  constexpr const char* kRegions[] = {"110101", "310104", "440305", "510107", "620102", "810000", "330106", "999999"};
  std::string id(random.of(kRegions));
  id += std::to_string(1950 + random.below(60)) + two(1 + random.below(12)) + two(1 + random.below(28));
  id += digits(random, 3);
  return id + id_check(id);
}

inline std::string short_id(Random& random) {
  return "110101" + two(40 + random.below(60)) + two(1 + random.below(12)) + two(1 + random.below(28)) +
         digits(random, 3);
}

// ISO/IEC 7812 check digit behind `payload`.
inline std::string with_luhn(std::string payload) {
  size_t sum = 0;
  for (size_t i = 0; i < payload.size(); ++i) {
    size_t digit = static_cast<size_t>(payload[payload.size() - 1 - i] - '0');
    if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return payload + static_cast<char>('0' + (10 - sum % 10) % 10);
}

inline std::string card(Random& random) {
  if (random.one_in(3)) return with_luhn("622588" + digits(random, 9));
  return with_luhn("622202" + digits(random, 12));
}

inline std::string mobile(Random& random) {
  constexpr const char* kSegments[] = {"138", "139", "150", "166", "177", "186", "192", "198", "142"};
  return std::string(random.of(kSegments)) + digits(random, 8);
}

// GB 32100: weights are powers of three, mod 31.
inline std::string company(Random& random) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::string code = "91" + std::string("310104") + digits(random, 9);
  size_t sum = 0, weight = 1;
  for (const char c : code) {
    sum += kAlphabet.find(c) * weight;
    weight = weight * 3 % 31;
  }
  return code + kAlphabet[(31 - sum % 31) % 31];
}

inline std::string email(Random& random) {
  constexpr const char* kDomains[] = {"example.com", "mail.example.cn", "example.org", "icon@2x.png",
                                      "a-b.example.net"};
  return "user" + digits(random, random.below(6)) + "." + digits(random, 2) + "@" + std::string(random.of(kDomains));
}

// `text` with `separator` put in after the given lengths.
inline std::string grouped(std::string text, char separator, size_t first, size_t second) {
  text.insert(first, 1, separator);
  text.insert(first + 1 + second, 1, separator);
  return text;
}

// `text` with its characters from `first` on, but for the last `last`, masked by one of many signs; separators stay.
inline std::string masked(Random& random, const std::string& text, size_t first, size_t last) {
  constexpr const char* kMasks[] = {"*", "*", "*", "＊", "x", "X", "#", "•", "●", "█", "某"};
  const std::string mask(random.of(kMasks));
  std::string out = text.substr(0, first);
  for (size_t i = first; i + last < text.size(); ++i) {
    const bool separator = text[i] == ' ' || text[i] == '-';
    out += separator ? std::string(1, text[i]) : mask;
  }
  return out + text.substr(text.size() - last);
}

inline std::string joined_by(const std::string& text, const std::string& sign) {
  std::string out;
  for (const char c : text) out += (out.empty() ? "" : sign) + c;
  return out;
}

// A value that was masked, rounded or written apart.
inline std::string odd_value(Random& random) {
  constexpr const char* kSigns[] = {" ", ".", "/", "-", "\xEF\xB8\x8F\xE2\x83\xA3", "😀"};
  constexpr const char* kWords[] = {"张**",       "欧阳*",          "李某某",           "*三",
                                    "王XX",       "赵●●",           "北京市朝阳区****", "苏D4***0",
                                    "a***@b.com", "上海市***路**号"};
  switch (random.below(10)) {
    case 0:
    case 1:
      return masked(random, mobile(random), 1 + random.below(7), random.below(5));
    case 2:
      return masked(random, resident_id(random), random.below(15), random.below(5));
    case 3:
      return masked(random, grouped(mobile(random), random.one_in(2) ? ' ' : '-', 3, 4), 4, 5);
    case 4:
      return masked(random, card(random), 4 + random.below(3), 4);
    case 5:
    case 6:
      return std::string(random.of(kWords));
    case 7:
      return "1." + digits(random, 2 + random.below(10)) + (random.one_in(2) ? "E+1" : "E1") + digits(random, 1);
    case 8:
      return joined_by(mobile(random), std::string(random.of(kSigns)));
    default:
      return random.one_in(2) ? grouped(mobile(random), random.one_in(2) ? '.' : '/', 3, 4)
                              : "(138)" + digits(random, 4) + "-" + digits(random, 4);
  }
}

// A value, or something that a value can be mistaken for.
inline std::string any_value(Random& random) {
  if (random.one_in(4)) return odd_value(random);
  const char separator = random.one_in(2) ? ' ' : '-';
  switch (random.below(18)) {
    case 0:
    case 1:
    case 2:
      return mobile(random);
    case 3:
      return "+86" + mobile(random);
    case 4:
      return "+86 " + grouped(mobile(random), separator, 3, 4);
    case 5:
      return grouped(mobile(random), separator, 3, 4);
    case 6:
      return grouped(resident_id(random), separator, 6, 8);
    case 7:
    case 8:
      return resident_id(random);
    case 9:
      return card(random);
    case 10: {
      std::string text = card(random).substr(0, 16);
      for (const size_t at : {12u, 8u, 4u}) text.insert(at, 1, separator);
      return text;
    }
    case 11:
    case 12:
      return email(random);
    case 13:
      return company(random);
    case 14:
      return short_id(random);
    case 15:
      return "16000" + digits(random, 8);  // milliseconds
    case 16:
      return digits(random, 1 + random.below(40));
    default:
      return digits(random, 8) + "-" + digits(random, 4) + "-4" + digits(random, 3);  // the head of a UUID
  }
}

}  // namespace pidun::testing
