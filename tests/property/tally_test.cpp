// The tally agrees with the slow counter on small corpora of records: in any order, cut over tallies in any way, merged
// in any order, by any number of threads, with any cap on memory.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "reference/slow_tally.h"
#include "support/check_counts.h"
#include "support/made_records.h"
#include "support/random.h"
#include "tally/tally.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr int kCorpora = 10000;
constexpr uint16_t kTiers[] = {50, 500, 5000};
const std::string kRecipients[] = {"-", "R1", "R2", "R3"};

struct Row {
  MadeRecord made;
  std::string recipient;
};

// Few values of each sort, so that they meet.
class Maker {
 public:
  explicit Maker(uint64_t seed) : random_(seed), wide_(2 + random_.below(6)) {}

  Row row() {
    Row row;
    row.recipient = kRecipients[random_.below(4)];
    Record& record = row.made.record;
    record.span = {random_.below(1000), 1000};
    record.tier = kTiers[random_.below(3)];
    record.dropped_values = static_cast<uint32_t>(random_.below(3));
    if (random_.one_in(8)) return invalid(std::move(row));
    if (random_.one_in(6)) return masked(std::move(row));
    record.outcome = Outcome::valid;
    record.sensitive = random_.one_in(3);
    record.triggers = static_cast<uint8_t>(random_.below(16));
    record.event = random_.one_in(3) ? print_of("event " + number()).high : 0;
    record.fix = record.event != 0 && random_.one_in(2);
    identify(row.made);
    for (size_t left = random_.below(4); left != 0; --left)
      row.made.contents.push_back(
          {Kind{static_cast<uint16_t>(1 + random_.below(3))}, print_of("value " + number()).high});
    return row;
  }

 private:
  std::string number() { return std::to_string(random_.below(wide_)); }

  Row invalid(Row row) {
    row.made.record.outcome = Outcome::invalid;
    row.made.record.reason = static_cast<InvalidReason>(1 + random_.below(kInvalidReasons - 1));
    return row;
  }

  Row masked(Row row) {
    Record& record = row.made.record;
    record.outcome = Outcome::masked;
    record.masked_class = {Kind::mobile_number, static_cast<uint8_t>(random_.below(3)), 4};
    record.visible = print_of("visible " + std::to_string(record.masked_class.prefix) + " " + number());
    return row;
  }

  // By an ID number, a document, or a mobile number with or without a name; the others link.
  void identify(MadeRecord& made) {
    const std::string mobile = "mobile " + number();
    const uint64_t name = random_.one_in(3) ? 0 : print_of("name " + number()).high;
    const std::string document = "document " + number();
    const size_t by = random_.below(3);
    if (by == 0) made.record.identity = print_of("id " + number());
    if (by == 1) made.record.identity = print_of(document);
    if (by == 2) {
      made.record.nameless = name == 0;
      made.record.identity = name == 0 ? print_of(mobile) : print_of(mobile + std::to_string(name));
      made.record.has_bare = name != 0;
      made.record.bare = print_of(mobile);
    }
    if (by == 1 || (by == 0 && random_.one_in(3))) made.links.push_back({print_of(document), true, 0});
    if (by == 2 || random_.one_in(2)) made.links.push_back({print_of(mobile), false, name});
  }

  Random random_;
  size_t wide_;
};

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
  settings.memory_cap = random.one_in(2) ? size_t{1} << 20 : random.below(20000);
  return Tally(settings);
}

void shuffle(std::vector<size_t>& order, Random& random) {
  for (size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
}

// The rows in another order, cut over a few tallies, these merged in any order.
Tally tally_of(std::vector<Row>& rows, Random& random) {
  std::vector<size_t> order(rows.size());
  std::iota(order.begin(), order.end(), size_t{0});
  shuffle(order, random);
  std::vector<Tally> tallies;
  for (size_t count = 1 + random.below(4); count != 0; --count) tallies.push_back(make_tally(random));
  for (const size_t index : order) add(tallies[random.below(tallies.size())], rows[index]);
  while (tallies.size() > 1) {
    const size_t into = random.below(tallies.size() - 1);
    tallies[into].merge(std::move(tallies.back()));
    tallies.pop_back();
  }
  return std::move(tallies.front());
}

}  // namespace

TEST_CASE("The tally agrees with a slow counter") {
  for (uint64_t seed = 0; seed < kCorpora; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Maker maker(seed);
    std::vector<Row> rows;
    for (size_t left = random.below(60); left != 0; --left) rows.push_back(maker.row());
    SlowTally slow;
    for (Row& row : rows) slow.add(row.made.view(), row.recipient);
    const Tally tally = tally_of(rows, random);
    for (const bool link : {false, true})
      check_counts(tally.counts({link, 1 + static_cast<unsigned>(random.one_in(50))}), slow.counts(link));
  }
}
