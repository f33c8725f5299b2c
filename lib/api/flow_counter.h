// The signs of a flow, counted record by record without a lookup by name: see tally/flow_signs.h.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "record/record_list.h"
#include "rules/rule_set.h"
#include "tally/flow_signs.h"

namespace pidun::api {

class FlowCounter {
 public:
  void add(const Record& record, std::span<const RecordList::Place> places);
  // A record of this source was added.
  void note_source(std::string_view source);
  void merge(const FlowCounter& other);
  FlowSigns signs(const RuleSet& rules) const;

 private:
  struct Of {
    uint64_t found = 0, masked = 0;
  };
  static constexpr size_t kKinds = 64;

  std::array<uint64_t, FlowSigns::kFormats> by_format_{};
  std::array<uint64_t, kKinds> records_{};  // with each kind
  std::vector<Of> by_rule_;                 // findings
  FlowSigns together_;                      // only that: records by their set of kinds
  uint64_t last_set_ = 0, last_count_ = 0;  // of records with one set behind each other
  std::string last_source_;
  uint64_t sources_ = 0;
};

}  // namespace pidun::api
