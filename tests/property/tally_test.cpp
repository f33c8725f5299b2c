// The tally agrees with the slow counter on small corpora of records: in any order, cut over tallies in any way, merged
// in any order, by any number of threads, with any cap on memory, written to files and read again. The same rows give
// the same file, byte by byte, and the same sample.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

#include "property/made_rows.h"
#include "property/merged_tallies.h"
#include "reference/slow_tally.h"
#include "support/check_counts.h"
#include "support/temporary_folder.h"
#include "tally/tally.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr int kCorpora = 10000;
constexpr int kFiles = 500;

void add(Tally& tally, Row& row) {
  if (row.recipient == "-") {
    tally.set_acquired();
  } else {
    tally.set_recipient(row.recipient);
  }
  tally.add(row.made.view(), "rows");
}

Tally make_tally(Random& random) {
  TallySettings settings;
  settings.seed = 7;
  settings.sample = 5;
  settings.storage.memory_cap = random.one_in(2) ? size_t{1} << 20 : random.below(20000);
  return Tally(settings);
}

void shuffle(std::vector<size_t>& order, Random& random) {
  for (size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
}

std::vector<Row> made_rows(uint64_t seed, size_t most) {
  RowMaker maker(seed);
  std::vector<Row> rows;
  for (size_t left = Random(~seed).below(most); left != 0; --left) rows.push_back(maker.row());
  return rows;
}

bool same_slots(const std::vector<SampleSlot>& a, const std::vector<SampleSlot>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SampleSlot& one, const SampleSlot& other) {
    return one.source == other.source && one.span == other.span && one.kinds == other.kinds;
  });
}

// The rows in another order, cut over a few tallies, these merged in any order.
Tally tally_of(std::vector<Row>& rows, Random& random, const std::string* folder = nullptr) {
  std::vector<size_t> order(rows.size());
  std::iota(order.begin(), order.end(), size_t{0});
  shuffle(order, random);
  std::vector<Tally> tallies;
  for (size_t count = 1 + random.below(4); count != 0; --count) tallies.push_back(make_tally(random));
  for (const size_t index : order) add(tallies[random.below(tallies.size())], rows[index]);
  return merged(std::move(tallies), random, folder);
}

}  // namespace

TEST_CASE("The tally agrees with a slow counter") {
  for (uint64_t seed = 0; seed < kCorpora; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::vector<Row> rows = made_rows(seed, 60);
    SlowTally slow;
    for (Row& row : rows) slow.add(row.made.view(), row.recipient);
    const Tally tally = tally_of(rows, random);
    for (const bool link : {false, true})
      check_counts(tally.counts({link, 1 + static_cast<unsigned>(random.one_in(50))}), slow.counts(link));
  }
}

TEST_CASE("The same rows give the same file and sample, and the file the same tally") {
  const support::TemporaryFolder folder;
  for (uint64_t seed = 0; seed < kFiles; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::vector<Row> rows = made_rows(seed, 200);
    const Tally plain = tally_of(rows, random);
    const Tally reread = tally_of(rows, random, &folder.path());
    check_counts(reread.counts({true, 2}), plain.counts({true, 1}));
    REQUIRE(same_slots(reread.sample(), plain.sample()));
    REQUIRE(bytes_of(reread, folder.path()) == bytes_of(plain, folder.path()));
  }
}
