// A masked address longer than is looked at on either side of its mask was told up to the middle of a character.
#include <pidun/pidun.h>

#include <catch2/catch.hpp>
#include <string>

#include "pidun/pidun.hpp"

TEST_CASE("a long masked address begins and ends with whole characters") {
  const pidun::Engine engine;
  pidun::Scratch scratch(engine);
  pidun::Results results;
  for (int blanks = 0; blanks < 3; ++blanks) {
    std::string text = "序号,住址\n1," + std::string(static_cast<size_t>(blanks), 'a');
    for (int i = 0; i < 80; ++i) text += "路";
    text += "****";
    text += std::string(static_cast<size_t>(blanks), 'b');
    for (int i = 0; i < 80; ++i) text += "号";
    text += "\n2,无\n";
    REQUIRE(pidun_scan(scratch.get(), text.data(), text.size(), nullptr, results.get()) == PIDUN_OK);
    for (const pidun_finding& finding : results) {
      const auto inside = [&](uint64_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
      CHECK_FALSE(inside(finding.begin));
      CHECK_FALSE(inside(finding.end));
    }
    CHECK(results.size() == 1);
  }
}
