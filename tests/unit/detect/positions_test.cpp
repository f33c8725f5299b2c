// Positions told by their form, and coordinates under their names, which count only together.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {
namespace {

using testing::kFail;
using testing::kNoCheck;
using testing::kPass;

const std::string kKind = "location_trajectory";

}  // namespace

TEST_CASE("where somebody is, in numbers") {
  testing::check_found(
      {
          {"a pair in a chat", "22.531234,113.935123", kKind, "22.531234,113.935123", kNoCheck, 50, 60},
          {"a pair in GeoJSON outside China", "{\"g\":[[151.2093,-33.8688],[1,2]]}", kKind, "151.2093,-33.8688",
           kNoCheck, 50, 50},
          {"a pair with a height in GeoJSON", "{\"g\":[113.935123,22.531234,12.5]}", kKind, "113.935123,22.531234,12.5",
           kNoCheck, 60},
          {"a pair in WKT", "POLYGON((113.9351 22.5312, 113.9362 22.5323))", kKind, "113.9351 22.5312", kNoCheck, 60},
          {"a receiver's sentence", "$GPGLL,2231.8740,N,11356.1070,E,021530,A*2C", kKind,
           "$GPGLL,2231.8740,N,11356.1070,E,021530,A*2C", kFail, 60},
          {"a pair behind its word", "对方坐标 22.5312,113.9351 速来", kKind, "22.5312,113.9351", kNoCheck, 70},
          {"a pair under a label for places", "{\"current_location\":\"113.9351,22.5312\"}", kKind, "113.9351,22.5312",
           kNoCheck, 70},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("numbers that tell of no place") {
  testing::check_nothing({
      {"two cells of a table", "a,113.935123,22.531234,b\nc,113.935124,22.531235,d\n"},
      {"a latitude alone", "{\"lat\":22.5312}"},
      {"a latency", "lat=12.5 p99=113.9"},
      {"halves in two objects far apart", "{\"lat\":22.5312,\"t\":\"" + std::string(400, 'x') + "\",\"lng\":113.93}"},
      {"an address of a host and a version", "10.1234.113.9351 v113.9351.22"},
      {"prices", "[113.93,22.53]"},
  });
}

TEST_CASE("a latitude and a longitude of one object are told, whichever comes first") {
  for (const std::string text : {"{\"lat\":22.5312,\"lng\":113.9351}", "{\"lng\":113.9351,\"id\":7,\"lat\":22.5312}"}) {
    size_t found = 0;
    for (const auto& one : testing::scan_text(text)) found += one.kind == kKind ? 1u : 0u;
    CHECK(found == 2);
  }
}

}  // namespace pidun
