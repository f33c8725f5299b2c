// Seeded random digit strings for the tests of the checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

#include "detect/checks/mod_11_2.h"

namespace pidun::testing {

class RandomValues {
 public:
  explicit RandomValues(uint32_t seed) : engine_(seed) {}

  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(engine_() % limit); }
  std::string digits(size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += static_cast<char>('0' + below(10));
    return text;
  }
  // Eighteen characters that pass MOD 11-2; the rest of it is noise.
  std::string id_like() {
    const std::string body = digits(17);
    return body + mod_11_2_check(body);
  }

 private:
  std::mt19937 engine_;
};

}  // namespace pidun::testing
