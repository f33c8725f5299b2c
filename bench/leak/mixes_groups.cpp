// Rows of several people or events, tables that share people, and people whom nothing strong identifies.
#include <array>

#include "leak/mixes.h"

namespace leak {
namespace {

constexpr std::array kDiagnoses = {"高血压", "2型糖尿病", "慢性胃炎", "支气管哮喘"};

std::string two(uint64_t number) { return std::to_string(100 + number % 100).substr(1); }

}  // namespace

// A spouse by ID number or only by name, a contact by name and mobile number, a diagnosis of the row's own person.
void Mixer::families(Row& row) {
  const uint64_t person = somebody(3);
  const auto other = [&](uint64_t than) {
    const uint64_t found = somebody(3);
    return found == than ? found + 1 : found;
  };
  values_.name(person, row[Column::name]);
  values_.id(person, row[Column::id]);
  values_.mobile(person, 0, row[Column::mobile]);
  Fact& own = by_id(person, row);
  own.also = 2 * person + 1;
  own.contents.emplace_back(Column::mobile, 0);
  if (chance(2) == 0) {
    const uint64_t diagnosis = chance(kDiagnoses.size());
    row[Column::diagnosis] = kDiagnoses[diagnosis];
    own.tier = 500;
    own.contents.emplace_back(Column::diagnosis, diagnosis);
  }
  if (chance(2) == 0) {
    const uint64_t spouse = other(person);
    values_.name(spouse, row[Column::spouse_name]);
    if (chance(3) != 0) {
      values_.id(spouse, row[Column::spouse_id]);
      by_id(spouse, row).contents.emplace_back(Column::name, 0);
    }
  }
  if (chance(3) == 0) {
    const uint64_t contact = other(person);
    values_.name(contact, row[Column::contact_name]);
    values_.mobile(contact, 0, row[Column::contact_mobile]);
    by_mobile(contact, true, row);
  }
}

Order Mixer::order_of(uint64_t person, uint64_t event) const {
  const uint64_t hash = hash_of(person, event);
  return {
      "DD2026" + std::to_string(10000000 + hash % 90000000),
      "2026-01-" + two(1 + event) + " " + two(8 + hash % 12) + ":" + two(hash / 16 % 60) + ":" + two(hash / 1024 % 60),
      std::to_string(10 + hash / 65536 % 900) + "." + two(hash % 100)};
}

void Mixer::events(Row& row) {
  const uint64_t person = somebody(4), event = chance(5);
  values_.name(person, row[Column::name]);
  values_.id(person, row[Column::id]);
  Fact& fact = by_id(person, row);
  fact.contents.emplace_back(Column::name, 0);
  if (event == 0) return;
  const Order order = order_of(person, event);
  row[Column::order] = order.number;
  row[Column::paid_at] = order.paid_at;
  row[Column::amount] = order.amount;
  fact.event = event;
  fact.tier = 500;
}

void Mixer::orders(Row& row) {
  const uint64_t person = somebody(3), first = 1 + chance(4), count = chance(4);
  values_.name(person, row[Column::name]);
  values_.id(person, row[Column::id]);
  for (uint64_t event = first; event < first + count; ++event) {
    row.orders.push_back(order_of(person, event));
    Fact& fact = by_id(person, row);
    fact.contents.emplace_back(Column::name, 0);
    fact.event = event;
    fact.tier = 500;
  }
  if (count == 0) by_id(person, row).contents.emplace_back(Column::name, 0);
}

void Mixer::positions(Row& row) {
  const uint64_t kind = chance(12), person = somebody(6), north = chance(3), east = chance(3), day = chance(3);
  const uint64_t within = chance(4);
  if (kind != 0) {
    values_.name(person, row[Column::name]);
    values_.mobile(person, 0, row[Column::mobile]);
  }
  if (kind == 1) {
    by_mobile(person, true, row);
    return;
  }
  row[Column::time] = "2026-01-" + two(1 + day) + " " + two(8 + chance(12)) + ":30:00";
  row[Column::latitude] = "31.20" + std::to_string(north) + std::to_string(2 + within);
  row[Column::longitude] = "121.45" + std::to_string(east) + std::to_string(3 + within);
  if (kind == 0) {
    Fact& fact = row.facts.emplace_back();
    fact.outcome = Outcome::invalid;
    fact.reason = "no_identity";
    fact.unlinked = 50;
    return;
  }
  Fact& fact = by_mobile(person, true, row);
  fact.fix = fact.sensitive = true;
  fact.tier = 50;
  fact.event = 1 + north + 3 * east + 9 * day;
}

void Mixer::tables(Row& row, unsigned table) {
  const uint64_t person = somebody(6);
  if (table < 2) values_.name(person, row[Column::name]);
  if (table != 2) values_.mobile(person, 0, row[Column::mobile]);
  if (table == 2) values_.address(person, row[Column::address]);
  if (table == 1 || table == 3) {
    by_mobile(person, table == 1, row);
    return;
  }
  values_.id(person, row[Column::id]);
  Fact& fact = by_id(person, row);
  fact.contents.emplace_back(table == 2 ? Column::address : Column::mobile, 0);
  if (table == 0) fact.also = 2 * person + 1;
}

void Mixer::weak(Row& row) {
  const uint64_t person = somebody(2), kind = chance(5);
  values_.name(person, row[Column::name]);
  Fact& fact = row.facts.emplace_back();
  if (kind == 0) {
    fact.outcome = Outcome::invalid;
    fact.reason = "no_identity";
    return;
  }
  if (kind != 1) values_.address(person, row[Column::address]);
  if (kind < 3) values_.plate(person, row[Column::plate]);
  const uint64_t which = kind < 3 ? kind : 3;  // of the sets of values
  fact.outcome = Outcome::valid;
  fact.record = person | which << 60;
  fact.person = person * 4 + which;
  fact.contents.emplace_back(Column::address, 0);
}

}  // namespace leak
