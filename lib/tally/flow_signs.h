// What a flow looks like, for comparing it with the published cases: which kinds stand in how many records and which of
// them together, what is masked, which fields were told by which rule, in which formats. Holds nothing of the values.
// Sums only, so that parts of a flow merge in any order to the same signs.
// Example: of 60 rows with a masked name and mobile number, records is 60 and kinds[mobile_number] is {60, 60, 60}.
// Tested in tests/unit/tally/flow_signs_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "rules/kinds.h"
#include "structure/structure.h"
#include "tally/counts.h"

namespace pidun {

struct KindSigns {
  uint64_t records = 0;   // that hold it
  uint64_t findings = 0;  // of these values …
  uint64_t masked = 0;    // … so many were masked
  friend bool operator==(const KindSigns&, const KindSigns&) = default;
};

struct FlowSigns {
  static constexpr size_t kFormats = static_cast<size_t>(Format::html) + 1;
  // Of more sorts of records than these, those with the smallest masks are kept: the same ones, in whatever order.
  static constexpr size_t kMostTogether = 4096;

  uint64_t records = 0;  // rows with personal information, valid, masked or invalid
  std::map<Kind, KindSigns> kinds;
  std::map<std::string, uint64_t, std::less<>> fields;  // findings by the id of the rule that told them
  std::map<uint64_t, uint64_t> together;                // records by the set of built-in kinds in them: bit = number
  std::array<uint64_t, kFormats> records_by_format{};
  uint64_t inputs = 0;  // files, tables or bodies with at least one record

  // From the tally.
  uint64_t shared = 0;  // records of people of whom there is more than one: duplicates, and other records of a person
  uint64_t recipients = 0;
  uint64_t pictures = 0;
  uint64_t positions = 0;

  // One record, with the kinds of all its fields, each once.
  void add_record(std::span<const Kind> record_kinds, Format format);
  void add_finding(Kind kind, std::string_view rule, bool masked, uint64_t times = 1);
  void add_together(uint64_t set, uint64_t times);
  void add_counts(const Counts& counts);
  void merge(const FlowSigns& other);

  // Records that hold every one of these kinds (bits of `together`).
  uint64_t records_with(uint64_t kind_bits) const;
  friend bool operator==(const FlowSigns&, const FlowSigns&) = default;
};

// 0 of a custom kind, which no set holds.
constexpr uint64_t kind_bit(Kind kind) {
  const auto number = static_cast<uint16_t>(kind);
  return number < 64 ? uint64_t{1} << number : 0;
}

}  // namespace pidun
