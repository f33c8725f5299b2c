#include "api/flow_counter.h"

#include <algorithm>
#include <bit>

namespace pidun::api {

void FlowCounter::add(const Record& record, std::span<const RecordList::Place> places) {
  if (places.empty()) return;
  uint64_t set = 0;
  for (const RecordList::Place& place : places) {
    set |= kind_bit(place.kind);
    if (place.rule >= by_rule_.size()) by_rule_.resize(place.rule + size_t{1});
    ++by_rule_[place.rule].found;
    by_rule_[place.rule].masked += place.masked;
  }
  ++by_format_[static_cast<size_t>(record.format)];
  for (uint64_t left = set; left != 0; left &= left - 1) ++records_[static_cast<size_t>(std::countr_zero(left))];
  if (set == last_set_) {
    ++last_count_;
    return;
  }
  if (last_count_ != 0) together_.add_together(last_set_, last_count_);
  last_set_ = set;
  last_count_ = 1;
}

void FlowCounter::note_source(std::string_view source) {
  if (sources_ != 0 && last_source_ == source) return;
  ++sources_;
  last_source_ = source;
}

void FlowCounter::merge(const FlowCounter& other) {
  for (size_t i = 0; i < by_format_.size(); ++i) by_format_[i] += other.by_format_[i];
  for (size_t i = 0; i < kKinds; ++i) records_[i] += other.records_[i];
  if (by_rule_.size() < other.by_rule_.size()) by_rule_.resize(other.by_rule_.size());
  for (size_t i = 0; i < other.by_rule_.size(); ++i) {
    by_rule_[i].found += other.by_rule_[i].found;
    by_rule_[i].masked += other.by_rule_[i].masked;
  }
  together_.merge(other.together_);
  if (other.last_count_ != 0) together_.add_together(other.last_set_, other.last_count_);
  sources_ += other.sources_;
}

FlowSigns FlowCounter::signs(const RuleSet& rules) const {
  FlowSigns signs;
  for (size_t i = 0; i < kKinds; ++i)
    if (records_[i] != 0) signs.kinds[static_cast<Kind>(i)].records = records_[i];
  const std::vector<Rule>& list = rules.rules();
  for (size_t i = 0; i < by_rule_.size() && i < list.size(); ++i) {
    const Of& of = by_rule_[i];
    if (of.found > of.masked) signs.add_finding(list[i].kind, list[i].id, false, of.found - of.masked);
    if (of.masked != 0) signs.add_finding(list[i].kind, list[i].id, true, of.masked);
  }
  signs.merge(together_);
  if (last_count_ != 0) signs.add_together(last_set_, last_count_);
  signs.records_by_format = by_format_;
  for (const uint64_t count : by_format_) signs.records += count;
  signs.inputs = sources_;
  return signs;
}

}  // namespace pidun::api
