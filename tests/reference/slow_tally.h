// A slow counter of records, written from counting.md (D1 to D12) alone, with maps and sets and nothing of lib/tally:
// the tally has to agree with it.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tally/counts.h"

namespace pidun::testing {

class SlowTally {
 public:
  // `recipient` "-": only acquired.
  void add(const Record& record, const std::string& recipient) {
    ++sums_.raw;
    sums_.dropped_values += record.dropped_values;
    if (record.outcome == Outcome::invalid) {
      ++sums_.invalid;
      ++sums_.invalid_by_reason[static_cast<size_t>(record.reason)];
      if (record.tier == 50) ++sums_.unlinked.of50;
      if (record.tier == 500) ++sums_.unlinked.of500;
    } else if (record.outcome == Outcome::masked) {
      add_masked(record);
    } else {
      add_valid(record, recipient);
    }
  }

  Counts counts(bool link) const {
    Counts counts = sums_;
    counts.linked = link;
    count_records(counts);
    count_masked(counts);
    count_persons(counts, link);
    counts.duplicates = valid_rows_ - counts.unique.total();
    return counts;
  }

 private:
  using Id = std::pair<uint64_t, uint64_t>;
  using Key = std::pair<Id, uint64_t>;  // identity and event
  struct Facts {
    int weight = 1;
    bool sensitive = false;
    bool fix = false;
    std::set<std::string> recipients;
    std::map<Kind, std::set<uint64_t>> contents;
  };

  static int weight_of(uint16_t tier) { return tier == 50 ? 100 : tier == 500 ? 10 : 1; }
  static void count(TierCounts& tiers, int weight, uint64_t by = 1) {
    (weight == 100 ? tiers.of50 : weight == 10 ? tiers.of500 : tiers.of5000) += by;
  }
  static Id id_of(const Print& print) { return {print.high, print.low}; }

  void add_masked(const Record& record) {
    ++sums_.masked.rows;
    count(sums_.masked.by_tier, weight_of(record.tier));
    const MaskedClass& of = record.masked_class;
    int& weight = masked_[{of.kind, of.prefix, of.suffix}][id_of(record.visible)];
    weight = std::max(weight, weight_of(record.tier));
  }

  void add_valid(const Record& record, const std::string& recipient) {
    ++valid_rows_;
    for (size_t bit = 0; bit < kRecordTriggers; ++bit)
      if ((record.triggers >> bit & 1) != 0) ++sums_.triggers[bit];
    Facts& facts = records_[{id_of(record.identity), record.event}];
    facts.weight = std::max(facts.weight, weight_of(record.tier));
    facts.sensitive |= record.sensitive;
    facts.fix |= record.fix;
    if (recipient != "-") facts.recipients.insert(recipient);
    for (const ContentPrint& content : record.contents) facts.contents[content.kind].insert(content.print);
    if (record.has_bare) named_[id_of(record.bare)].insert(record.event);
    for (const LinkPrint& link : record.links)
      (link.by_itself ? alone_[id_of(link.value)] : with_name_[id_of(link.value)])
          .insert({link.by_itself ? 0 : link.name, id_of(record.identity)});
  }

  // A nameless record without an event is absorbed by any named one, one with an event by a named one of that event.
  bool is_absorbed(const Key& key) const {
    const auto named = named_.find(key.first);
    return named != named_.end() && (key.second == 0 || named->second.count(key.second) != 0);
  }

  static uint64_t pairs_of(const Facts& facts) { return std::max<uint64_t>(1, facts.recipients.size()); }

  void count_records(Counts& counts) const {
    std::set<std::string> recipients;
    for (const auto& [key, facts] : records_) {
      if (is_absorbed(key)) continue;
      count(counts.unique, facts.weight);
      count(counts.counted, facts.weight, pairs_of(facts));
      recipients.insert(facts.recipients.begin(), facts.recipients.end());
      size_t most = 1;
      for (const auto& [kind, values] : facts.contents) most = std::max(most, values.size());
      counts.content_changed += most;
      counts.fixes += facts.fix;
    }
    counts.recipients = recipients.size();
  }

  void count_masked(Counts& counts) const {
    for (const auto& [of, strings] : masked_) {
      TierCounts tiers;
      for (const auto& [string, weight] : strings) count(tiers, weight);
      counts.masked.lower = std::max(counts.masked.lower, tiers.total());
      counts.masked.lower_weighted = std::max(counts.masked.lower_weighted, tiers.weighted());
    }
  }

  // Identities that are one person have the same label in the end: labels are spread until nothing changes.
  std::map<Id, Id> persons() const {
    std::vector<std::set<Id>> same;
    for (const auto& [value, holders] : alone_) {
      same.emplace_back();
      for (const auto& [name, id] : holders) same.back().insert(id);
    }
    for (const auto& [value, holders] : with_name_) {
      std::map<uint64_t, std::set<Id>> by_name;
      std::set<Id> all;
      for (const auto& [name, id] : holders) {
        by_name[name].insert(id);
        all.insert(id);
      }
      if (by_name.size() - by_name.count(0) <= 1) same.push_back(all);
      for (const auto& [name, ids] : by_name)
        if (name != 0) same.push_back(ids);
    }
    std::map<Id, Id> label;
    for (const auto& [key, facts] : records_) label[key.first] = key.first;
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& ids : same) {
        Id least = label[*ids.begin()];
        for (const Id& id : ids) least = std::min(least, label[id]);
        for (const Id& id : ids) changed |= std::exchange(label[id], least) != least;
      }
    }
    return label;
  }

  void count_persons(Counts& counts, bool link) const {
    const auto label = persons();
    std::set<Id> all;
    std::set<Id> sensitive;
    std::map<Key, Facts> merged;
    uint64_t unique = 0;
    for (const auto& [key, facts] : records_) {
      if (is_absorbed(key)) continue;
      const Id person = label.at(key.first);
      all.insert(person);
      if (facts.sensitive) sensitive.insert(person);
      Facts& into = merged[{person, key.second}];
      into.weight = std::max(into.weight, facts.weight);
      into.recipients.insert(facts.recipients.begin(), facts.recipients.end());
      ++unique;
    }
    counts.persons = all.size();
    counts.sensitive_persons = sensitive.size();
    if (!link) return;
    counts.merged_records = unique - merged.size();
    for (const auto& [key, facts] : merged) count(counts.counted_linked, facts.weight, pairs_of(facts));
  }

  Counts sums_;
  uint64_t valid_rows_ = 0;
  std::map<Key, Facts> records_;
  std::map<Id, std::set<uint64_t>> named_;
  std::map<Id, std::set<std::pair<uint64_t, Id>>> alone_;
  std::map<Id, std::set<std::pair<uint64_t, Id>>> with_name_;
  std::map<std::tuple<Kind, uint8_t, uint8_t>, std::map<Id, int>> masked_;
};

}  // namespace pidun::testing
