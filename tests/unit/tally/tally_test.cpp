// Tallies at their edges: many recipients, long records, other keys, nameless records with events.
#include "tally/tally.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/record_maker.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("A tally of nothing is nothing") {
  const Counts counts = Tally(TallySettings{}).counts({.link = true, .threads = 3});
  CHECK(counts.raw == 0);
  CHECK(counts.counted.total() == 0);
  CHECK(counts.recipients == 0);
}

TEST_CASE("Recipients are told apart up to 1,023, and a tally of more says so") {
  Tally tally(TallySettings{});
  for (int number = 1; number < 1023; ++number) {  // "" is one already
    tally.set_recipient("R" + std::to_string(number));
    add(tally, made({.id = "A"}));
  }
  CHECK(tally.counts().counted.total() == 1022);
  CHECK(tally.within_limits());
  for (const char* more : {"S", "T"}) {
    tally.set_recipient(more);
    add(tally, made({.id = "A"}));
  }
  CHECK_FALSE(tally.within_limits());
  CHECK(tally.counts().counted.total() <= 1024);
  CHECK(tally.counts().counted.total() >= 1022);
}

TEST_CASE("A record with more contents than a row has room for is counted whole") {
  Tally tally(within(1 << 16));
  for (const char* event : {"", "an event"}) {
    MadeRecord record = made({.id = "A", .event = event});
    for (int value = 0; value < 10000; ++value)
      record.contents.push_back({Kind::mobile_number, print_of(std::to_string(value)).high});
    add(tally, record);
    add(tally, record);
  }
  const Counts counts = tally.counts();
  CHECK(counts.unique.total() == 2);
  CHECK(counts.content_changed == 20000);
}

TEST_CASE("A record without contents adds one to what changed, an absorbed one nothing") {
  Tally tally(TallySettings{});
  add(tally, made({.id = "A"}));
  CHECK(tally.counts().content_changed == 1);
  add(tally, made({.mobile = "P1"}));
  add(tally, made({.mobile = "P1", .name = "王伟"}));
  CHECK(tally.counts().content_changed == 2);
}

TEST_CASE("Contents belong to the record of their event") {
  Tally tally(TallySettings{});
  for (const char* event : {"1", "2", "3"}) add(tally, made({.id = "A", .mobile = event, .event = event}));
  CHECK(tally.counts().content_changed == 3);
  add(tally, made({.id = "A", .mobile = "P9", .event = "3"}));
  CHECK(tally.counts().content_changed == 4);
}

TEST_CASE("A nameless record of an event is absorbed by a named one of the same event only") {
  Tally tally(TallySettings{});
  add(tally, made({.mobile = "P1", .event = "1"}));
  add(tally, made({.mobile = "P1", .event = "2"}));
  add(tally, made({.mobile = "P1"}));
  CHECK(tally.counts().unique.total() == 3);
  add(tally, made({.mobile = "P1", .name = "王伟", .event = "2"}));
  CHECK(tally.counts().unique.total() == 2);
  CHECK(tally.counts().persons == 1);
}

TEST_CASE("The highest tier of a record's occurrences is the record's, whatever the order") {
  for (const auto& [first, second] : {std::pair{uint16_t{5000}, uint16_t{50}}, {uint16_t{50}, uint16_t{5000}}}) {
    Tally tally(TallySettings{});
    add(tally, made({.id = "A", .tier = first}));
    add(tally, made({.id = "A", .tier = second}));
    CHECK(tally.counts().counted == TierCounts{1, 0, 0});
  }
}

TEST_CASE("A mobile number links persons only where one name is seen with it") {
  Tally tally(TallySettings{});
  add(tally, made({.id = "A", .mobile = "P1", .name = "王伟"}));
  add(tally, made({.id = "B", .mobile = "P1"}));
  CHECK(tally.counts().persons == 1);
  add(tally, made({.id = "C", .mobile = "P1", .name = "李娜"}));
  CHECK(tally.counts().persons == 3);
}

TEST_CASE("Tallies of different keys, seeds or versions are not merged, and stay as they are") {
  HashKey key{};
  key[3] = 1;
  Tally tally(TallySettings{});
  add(tally, made({.id = "A"}));
  for (const TallySettings& settings :
       {TallySettings{.key = key}, TallySettings{.seed = 1}, TallySettings{.canonical_version = 2}}) {
    Tally other(settings);
    add(other, made({.id = "B"}));
    CHECK_THROWS_AS(tally.merge(std::move(other)), TallyError);
    CHECK(tally.counts().raw == 1);
    CHECK(other.counts().raw == 1);
  }
}

TEST_CASE("The key is kept as its id only, and images and triggers add up") {
  HashKey key{};
  key[3] = 1;
  CHECK(Tally({.key = key}).key_id() != Tally(TallySettings{}).key_id());
  CHECK(Tally({.key = key}).key_id() == Tally({.key = key, .seed = 4}).key_id());
  Tally tally(TallySettings{});
  Tally other(TallySettings{});
  for (Tally* of : {&tally, &other}) {
    of->add_images({.seen = 3, .face_signed = 1, .unread = 2, .camera = 1});
    MadeRecord record = made({.id = "A"});
    record.record.triggers = kTriggerMinor | kTriggerFix;
    add(*of, record);
  }
  tally.merge(std::move(other));
  const Counts counts = tally.counts();
  CHECK(counts.images.seen == 6);
  CHECK(counts.images.unread == 4);
  CHECK(counts.triggers == std::array<uint64_t, kRecordTriggers>{2, 0, 0, 2});
}
