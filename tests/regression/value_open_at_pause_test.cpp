// A value that is open where reading pauses (2 KiB behind a segment) ends where its last event says, not at the pause:
// the X of an ID number there was once taken for something behind the cell, and the number was lost.
#include <catch2/catch.hpp>

#include "support/scan_text.h"

namespace pidun::testing {

TEST_CASE("an ID number is found wherever its cell crosses the place where reading pauses") {
  const std::string id = "11010119690920211X";
  constexpr size_t kPause = 65536 + 2048;
  for (size_t digits_before = 1; digits_before <= id.size() + 1; ++digits_before) {
    std::string text = "name,id\n";
    while (text.size() + digits_before + 40 < kPause) text += "abcdefghijklmno,x\n";
    const size_t left = kPause - digits_before - text.size() - 1;
    text += std::string(left, 'n') + ',';
    REQUIRE(text.size() + digits_before == kPause);
    text += id + "\nabc,1\n";
    const auto found = scan_text(text, {.format = PIDUN_FORMAT_CSV});
    CAPTURE(digits_before);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == id);
  }
}

}  // namespace pidun::testing
