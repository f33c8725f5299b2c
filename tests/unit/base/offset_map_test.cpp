// The promises of base/offset_map.h: ranges lead back to the bytes they came from, and maps compose.
#include "base/offset_map.h"

#include <algorithm>
#include <catch2/catch.hpp>

using pidun::OffsetMap;
using pidun::Span;

namespace {

// "ab" copied, three bytes folded to one, two dropped, "cd" copied.  Derived: a b F c d
OffsetMap folded() {
  OffsetMap map;
  map.copy(0, 2);
  map.replace({2, 5}, 1);
  map.replace({5, 7}, 0);
  map.copy(7, 2);
  return map;
}

}  // namespace

TEST_CASE("offset map: a range of the derived text leads to the source it came from", "[offset_map]") {
  struct Case {
    Span derived, source;
  };
  const Case cases[] = {{{0, 1}, {0, 1}}, {{1, 3}, {1, 5}}, {{2, 3}, {2, 5}}, {{2, 4}, {2, 8}},
                        {{3, 5}, {7, 9}}, {{0, 5}, {0, 9}}, {{4, 5}, {8, 9}}};
  const OffsetMap map = folded();
  REQUIRE(map.size() == 5);
  for (const Case& c : cases) {
    CAPTURE(c.derived.begin, c.derived.end);
    CHECK(map.source_of(c.derived) == c.source);
  }
}

TEST_CASE("offset map: a range of the source leads to all that came of it", "[offset_map]") {
  struct Case {
    Span source, derived;
  };
  const Case cases[] = {{{0, 1}, {0, 1}}, {{3, 4}, {2, 3}}, {{1, 3}, {1, 3}},
                        {{6, 8}, {3, 4}}, {{0, 9}, {0, 5}}, {{8, 9}, {4, 5}}};
  for (const Case& c : cases) {
    CAPTURE(c.source.begin, c.source.end);
    CHECK(folded().derived_of(c.source) == c.derived);
  }
  CHECK(folded().derived_of({5, 7}).size() == 0);
}

TEST_CASE("offset map: pieces that a replacement makes of one source keep all of it", "[offset_map]") {
  OffsetMap map;
  map.replace({0, 6}, 3);  // a GB18030 pair to three bytes of UTF-8, say
  CHECK(map.source_of({1, 2}) == Span{0, 6});
  CHECK(map.derived_of({2, 3}) == Span{0, 3});
}

TEST_CASE("offset map: composing two maps is mapping twice", "[offset_map]") {
  const OffsetMap first = folded();  // a b F c d
  OffsetMap second;                  // drops b, makes "Fc" one byte: a X d
  second.copy(0, 1);
  second.replace({2, 4}, 1);
  second.copy(4, 1);
  const OffsetMap both = first.compose(second);
  REQUIRE(both.size() == 3);
  for (uint64_t begin = 0; begin < 3; ++begin)
    for (uint64_t end = begin + 1; end <= 3; ++end) {
      CAPTURE(begin, end);
      CHECK(both.source_of({begin, end}) == first.source_of(second.source_of({begin, end})));
    }
}

TEST_CASE("offset map: equal replacements side by side stay apart when looked up", "[offset_map]") {
  OffsetMap map;  // "a%E5%BC%A0b"
  map.copy(0, 1);
  for (uint64_t at = 1; at < 10; at += 3) map.repeat({at, at + 3}, 1);
  map.copy(10, 1);
  REQUIRE(map.size() == 5);
  CHECK(map.source_of({1, 2}) == Span{1, 4});
  CHECK(map.source_of({2, 4}) == Span{4, 10});
  CHECK(map.source_of({0, 5}) == Span{0, 11});
  CHECK(map.derived_of({5, 6}) == Span{2, 3});
  CHECK(map.derived_of({3, 8}) == Span{1, 4});
  CHECK_FALSE(map.bytewise({0, 2}));
  CHECK(map.bytewise({4, 5}));
}

TEST_CASE("offset map: a byte of a spread group comes from the source bytes that hold its bits", "[offset_map]") {
  OffsetMap map;  // two groups of base64 at 10
  map.spread(10, 1, 4, 3);
  map.spread(14, 1, 4, 3);
  struct Case {
    Span derived, source;
  };
  const Case cases[] = {{{0, 1}, {10, 12}}, {{1, 2}, {11, 13}}, {{2, 3}, {12, 14}}, {{3, 4}, {14, 16}},
                        {{0, 3}, {10, 14}}, {{2, 4}, {12, 16}}, {{1, 6}, {11, 18}}};
  for (const Case& c : cases) {
    CAPTURE(c.derived.begin, c.derived.end);
    CHECK(map.source_of(c.derived) == c.source);
  }
  CHECK(map.derived_of({11, 12}) == Span{0, 2});
  CHECK(map.derived_of({10, 11}) == Span{0, 1});
  CHECK(map.derived_of({13, 15}) == Span{2, 4});
}

