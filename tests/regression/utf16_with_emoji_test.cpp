// A few emoji in a short text of UTF-16 outweighed the rest of it, so that it was read as bytes and nothing was found.
#include <catch2/catch.hpp>
#include <string>

#include "pidun/pidun.hpp"
#include "support/encode.h"

TEST_CASE("a short text of UTF-16 is read as that, though emoji stand in it") {
  const pidun::Engine engine;
  pidun::Scratch scratch(engine);
  pidun::Results results;
  std::string text = "{\"tel\":13900001234,\"note\":\"eeeeee eeeee ";
  for (int i = 0; i < 11; ++i) text += "1\xEF\xB8\x8F\xE2\x83\xA3";
  text += "\"}\n{\"tel\":13900001235,\"a\":[31564833417,89637932184],\"note\":\"ee eeeee eeeeee eeeee\"}\n";
  for (const auto charset : {pidun::Charset::utf16le, pidun::Charset::utf16be}) {
    const std::string bytes = pidun::testing::encode(charset, text);
    REQUIRE(pidun_scan(scratch.get(), bytes.data(), bytes.size(), nullptr, results.get()) == PIDUN_OK);
    size_t mobiles = 0;
    for (const pidun_finding& finding : results) mobiles += finding.begin < bytes.size() && finding.kind == 2 ? 1u : 0u;
    CHECK(mobiles >= 2);
  }
}
