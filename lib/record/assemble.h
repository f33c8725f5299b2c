// From the fields of one candidate – a row, an object, a message – to its records: one a person and event (D3 to D9).
//
// Example: of a row with the fields of two people, each with an ID number, two records; of one with only a failed ID
// number, an invalid record with the reason `checksum`.
// Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "record/glance.h"
#include "record/identity.h"
#include "record/raises.h"
#include "record/record_list.h"

namespace pidun {

// How many fields a candidate may have: more are counted as another (`record_limit`).
inline constexpr size_t kMostRecordFields = 10000;

class Assembler {
 public:
  // `subject` is whose the positions are that have no subject of their own; none if nobody said.
  Assembler(const std::vector<RuleTrait>& traits, RaiseOptions options, const Identity& subject = {})
      : traits_(&traits), options_(options), subject_(subject) {}

  // Appends the records of the candidate, which has at least one field.
  void add(std::span<const Field> fields, RecordList& out);
  // Whether the fields identify somebody, or would but for their masks.
  static bool is_identified(std::span<const Field> fields);
  // Whether they tell of an event that is a record of its own under its person: an order, a stay, a position.
  static bool is_event(std::span<const Field> fields);
  // A row that says the header again.
  static void add_header(Span row, RecordList& out);

 private:
  void split_by_role(std::span<const Field> fields);
  void add_group(std::span<const Field> fields, RecordList& out) { add_group(fields, glance_at(fields), out); }
  void add_group(std::span<const Field> fields, const Glance& glance, RecordList& out);
  void add_split(std::span<const Field> fields, RecordList& out);
  static void add_valid(std::span<const Field> fields, const Glance& glance, const Identity& identity, Record& record,
                        RecordList& out);
  static void add_faces(std::span<const Field> fields, const Record& record, RecordList& out);
  static void add_contents(std::span<const Field> fields, const Identity& identity, RecordList& out);
  Print join_of(std::span<const Field> fields, const Glance& glance) const;
  bool add_fixes(std::span<const Field> fields, const Glance& glance, RecordList& out);

  const std::vector<RuleTrait>* traits_;
  RaiseOptions options_;
  Identity subject_;
  bool of_several_ = false;  // what is at hand is of several people: nothing joins it
  std::vector<Field> own_, others_, group_;
};

}  // namespace pidun
