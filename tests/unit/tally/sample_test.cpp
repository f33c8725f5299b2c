#include "tally/sample.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "support/record_maker.h"
#include "tally/wilson.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Tally tally_of(uint64_t seed, size_t size, int begin, int end) {
  Tally tally({.seed = seed, .sample = size});
  for (int number = begin; number < end; ++number) {
    MadeRecord record = made({.id = std::to_string(number)});
    record.record.span = {static_cast<uint64_t>(number), static_cast<uint64_t>(number) + 1};
    add(tally, record);
  }
  return tally;
}

std::vector<uint64_t> offsets(const Tally& tally) {
  std::vector<uint64_t> offsets;
  for (const SampleSlot& slot : tally.sample()) offsets.push_back(slot.span.begin);
  return offsets;
}

}  // namespace

TEST_CASE("A sample depends on the seed, not on how records were parted") {
  const Tally whole = tally_of(5, 10, 0, 1000);
  REQUIRE(offsets(whole).size() == 10);
  Tally parts = tally_of(5, 10, 700, 1000);
  parts.merge(tally_of(5, 10, 0, 300));
  parts.merge(tally_of(5, 10, 200, 800));
  CHECK(offsets(parts) == offsets(whole));
  CHECK(offsets(tally_of(6, 10, 0, 1000)) != offsets(whole));
}

TEST_CASE("Every record is as likely to be drawn as another") {
  std::map<uint64_t, int> drawn;
  for (uint64_t seed = 0; seed < 2000; ++seed)
    for (const uint64_t offset : offsets(tally_of(seed, 5, 0, 20))) ++drawn[offset];
  for (const auto& [offset, times] : drawn) {
    CHECK(times > 400);  // 500 are expected, and 5 standard deviations are 97
    CHECK(times < 600);
  }
}

TEST_CASE("Of a record that comes more than once the first place is kept") {
  Tally tally({.sample = 3});
  for (const auto& [source, offset] : {std::pair{"b", 1u}, {"a", 9u}, {"a", 7u}, {"a", 8u}, {"c", 0u}}) {
    MadeRecord record = made({.id = "A"});
    record.record.span = {offset, offset + 5};
    record.kinds = {Kind::resident_id_number};
    add(tally, record, source);
  }
  const auto slots = tally.sample();
  REQUIRE(slots.size() == 1);
  CHECK(slots[0].source == "a");
  CHECK(slots[0].span == Span{7, 12});
  CHECK(slots[0].kinds == std::vector<Kind>{Kind::resident_id_number});
}

TEST_CASE("Absorbed records are not drawn") {
  Tally tally({.sample = 50});
  for (int number = 0; number < 40; ++number) {
    add(tally, made({.mobile = std::to_string(number)}), "nameless");
    add(tally, made({.mobile = std::to_string(number), .name = "王伟"}), "named");
  }
  const auto slots = tally.sample();
  CHECK(slots.size() == 40);
  CHECK(std::all_of(slots.begin(), slots.end(), [](const SampleSlot& slot) { return slot.source == "named"; }));
}

TEST_CASE("The Wilson interval is that of the textbook") {
  CHECK(wilson(95, 100).low == Approx(0.8882).margin(0.0001));
  CHECK(wilson(95, 100).high == Approx(0.9785).margin(0.0001));
  CHECK(wilson(10, 10).high == Approx(1));
  CHECK(wilson(10, 10).low == Approx(0.7225).margin(0.0001));
  CHECK(wilson(0, 0).low == 0);
  CHECK(wilson(0, 0).high == 1);
}
