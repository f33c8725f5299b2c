// Number plates, GA 36-2018: of the five characters behind the issuing letter at most two are letters; I and O are
// none. Older and made-up plates have more, so it tells what may stand without a label.
// Tested in tests/unit/detect/checks/plate_letters_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace pidun {

// The plate as written, in UTF-8: at most two letters behind the issuing one, and a digit.
constexpr bool plate_letters_lawful(std::string_view plate) {
  size_t letters = 0, digits = 0;
  for (const char c : plate) {
    letters += is_letter(c) ? 1u : 0u;
    digits += is_digit(c) ? 1u : 0u;
  }
  return letters <= 3 && digits > 0;
}

}  // namespace pidun
