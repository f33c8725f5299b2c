// Build stamps: the same for the same objects, another for others, none without an ID.
#include "base/build_stamp.h"

#include <hs/hs.h>
#include <re2/re2.h>

#include <catch2/catch.hpp>

using namespace pidun;

TEST_CASE("a build stamp names the objects that hold the addresses, in their order", "[base]") {
  const auto* const own = reinterpret_cast<const void*>(&build_stamp);
  const auto* const re2 = reinterpret_cast<const void*>(&RE2::QuoteMeta);
  const auto* const hyperscan = reinterpret_cast<const void*>(&hs_version);
  const std::string stamp = build_stamp({own});
  CHECK(stamp.size() > 8);  // a length, and an ID of some bytes
  CHECK(build_stamp({own}) == stamp);
  CHECK(build_stamp({re2}) != build_stamp({hyperscan}));
  CHECK(build_stamp({re2, hyperscan}) == build_stamp({re2}) + build_stamp({hyperscan}));
  CHECK(build_stamp({re2, hyperscan}) != build_stamp({hyperscan, re2}));
}

TEST_CASE("there is no build stamp for an address that no object holds", "[base]") {
  const int on_the_stack = 0;
  CHECK(build_stamp({&on_the_stack}).empty());
  CHECK(build_stamp({nullptr}).empty());
  CHECK(build_stamp({reinterpret_cast<const void*>(&build_stamp), nullptr}).empty());
}
