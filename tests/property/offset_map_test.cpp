// Of lib/base/offset_map.h, against a list with the source of every single byte: ranges lead back, maps invert and
// compose.
#include "base/offset_map.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using pidun::OffsetMap;
using pidun::Span;

namespace {

// Every derived byte's source, one by one: the slow truth.
struct Plain {
  std::vector<Span> bytes;
  uint64_t source_size = 0;

  Span source_of(Span derived) const { return {bytes[derived.begin].begin, bytes[derived.end - 1].end}; }
  Span derived_of(Span source) const {
    Span found;
    for (uint64_t i = 0; i < bytes.size(); ++i) {
      if (bytes[i].end <= source.begin || bytes[i].begin >= source.end) continue;
      if (found.size() == 0) found.begin = i;
      found.end = i + 1;
    }
    return found;
  }
};

struct Both {
  OffsetMap map;
  Plain plain;
};

void add(Both& both, int what, uint64_t units) {
  uint64_t& at = both.plain.source_size;
  const uint32_t from[] = {1, 2, 4, 2, 2}, to[] = {1, 3, 4, 1, 3};
  if (what == 5) {
    at += units;  // dropped
    both.map.replace({at - units, at}, 0);
  } else if (what == 6) {
    both.map.replace({at, at + units}, 2);
    both.plain.bytes.insert(both.plain.bytes.end(), 2, Span{at, at + units});
    at += units;
  } else {
    both.map.repeat({at, at + units * from[what]}, from[what], to[what]);
    for (uint64_t i = 0; i < units; ++i, at += from[what])
      both.plain.bytes.insert(both.plain.bytes.end(), to[what], Span{at, at + from[what]});
  }
}

// A map over a source of `source` bytes, or of any size.
Both any_map(uint64_t source = 0) {
  Both both;
  const int steps = *rc::gen::inRange(1, 12);
  for (int i = 0; i < steps; ++i) {
    const int what = *rc::gen::inRange(0, 7);
    const auto units = *rc::gen::inRange<uint64_t>(1, 5);
    if (source != 0 && both.plain.source_size + units * 4 > source) break;
    add(both, what, units);
  }
  return both;
}

Span any_range(uint64_t size) {
  const auto begin = *rc::gen::inRange<uint64_t>(0, size);
  return {begin, *rc::gen::inRange<uint64_t>(begin + 1, size + 1)};
}

}  // namespace

TEST_CASE("offset map: every range leads where its bytes lead, both ways", "[offset_map]") {
  CHECK(rc::check([] {
    const Both both = any_map();
    RC_ASSERT(both.map.size() == both.plain.bytes.size());
    if (both.map.empty()) return;
    const Span derived = any_range(both.map.size());
    RC_ASSERT(both.map.source_of(derived) == both.plain.source_of(derived));
    size_t near = *rc::gen::inRange<size_t>(0, both.map.pieces() + 1);
    RC_ASSERT(both.map.source_of(derived, near) == both.plain.source_of(derived));
    RC_ASSERT(both.map.source_of(derived, near) == both.plain.source_of(derived));
    const Span source = any_range(both.plain.source_size);
    RC_ASSERT(both.map.derived_of(source) == both.plain.derived_of(source));
    // Inverting: what came of the source of a range holds the range.
    const Span back = both.map.derived_of(both.map.source_of(derived));
    RC_ASSERT(back.begin <= derived.begin);
    RC_ASSERT(back.end >= derived.end);
  }));
}

TEST_CASE("offset map: composing two maps is mapping twice, whatever the pieces", "[offset_map]") {
  CHECK(rc::check([] {
    const Both first = any_map();
    if (first.map.empty()) return;
    const Both second = any_map(first.map.size());
    const OffsetMap composed = first.map.compose(second.map);
    RC_ASSERT(composed.size() == second.map.size());
    if (composed.empty()) return;
    for (uint64_t i = 0; i < composed.size(); ++i)
      RC_ASSERT(composed.source_of({i, i + 1}) == first.map.source_of(second.map.source_of({i, i + 1})));
    const Span range = any_range(composed.size());
    RC_ASSERT(composed.source_of(range) == first.map.source_of(second.map.source_of(range)));
  }));
}

TEST_CASE("offset map: a map cut back and continued is the map made at once", "[offset_map]") {
  CHECK(rc::check([] {
    Both both = any_map();
    const uint64_t size = both.map.size(), source = both.plain.source_size;
    const Both before = both;
    add(both, *rc::gen::inRange(0, 7), 3);
    both.map.truncate(size);
    both.plain = before.plain;
    both.plain.source_size = source;
    add(both, 0, 4);
    RC_ASSERT(both.map.size() == both.plain.bytes.size());
    const Span derived = any_range(both.map.size());
    RC_ASSERT(both.map.source_of(derived) == both.plain.source_of(derived));
  }));
}

TEST_CASE("offset map: what is asked for in order, or in any, is found from near", "[offset_map]") {
  CHECK(rc::check([] {
    const Both both = any_map();
    if (both.map.empty()) return;
    size_t near_source = 0, near_derived = 0;
    for (int asked = *rc::gen::inRange(1, 20); asked > 0; --asked) {
      const Span source = any_range(both.plain.source_size), derived = any_range(both.map.size());
      RC_ASSERT(both.map.derived_of(source, near_source) == both.plain.derived_of(source));
      RC_ASSERT(both.map.source_of(derived, near_derived) == both.plain.source_of(derived));
    }
    near_source = 0;
    for (uint64_t at = 0; at < both.plain.source_size; ++at)
      RC_ASSERT(both.map.derived_of({at, at + 1}, near_source) == both.plain.derived_of({at, at + 1}));
  }));
}
