// Rows of the golden table of counting.md whose records are plain to write by hand; the whole table runs in
// tests/golden/ over bytes.
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "support/record_maker.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

const std::string A = "A", B = "B", C = "C", P1 = "P1", P2 = "P2";
const std::string Wei = "王伟", Na = "李娜";
const MaskedClass kMobile34{Kind::mobile_number, 3, 4};
const MaskedClass kMobile70{Kind::mobile_number, 7, 0};
const MaskedClass kId{Kind::resident_id_number, 6, 4};

struct Expected {
  uint64_t raw, invalid, masked, lower, duplicates, unique, persons, of50, of500, of5000, weighted;
};
struct Golden {
  int row;
  std::function<void(Tally&)> fill;
  Expected expected;
};

std::function<void(Tally&)> rows(std::vector<MadeRecord> records) {
  return [records](Tally& tally) {
    for (const MadeRecord& record : records) add(tally, record);
  };
}

// `count` records of a tier, each of a person of its own.
void add_many(Tally& tally, int count, uint16_t tier, const std::string& sort) {
  for (int number = 0; number < count; ++number) add(tally, made({.id = sort + std::to_string(number), .tier = tier}));
}

std::function<void(Tally&)> given(std::vector<std::pair<std::string, std::string>> ids_to) {
  return [ids_to](Tally& tally) {
    for (const auto& [id, recipient] : ids_to) {
      if (recipient.empty()) {
        tally.set_acquired();
      } else {
        tally.set_recipient(recipient);
      }
      add(tally, made({.id = id}));
    }
  };
}

std::function<void(Tally&)> tiers(int of50, int of500, int of5000) {
  return [=](Tally& tally) {
    add_many(tally, of50, 50, "x");
    add_many(tally, of500, 500, "y");
    add_many(tally, of5000, 5000, "z");
  };
}

const MadeRecord kChecksum = invalid(InvalidReason::checksum);

