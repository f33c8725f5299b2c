// A tally that joins rows and merges fields agrees with rows that were rewritten slowly: in any order, cut over tallies
// in any way, merged in any order, by any number of threads, with any cap on memory, written to files and read again.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <numeric>

#include "property/made_rows.h"
#include "property/merged_tallies.h"
#include "record/prints.h"
#include "reference/slow_join.h"
#include "reference/slow_tally.h"
#include "support/check_counts.h"
#include "support/temporary_folder.h"
#include "tally/tally.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr int kCorpora = 4000;
constexpr int kFiles = 300;

// Rows of patients by ID number, mobile number or two weak values, and rows of nobody, some with a value that joins.
std::vector<Row> made_rows(uint64_t seed) {
  RowMaker maker(seed);
  Random random(~seed);
  const size_t values = 1 + random.below(12);
  std::vector<Row> rows;
  for (size_t left = random.below(50); left != 0; --left) {
    Row row = maker.row();
    Record& record = row.made.record;
    record.signs = uint64_t{1} << random.below(14) | uint64_t{1} << random.below(14);
    if (record.outcome == Outcome::valid) {
      record.join_rank = record.nameless ? 5 : static_cast<uint8_t>(random.below(2));
      if (random.one_in(3)) {  // a weak one: nothing links it
        record.identity = print_of("weak " + std::to_string(random.below(6)));
        record.join_rank = kWeakRank;
        record.nameless = record.has_bare = false;
        row.made.links.clear();
      }
    } else if (record.outcome == Outcome::invalid) {
      record.reason = static_cast<InvalidReason>(1 + random.below(5));
      record.joined_tier = kTiers[random.below(3)];
      record.joined_triggers = static_cast<uint8_t>(random.below(16));
      record.joined_dropped = static_cast<uint32_t>(random.below(3));
      record.event = random.one_in(3) ? print_of("event " + std::to_string(random.below(3))).high : 0;
      row.made.contents.push_back({Kind{2}, print_of("value " + std::to_string(random.below(4))).high});
    }
    if (!random.one_in(3)) record.join = join_key(print_of("join " + std::to_string(random.below(values))));
    rows.push_back(std::move(row));
  }
  return rows;
}

struct How {
  bool joins, merges;
};

Tally make_tally(How how, Random& random) {
  TallySettings settings;
  settings.seed = 7;
  settings.sample = 5;
  settings.joins = how.joins;
  settings.merge_fields = how.merges;
  settings.storage.memory_cap = random.one_in(2) ? size_t{1} << 20 : random.below(20000);
  return Tally(settings);
}

Tally tally_of(std::vector<Row>& rows, How how, Random& random, const std::string* folder) {
  std::vector<size_t> order(rows.size());
  std::iota(order.begin(), order.end(), size_t{0});
  for (size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
  std::vector<Tally> tallies;
  for (size_t count = 1 + random.below(4); count != 0; --count) tallies.push_back(make_tally(how, random));
  for (const size_t index : order) {
    Tally& tally = tallies[random.below(tallies.size())];
    rows[index].recipient == "-" ? tally.set_acquired() : tally.set_recipient(rows[index].recipient);
    tally.add(rows[index].made.view(), "rows");
  }
  return merged(std::move(tallies), random, folder);
}

Counts slow_counts(const std::vector<Row>& given, How how, bool link) {
  Counts::Join sums;
  std::vector<Row> rows = how.joins ? SlowJoin(given).rewritten(given, sums) : given;
  if (how.merges) rows = with_merged_fields(std::move(rows));
  SlowTally slow;
  for (Row& row : rows) slow.add(row.made.view(), row.recipient);
  Counts counts = slow.counts(link);
  counts.join = sums;
  return counts;
}

void check_join(const Counts& found, const Counts& expected) {
  check_counts(found, expected);
  REQUIRE(found.join.rows == expected.join.rows);
  REQUIRE(found.join.values == expected.join.values);
  REQUIRE(found.join.ambiguous_rows == expected.join.ambiguous_rows);
  REQUIRE(found.join.ambiguous_values == expected.join.ambiguous_values);
}

}  // namespace

TEST_CASE("Joined rows and merged fields agree with rows rewritten slowly") {
  const support::TemporaryFolder folder;
  for (uint64_t seed = 0; seed < kCorpora; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::vector<Row> rows = made_rows(seed);
    const How how{!random.one_in(4), random.one_in(2)};
    const Tally tally = tally_of(rows, how, random, seed < kFiles ? &folder.path() : nullptr);
    for (const bool link : {false, true})
      check_join(tally.counts({link, 1 + static_cast<unsigned>(random.one_in(50))}), slow_counts(rows, how, link));
  }
}

TEST_CASE("The same joined rows give the same file") {
  const support::TemporaryFolder folder;
  for (uint64_t seed = 0; seed < kFiles; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::vector<Row> rows = made_rows(seed);
    const Tally plain = tally_of(rows, {true, true}, random, nullptr);
    const Tally reread = tally_of(rows, {true, true}, random, &folder.path());
    REQUIRE(bytes_of(reread, folder.path()) == bytes_of(plain, folder.path()));
  }
}
