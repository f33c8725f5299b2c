// Which rows belong to whom once a value joins them, and what tier fields of different rows give together, written from
// counting.md (D4, D6) and the header of join_rows.h with maps alone: rows are rewritten as if they had said so
// themselves. The tally has to agree with the slow counter of those.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "property/made_rows.h"
#include "record/raises.h"
#include "tally/counts.h"

namespace pidun::testing {

using SlowId = std::pair<uint64_t, uint64_t>;
inline SlowId id_of(const Print& print) { return {print.high, print.low}; }

class SlowJoin {
 public:
  explicit SlowJoin(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      const Record& record = row.made.record;
      if (record.outcome != Outcome::valid || record.join == Print{}) continue;
      holders_[id_of(record.join)][record.join_rank].insert(id_of(record.identity));
    }
    for (const auto& [value, by_rank] : holders_) {
      if (by_rank.begin()->first == kWeakRank || by_rank.count(kWeakRank) == 0) continue;
      for (const SlowId& weak : by_rank.at(kWeakRank)) targets_[weak].insert(owner_of(value));
    }
  }

  std::vector<Row> rewritten(std::vector<Row> rows, Counts::Join& sums) const {
    std::set<SlowId> values, ambiguous;
    for (Row& row : rows) {
      Record& record = row.made.record;
      if (record.outcome == Outcome::valid) give(record, moved(id_of(record.identity)));
      if (record.outcome != Outcome::invalid || record.join == Print{}) continue;
      const SlowId value = id_of(record.join), owner = owner_of(value);
      if (owner == SlowId{}) {
        if (holders_.count(value) == 0) continue;
        ambiguous.insert(value);
        ++sums.ambiguous_rows;
        continue;
      }
      values.insert(value);
      ++sums.rows;
      record.outcome = Outcome::valid;
      give(record, moved(owner));
      record.tier = record.joined_tier;
      record.triggers = record.joined_triggers;
      record.dropped_values += record.joined_dropped;
    }
    sums.values = values.size();
    sums.ambiguous_values = ambiguous.size();
    return rows;
  }

 private:
  static void give(Record& record, const SlowId& id) { record.identity = {id.first, id.second}; }

  SlowId owner_of(const SlowId& value) const {
    const auto found = holders_.find(value);
    if (found == holders_.end() || found->second.begin()->second.size() != 1) return {};
    return *found->second.begin()->second.begin();
  }
  SlowId moved(const SlowId& id) const {
    const auto found = targets_.find(id);
    const bool moves = found != targets_.end() && found->second.size() == 1 && *found->second.begin() != SlowId{};
    return moves ? *found->second.begin() : id;
  }

  std::map<SlowId, std::map<uint8_t, std::set<SlowId>>> holders_;  // of each value, by rank
  std::map<SlowId, std::set<SlowId>> targets_;                     // of weak identities
};

// Each valid row in the tier that all rows of its identity and event give together.
inline std::vector<Row> with_merged_fields(std::vector<Row> rows) {
  std::map<std::pair<SlowId, uint64_t>, uint64_t> signs;
  for (const Row& row : rows)
    if (row.made.record.outcome == Outcome::valid)
      signs[{id_of(row.made.record.identity), row.made.record.event}] |= row.made.record.signs;
  for (Row& row : rows) {
    Record& record = row.made.record;
    if (record.outcome != Outcome::valid) continue;
    const SlowId id = id_of(record.identity);
    const uint16_t raised = raised_by_signs(signs[{id, 0}] | signs[{id, record.event}]);
    if (raised != 0) record.tier = graver(record.tier, raised);
  }
  return rows;
}

}  // namespace pidun::testing