const Golden kGolden[] = {
    {1, rows({made({.id = A, .mobile = P1, .name = Wei})}), {1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1}},
    {3, rows({made({.id = A}), made({.id = A})}), {2, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1}},
    {4,
     rows({made({.mobile = P1, .name = Wei}), made({.mobile = P1, .name = Wei}), made({.mobile = P1, .name = Wei})}),
     {3, 0, 0, 0, 2, 1, 1, 0, 0, 1, 1}},
    {5, rows({made({.id = A, .mobile = P1}), made({.id = A, .mobile = P2})}), {2, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1}},
    {6, rows({kChecksum}), {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {10,
     rows({made({.id = A, .name = Wei}), invalid(InvalidReason::header), made({.id = B, .name = Na})}),
     {3, 1, 0, 0, 0, 2, 2, 0, 0, 2, 2}},
    {11, rows({invalid(InvalidReason::no_identity, 500)}), {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {12,
     rows({made({.mobile = P1, .name = Wei}), made({.mobile = P1, .name = Na}), made({.mobile = P1})}),
     {3, 0, 0, 0, 1, 2, 2, 0, 0, 2, 2}},
    {13,
     rows({made({.id = A, .mobile = P1, .name = Wei}), made({.mobile = P1, .name = Wei})}),
     {2, 0, 0, 0, 0, 2, 1, 0, 0, 2, 2}},
    {14, rows({made({.other = "王伟 address"}), made({.other = "王伟 address"})}), {2, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1}},
    {15,
     rows({made({.id = A, .name = Wei}),
           made({.id = A, .tier = 500, .contents = {{Kind::health_information, "妊娠39周"}}})}),
     {2, 0, 0, 0, 1, 1, 1, 0, 1, 0, 10}},
    {23,
     rows({masked(kMobile34, "139 0461"), masked(kMobile34, "139 0461"), masked(kMobile34, "186 0583")}),
     {3, 0, 3, 2, 0, 0, 0, 0, 0, 0, 0}},
    {24,
     rows({masked(kMobile34, "139 0461"), masked(kMobile70, "1395827"), masked(kMobile34, "139 0462")}),
     {3, 0, 3, 2, 0, 0, 0, 0, 0, 0, 0}},
    {25, rows({made({.id = A, .name = Wei}), masked(kId, "110101 0011")}), {2, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1}},
    {26, rows({made({.mobile = P1}), made({.mobile = P1, .name = Wei})}), {2, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1}},
    {31, given({{A, "R1"}, {A, "R2"}, {A, "R3"}}), {3, 0, 0, 0, 2, 1, 1, 0, 0, 3, 3}},
    {32, given({{A, "R1"}, {A, "R1"}, {A, "R2"}}), {3, 0, 0, 0, 2, 1, 1, 0, 0, 2, 2}},
    {34, given({{A, ""}, {A, "R1"}}), {2, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1}},
    {38, tiers(4, 0, 99), {103, 0, 0, 0, 0, 103, 103, 4, 0, 99, 499}},
    {44, tiers(20, 200, 1000), {1220, 0, 0, 0, 0, 1220, 1220, 20, 200, 1000, 5000}},
    {47, tiers(0, 4999, 9), {5008, 0, 0, 0, 0, 5008, 5008, 0, 4999, 9, 49999}},
    {63,
     rows({made({.id = A, .event = "1", .tier = 500}), made({.id = A, .event = "2", .tier = 500}),
           made({.id = A, .event = "3", .tier = 500})}),
     {3, 0, 0, 0, 0, 3, 1, 0, 3, 0, 30}},
};

TEST_CASE("Rows of the golden table come to what it says") {
  for (const Golden& golden : kGolden) {
    CAPTURE(golden.row);
    Tally tally(TallySettings{});
    golden.fill(tally);
    const Counts counts = tally.counts();
    const Expected& expected = golden.expected;
    CHECK(counts.raw == expected.raw);
    CHECK(counts.invalid == expected.invalid);
    CHECK(counts.masked.rows == expected.masked);
    CHECK(counts.masked.lower == expected.lower);
    CHECK(counts.duplicates == expected.duplicates);
    CHECK(counts.unique.total() == expected.unique);
    CHECK(counts.persons == expected.persons);
    CHECK(counts.counted == TierCounts{expected.of50, expected.of500, expected.of5000});
    CHECK(counts.counted.weighted() == expected.weighted);
  }
}

Counts counts_of(const std::vector<MadeRecord>& records, bool link = false) {
  Tally tally(TallySettings{});
  for (const MadeRecord& record : records) add(tally, record);
  return tally.counts({.link = link});
}

TEST_CASE("What the golden table says beside its columns") {
  CHECK(counts_of({made({.id = A, .mobile = P1}), made({.id = A, .mobile = P2})}).content_changed == 2);  // 5
  CHECK(counts_of({made({.id = A, .name = Wei}), made({.id = A, .contents = {{Kind::health_information, "妊娠39周"}}})})
            .content_changed == 1);                                                              // 15
  CHECK(counts_of({invalid(InvalidReason::no_identity, 500)}).unlinked == TierCounts{0, 1, 0});  // 11
  CHECK(counts_of({invalid(InvalidReason::none, 0, 1)}).dropped_values == 1);                    // 7
  const Counts linked =
      counts_of({made({.id = A, .mobile = P1, .name = Wei}), made({.mobile = P1, .name = Wei})}, true);  // 13
  CHECK(linked.merged_records == 1);
  CHECK(linked.counted_linked.weighted() == 1);
}

TEST_CASE("Sixty masked credit rows, forty distinct, are 4000 at least") {  // 29
  std::vector<MadeRecord> records;
  for (int row = 0; row < 60; ++row) records.push_back(masked(kMobile34, std::to_string(row % 40), 50));
  const Counts counts = counts_of(records);
  CHECK(counts.masked.lower == 40);
  CHECK(counts.masked.lower_weighted == 4000);
  CHECK(counts.masked.by_tier.weighted() == 6000);
}

// 36 and 37.
TEST_CASE("Merged tallies count a record once a recipient") {
  for (const bool same : {true, false}) {
    Tally one({.recipient = "R1"});
    Tally two({.recipient = same ? "R1" : "R2"});
    for (const auto& id : {A, B}) add(one, made({.id = id}));
    for (const auto& id : {B, C}) add(two, made({.id = id}));
    one.merge(std::move(two));
    const Counts counts = one.counts();
    CHECK(counts.raw == 4);
    CHECK(counts.duplicates == 1);
    CHECK(counts.unique.total() == 3);
    CHECK(counts.counted.total() == (same ? 3 : 4));
    CHECK(counts.recipients == (same ? 1 : 2));
  }
}

}  // namespace
