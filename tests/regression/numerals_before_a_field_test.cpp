// Numerals are searched for in words of 64 bytes that hold long runs of hanzi. Where such a run went on from the word
// before, a field later in the word made the search forget it: what was found hung on where the words lie.
#include "support/scan_text.h"

using namespace pidun::testing;

TEST_CASE("an address by numerals is found before a field, wherever it lies") {
  const std::string row = "6427;区一第建三室;15020956727;005254200;上海市浦东新区云岫路0318号1029室\n";
  for (size_t blanks = 0; blanks < 64; ++blanks) {
    CAPTURE(blanks);
    const std::string text = "a" + std::string(blanks, 'b') + ";备注;手机号;c;住址\n" + row;
    size_t numerals = 0;
    for (const Found& found : scan_text(text, {.format = PIDUN_FORMAT_SEMICOLON, .min_confidence = 1}))
      numerals += found.kind == "home_address" && found.value == "区一第建三室" ? 1u : 0u;
    CHECK(numerals == 1);
  }
}
