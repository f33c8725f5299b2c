// Random records for the tally: few values of each sort, so that they meet in all ways.
#pragma once

#include <string>
#include <utility>

#include "support/made_records.h"
#include "support/random.h"

namespace pidun::testing {

inline constexpr uint16_t kTiers[] = {50, 500, 5000};
inline const std::string kRecipients[] = {"-", "R1", "R2", "R3"};

struct Row {
  MadeRecord made;
  std::string recipient;
};

// Few values of each sort, so that they meet.
class RowMaker {
 public:
  explicit RowMaker(uint64_t seed) : random_(seed), wide_(2 + random_.below(6)) {}

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

}  // namespace pidun::testing
