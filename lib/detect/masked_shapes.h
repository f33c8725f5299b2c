// What a masked number can be, from its length and from what is visible of it.
// Example: "138****8000" is strongly a mobile number; "*******8000" is one only where a label says so.
// Tested in tests/unit/detect/masked_shapes_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

enum class Fit {
  none,
  weak,   // needs a label
  strong  // hardly anything else looks so
};

// `text` is digits, capitals and kMask (masked_text.h).
Fit masked_mobile(std::string_view text);
Fit masked_resident_id(std::string_view text);
Fit masked_card(std::string_view text);

}  // namespace pidun
