#include "tally/compare.h"

#include <catch2/catch.hpp>

#include "support/record_maker.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("Of two tallies, records and persons in both are counted") {
  Tally a(TallySettings{});
  Tally b({.seed = 9, .recipient = "R2"});
  for (const char* id : {"A", "B", "C"}) add(a, made({.id = id}));
  for (const char* id : {"B", "C", "D", "D"}) add(b, made({.id = id}));
  add(b, made({.id = "C", .event = "1"}));
  const Comparison result = compare(a, b, 2);
  CHECK(result.records_a == 3);
  CHECK(result.records_b == 4);
  CHECK(result.records_both == 2);
  CHECK(result.persons_a == 3);
  CHECK(result.persons_b == 3);
  CHECK(result.persons_both == 2);
}

TEST_CASE("A person is found though the other tally knows only mobile number and name") {
  Tally a(TallySettings{});
  Tally b(TallySettings{});
  add(a, made({.id = "A", .mobile = "P1", .name = "王伟"}));
  add(b, made({.mobile = "P1", .name = "王伟"}));
  add(b, made({.mobile = "P2", .name = "李娜"}));
  const Comparison result = compare(a, b);
  CHECK(result.records_both == 0);
  CHECK(result.persons_both == 1);
}

TEST_CASE("A nameless number is the named one's in the other tally") {
  Tally a(TallySettings{});
  Tally b(TallySettings{});
  add(a, made({.mobile = "P1", .name = "王伟"}));
  add(b, made({.mobile = "P1"}));
  CHECK(compare(a, b).persons_both == 1);
  CHECK(compare(a, b).records_both == 0);
}

TEST_CASE("Tallies of different keys cannot be compared") {
  HashKey key{};
  key[0] = 1;
  CHECK_THROWS_AS(compare(Tally(TallySettings{}), Tally({.key = key})), TallyError);
}