namespace {

// Every kind of piece over `size` bytes of source, chosen by the bits of `seed`.
OffsetMap any_map(uint64_t size, uint32_t seed) {
  OffsetMap map;
  for (uint64_t at = 0; at < size;) {
    const uint64_t left = size - at, take = std::min<uint64_t>(left, 1 + seed % 9);
    seed = seed * 1664525 + 1013904223;
    switch ((seed >> 16) % 5) {
      case 0:
        map.copy(at, take);
        break;
      case 1:
        map.replace({at, at + take}, (seed >> 20) % 4);
        break;
      case 2:
        map.repeat({at, at + take}, 1 + (seed >> 20) % 3);
        break;
      case 3:
        if (left >= 4) map.spread(at, 1, 4, 3);
        at += left >= 4 ? 4 : take;
        continue;
      default:
        if (left >= 4) map.spread(at, 2, 2, 1);
        at += left >= 4 ? 4 : take;
        continue;
    }
    at += take;
  }
  return map;
}

}  // namespace

TEST_CASE("offset map: composing is mapping twice, and maps invert, whatever the pieces", "[offset_map]") {
  for (uint32_t seed = 1; seed < 400; ++seed) {
    const OffsetMap first = any_map(60, seed), second = any_map(first.size(), seed * 7919);
    const OffsetMap both = first.compose(second);
    OffsetMap appended = first;
    appended.append_derived(second);
    REQUIRE(both.size() == second.size());
    for (uint64_t begin = 0; begin < both.size(); ++begin)
      for (uint64_t end = begin + 1; end <= both.size(); ++end) {
        CAPTURE(seed, begin, end);
        const Span twice = first.source_of(second.source_of({begin, end})), once = both.source_of({begin, end});
        REQUIRE(once == twice);
        REQUIRE(appended.source_of({first.size() + begin, first.size() + end}) == twice);
        const Span back = both.derived_of(once);
        REQUIRE(back.begin <= begin);
        REQUIRE(back.end >= end);
      }
  }
}

namespace {

// Two characters of GB18030 (2 bytes to 3), "ab", one of four bytes that stays four.
OffsetMap decoded() {
  OffsetMap map;
  map.repeat({0, 2}, 2, 3);
  map.repeat({2, 4}, 2, 3);
  map.copy(4, 2);
  map.repeat({6, 10}, 4, 4);
  return map;
}

}  // namespace

TEST_CASE("offset map: a byte of a unit leads to all of its source, and units that go on alike are one piece",
          "[offset_map]") {
  const OffsetMap map = decoded();
  REQUIRE(map.size() == 12);
  CHECK(map.pieces() == 3);
  struct Case {
    Span derived, source;
  };
  const Case cases[] = {{{0, 1}, {0, 2}}, {{2, 3}, {0, 2}}, {{2, 4}, {0, 4}},   {{3, 6}, {2, 4}},
                        {{5, 7}, {2, 5}}, {{7, 8}, {5, 6}}, {{9, 10}, {6, 10}}, {{0, 12}, {0, 10}}};
  for (const Case& c : cases) {
    CAPTURE(c.derived.begin, c.derived.end);
    CHECK(map.source_of(c.derived) == c.source);
  }
  CHECK(map.derived_of({1, 2}) == Span{0, 3});
  CHECK(map.derived_of({1, 3}) == Span{0, 6});
  CHECK(map.derived_of({3, 5}) == Span{3, 7});
  CHECK(map.derived_of({9, 10}) == Span{8, 12});
}

TEST_CASE("offset map: what is taken back leaves the map as it was before", "[offset_map]") {
  OffsetMap map = decoded();
  map.truncate(3);
  CHECK(map.size() == 3);
  CHECK(map.derived_of({2, 4}).size() == 0);
  map.copy(2, 5);
  CHECK(map.size() == 8);
  CHECK(map.source_of({2, 4}) == Span{0, 3});
  map.truncate(0);
  CHECK(map.empty());
}

TEST_CASE("what comes from nothing keeps its place in a map of a map", "[base]") {
  OffsetMap first, next;
  first.replace({100, 103}, 1);
  first.copy(103, 4);
  next.replace({2, 2}, 5);
  next.copy(2, 3);
  next.replace({5, 5}, 1);
  const OffsetMap both = first.compose(next);
  CHECK(both.source_of({0, 5}) == Span{104, 104});
  CHECK(both.source_of({0, 8}) == Span{104, 107});
  CHECK(both.source_of({8, 9}) == Span{107, 107});
}
