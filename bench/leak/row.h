// A row as the mixes make it: cells by column, and what a count should say of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace leak {

enum class Column : uint8_t {
  name,
  id,
  mobile,
  address,
  plate,
  diagnosis,
  paid_at,
  amount,
  order,
  time,
  latitude,
  longitude,
  spouse_name,
  spouse_id,
  contact_name,
  contact_mobile,
  remark
};
inline constexpr size_t kColumns = 17;

enum class Outcome : uint8_t { nothing, valid, masked, invalid };

// What one record of a row is, as the one who made the row knows it.
struct Fact {
  Outcome outcome = Outcome::nothing;
  const char* reason = "";  // of an invalid one
  unsigned tier = 5000;
  unsigned unlinked = 0;  // tier of what an invalid row tells of nobody
  unsigned dropped = 0;
  // valid
  uint64_t record = 0;     // the same for the same identity
  uint64_t event = 0;      // 0: none
  uint64_t person = 0;     // who, by the value that tells: those of one number are one person
  uint64_t also = 0;       // the same by another value, and so these two are one; 0: none
  bool sensitive = false;  // an ID number, health, a position
  bool fix = false;
  bool nameless = false;  // absorbed by a record of the same mobile number that has a name
  uint64_t number = 0;    // of a record by mobile number: which; else 0
  // What is no part of the identity: column and value. Diagnoses and addresses differ by `value`.
  std::vector<std::pair<Column, uint64_t>> contents;
  // masked
  unsigned mask = 0;  // which pattern
  std::string seen;   // what can be seen
};

struct Order {
  std::string number, paid_at, amount;
};

struct Row {
  std::array<std::string, kColumns> cells;
  std::vector<Order> orders;  // in JSON, where they stand inside; else the cells have the only one
  bool header = false;        // the header again
  unsigned recipient = 0;
  std::vector<Fact> facts;

  std::string& operator[](Column column) { return cells[static_cast<size_t>(column)]; }
  const std::string& operator[](Column column) const { return cells[static_cast<size_t>(column)]; }
  void clear() {
    for (std::string& cell : cells) cell.clear();
    orders.clear();
    header = false;
    facts.clear();
  }
};

}  // namespace leak
