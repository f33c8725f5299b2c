// Of the gate before spots: it says no to nothing that Spots finds, wherever it stands, and no to plain text.
#include "unwrap/spot_gate.h"

#include <catch2/catch.hpp>

#include "support/random.h"
#include "unwrap/spots.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

bool has_spots(std::string_view text) {
  Spots spots;
  spots.find(text);
  return !spots.words().empty() || !spots.base64().empty() || !spots.hex().empty();
}

}  // namespace

TEST_CASE("spot gate: what Spots finds passes, at every place in a text", "[unwrap][spots]") {
  const char* const telling[] = {"\\n",   "%41",  "&amp;", "=E5",  "=35=36",          "=\n",
                                 "=\r\n", "=e5=", "%zz",   "a=3D", "MTM5MTIzNDU2Nzg", "3f786850e387550fdab836"};
  for (const char* text : telling) {
    for (size_t before = 0; before < 200; ++before) {
      for (const size_t behind : {0u, 1u, 100u}) {
        const std::string whole = std::string(before, ' ') + text + std::string(behind, ' ');
        if (has_spots(whole) && !may_have_spots(whole)) CHECK((whole + " is turned away").empty());
      }
    }
  }
  CHECK(has_spots("=35=36"));
}

TEST_CASE("spot gate: any bytes of a few kinds that Spots finds something in pass", "[unwrap][spots]") {
  Random random(5);
  constexpr std::string_view kBytes = "aaaaabcdef0123456789ghxyzz/_- ,.:aaA";
  size_t turned_away = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t i = random.below(200); i > 0; --i) text += kBytes[random.below(random.one_in(2) ? 17 : kBytes.size())];
    const bool passes = may_have_spots(text);
    turned_away += passes ? 0u : 1u;
    if (has_spots(text)) REQUIRE(passes);
  }
  CHECK(turned_away > 1000);
}

TEST_CASE("spot gate: plain text is turned away", "[unwrap][spots]") {
  for (const char* text :
       {"", "a", "2024-03-15 05:11:25,144 INFO c.e.s.OrderService - order=213008644230260637 trace=9d0c96982e1b8082",
        "path=/api/v1/orders/235413821 cost=3ms", "姓名,手机号\n张三,13912345678\n", "some-longer-name(x)"})
    CHECK_FALSE(may_have_spots(std::string(text) + std::string(text)));
}
