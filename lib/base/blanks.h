// U+3000, the blank as wide as a hanzi: forms and tables set short names with it as wide as long ones (姓　名).
// Tested through tests/unit/detect/fields_test.cpp and name_values_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pidun {

inline constexpr std::string_view kWideBlank = "\u3000";

// With a blank of ASCII in place of each wide one.
inline std::string with_narrow_blanks(std::string_view text) {
  std::string narrow;
  for (size_t at = 0; at < text.size();) {
    const bool wide = text.substr(at, kWideBlank.size()) == kWideBlank;
    narrow += wide ? ' ' : text[at];
    at += wide ? kWideBlank.size() : 1;
  }
  return narrow;
}

}  // namespace pidun
