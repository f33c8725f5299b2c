#include "tally/flow_signs.h"

#include <iterator>

#include "base/saturating.h"

namespace pidun {
namespace {

// Counts stay at the largest value.
void add_to(uint64_t& sum, uint64_t more) { sum = add_up(sum, more); }

}  // namespace

void FlowSigns::add_record(std::span<const Kind> record_kinds, Format format) {
  if (record_kinds.empty()) return;
  uint64_t set = 0;
  for (const Kind kind : record_kinds) {
    add_to(kinds[kind].records, 1);
    set |= kind_bit(kind);
  }
  add_to(records, 1);
  add_to(records_by_format[static_cast<size_t>(format)], 1);
  add_together(set, 1);
}

// A set that is dropped for its size does not come back: those that are kept only get smaller.
void FlowSigns::add_together(uint64_t set, uint64_t times) {
  add_to(together[set], times);
  if (together.size() > kMostTogether) together.erase(std::prev(together.end()));
}

void FlowSigns::add_finding(Kind kind, std::string_view rule, bool masked, uint64_t times) {
  KindSigns& signs = kinds[kind];
  add_to(signs.findings, times);
  if (masked) add_to(signs.masked, times);
  const auto known = fields.find(rule);
  add_to(known != fields.end() ? known->second : fields[std::string(rule)], times);
}

void FlowSigns::add_counts(const Counts& counts) {
  const uint64_t unique = add_up(add_up(counts.unique.of50, counts.unique.of500), counts.unique.of5000);
  add_to(shared, add_up(counts.duplicates, unique > counts.persons ? unique - counts.persons : 0));
  add_to(recipients, counts.recipients);
  add_to(pictures, std::max(counts.images.seen, counts.images.camera));
  add_to(positions, std::max(counts.fixes, counts.triggers[0]));
}

void FlowSigns::merge(const FlowSigns& other) {
  add_to(records, other.records);
  for (const auto& [kind, signs] : other.kinds) {
    KindSigns& to = kinds[kind];
    add_to(to.records, signs.records);
    add_to(to.findings, signs.findings);
    add_to(to.masked, signs.masked);
  }
  for (const auto& [rule, count] : other.fields) add_to(fields[rule], count);
  for (const auto& [set, count] : other.together) add_together(set, count);
  for (size_t i = 0; i < kFormats; ++i) add_to(records_by_format[i], other.records_by_format[i]);
  add_to(inputs, other.inputs);
  add_to(shared, other.shared);
  add_to(recipients, other.recipients);
  add_to(pictures, other.pictures);
  add_to(positions, other.positions);
}

uint64_t FlowSigns::records_with(uint64_t kind_bits) const {
  uint64_t count = 0;
  for (const auto& [set, records_of_set] : together)
    if ((set & kind_bits) == kind_bits) add_to(count, records_of_set);
  return count;
}

}  // namespace pidun
