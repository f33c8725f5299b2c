#include "leak/truth.h"

#include <algorithm>
#include <bit>
#include <set>
#include <vector>

namespace leak {
namespace {

constexpr unsigned kTiers[] = {50, 500, 5000};

std::string by_tier_json(const std::map<unsigned, uint64_t>& counts) {
  std::string out;
  for (const unsigned tier : kTiers) {
    const auto found = counts.find(tier);
    out += (out.empty() ? "{\"" : ",\"") + std::to_string(tier) +
           "\":" + std::to_string(found == counts.end() ? 0 : found->second);
  }
  return out + '}';
}

class SetTruth final : public Truth {
 public:
  void add(const Fact& fact, unsigned recipient) override {
    sums_.add(fact);
    if (fact.outcome == Outcome::masked) masks_[fact.mask].insert(fact.seen);
    if (fact.outcome != Outcome::valid) return;
    Record& record = records_[{fact.record, fact.event}];
    record.tier = std::min(record.tier, fact.tier);
    record.recipients.insert(recipient);
    record.contents.insert(fact.contents.begin(), fact.contents.end());
    record.nameless = fact.nameless;
    record.number = fact.number;
    record.fix = fact.fix;
    if (!fact.nameless && fact.number != 0) named_.insert({fact.number, fact.event});
    persons_.try_emplace(fact.person, fact.person);
    if (fact.also != 0) {
      persons_.try_emplace(fact.also, fact.also);
      persons_[top(fact.also)] = top(fact.person);
    }
    if (fact.sensitive) sensitive_.insert(fact.person);
  }

  Sums sums() override {
    Sums out = sums_;
    std::set<unsigned> recipients;
    for (const auto& [key, record] : records_) {
      recipients.insert(record.recipients.begin(), record.recipients.end());
      if (record.nameless && named_.count({record.number, key.second}) != 0) continue;
      ++out.unique;
      out.fixes += record.fix;
      out.counted += record.recipients.size();
      out.by_tier[record.tier] += record.recipients.size();
      std::map<Column, uint64_t> kinds;
      for (const auto& [column, value] : record.contents) ++kinds[column];
      uint64_t most = 1;  // what identifies it has one value
      for (const auto& [column, count] : kinds) most = std::max(most, count);
      out.changed += most;
    }
    for (const auto& [mask, seen] : masks_) out.masked_lower = std::max<uint64_t>(out.masked_lower, seen.size());
    out.recipients = recipients.size();
    for (const auto& [person, above] : persons_) out.persons += person == above;
    std::set<uint64_t> sensitive;
    for (const uint64_t person : sensitive_) sensitive.insert(top(person));
    out.sensitive_persons = sensitive.size();
    return out;
  }

 private:
  struct Record {
    unsigned tier = 5000;
    bool nameless = false, fix = false;
    uint64_t number = 0;
    std::set<unsigned> recipients;
    std::set<std::pair<Column, uint64_t>> contents;
  };
  Sums sums_;
  std::map<std::pair<uint64_t, uint64_t>, Record> records_;
  std::set<std::pair<uint64_t, uint64_t>> named_;
  // The one that stands for all that are one with it.
  uint64_t top(uint64_t person) const {
    for (uint64_t above = persons_.at(person); above != person; above = persons_.at(person)) person = above;
    return person;
  }

  std::map<uint64_t, uint64_t> persons_;  // and who is above each
  std::set<uint64_t> sensitive_;
  std::map<unsigned, std::set<std::string>> masks_;
};

class PersonTruth final : public Truth {
 public:
  void add(const Fact& fact, unsigned) override {
    sums_.add(fact);
    if (fact.outcome != Outcome::valid) return;
    if (fact.record >= numbers_.size()) numbers_.resize(fact.record + fact.record / 2 + 1);
    uint8_t& numbers = numbers_[fact.record];
    if (numbers == 0) ++sums_.unique;
    for (const auto& [column, value] : fact.contents)
      if (column == Column::mobile) numbers |= static_cast<uint8_t>(1u << value);
    tier_ = fact.tier;
  }
  Sums sums() override {
    Sums out = sums_;
    out.counted = out.persons = out.sensitive_persons = out.by_tier[tier_] = out.unique;
    out.recipients = out.unique != 0;
    for (const uint8_t numbers : numbers_) out.changed += static_cast<uint64_t>(std::popcount(numbers));
    return out;
  }

 private:
  Sums sums_;
  std::vector<uint8_t> numbers_;  // bits: which of a person's mobile numbers were seen; 0 is nobody
  unsigned tier_ = 5000;
};

}  // namespace

void Sums::add(const Fact& fact) {
  if (fact.outcome == Outcome::nothing) return;
  ++raw;
  dropped += fact.dropped;
  valid += fact.outcome == Outcome::valid;
  masked += fact.outcome == Outcome::masked;
  if (fact.outcome != Outcome::invalid) return;
  ++invalid;
  ++by_reason[fact.reason];
  if (fact.unlinked != 0) ++unlinked[fact.unlinked];
}

std::string Sums::json() const {
  std::string out = "{";
  const auto number = [&](const char* key, uint64_t value) {
    out += std::string(out.size() > 1 ? "," : "") + '"' + key + "\":" + std::to_string(value);
  };
  number("raw_records", raw);
  number("invalid", invalid);
  std::string reasons;
  for (const auto& [reason, count] : by_reason)
    reasons += (reasons.empty() ? "\"" : ",\"") + reason + "\":" + std::to_string(count);
  out += ",\"invalid_by_reason\":{" + reasons + "}";
  number("dropped_values", dropped);
  out += ",\"unlinked\":" + by_tier_json(unlinked);
  number("duplicates", valid - unique);
  number("unique_records", unique);
  number("counted_records", counted);
  out += ",\"masked\":{\"rows\":" + std::to_string(masked) + ",\"lower\":" + std::to_string(masked_lower) +
         ",\"upper\":" + std::to_string(masked) + "}";
  number("persons", persons);
  number("sensitive_persons", sensitive_persons);
  number("recipients", recipients);
  out += ",\"by_tier\":" + by_tier_json(by_tier);
  number("content_changed", changed);
  number("fixes", fixes);
  return out + "}";
}

std::unique_ptr<Truth> make_set_truth() { return std::make_unique<SetTruth>(); }
std::unique_ptr<Truth> make_person_truth() { return std::make_unique<PersonTruth>(); }

}  // namespace leak
