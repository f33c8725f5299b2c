// Where the rows of a tally lie: in memory, compacted, spilled, or taken over from another tally.
#include "tally/partition_reader.h"
#include "tally/tally.h"

namespace pidun {
namespace {

constexpr size_t kPartitions = PartitionLog::kPartitions;
// As many partitions are spilled at a time: what stays in memory at the end need not be written.
constexpr size_t kAtOnce = kPartitions / 4;
// Of these, so many are made compact first to see whether it pays, that is, what share of their rows stays.
constexpr size_t kProbes = 4;
constexpr double kWorthwhile = 0.6;

}  // namespace

template <class Layout>
void Tally::compact(PartitionLog& log, size_t partition) {
  WordBuffer buffer;
  log.load_memory(partition, buffer);
  log.forget_memory(partition);
  RowTable<Layout> table;
  table.build(buffer.words());
  Compactor().write(table, [&](size_t words) { return log.room(partition, words); });
}

bool Tally::compaction_pays() {
  size_t before = 0;
  size_t after = 0;
  for (size_t probe = 0; probe < kProbes; ++probe) {
    const size_t partition = to_spill_ + probe * kAtOnce / kProbes;
    before += facts_.memory_words(partition) + links_.memory_words(partition);
    compact<GroupLayout>(facts_, partition);
    compact<LinkLayout>(links_, partition);
    after += facts_.memory_words(partition) + links_.memory_words(partition);
  }
  return static_cast<double>(after) < kWorthwhile * static_cast<double>(before);
}

void Tally::relieve() {
  if (compaction_pays()) {
    for (size_t partition = 0; partition < kPartitions; ++partition) {
      compact<GroupLayout>(facts_, partition);
      compact<LinkLayout>(links_, partition);
    }
    if (memory() < storage_.memory_cap - storage_.memory_cap / 4) return;
  }
  if (spill_ == nullptr) spill_ = std::make_shared<SpillFile>(storage_.spill_folder);
  do {
    facts_.spill(spill_, to_spill_, to_spill_ + kAtOnce);
    links_.spill(spill_, to_spill_, to_spill_ + kAtOnce);
    to_spill_ = (to_spill_ + kAtOnce) % kPartitions;
  } while (memory() > storage_.memory_cap);
}

void Tally::require_same_values(const Tally& other) const {
  if (key_id_ != other.key_id_) throw TallyError(TallyFault::mismatch, "the tallies have different keys");
  if (canonical_version_ != other.canonical_version_)
    throw TallyError(TallyFault::mismatch, "the tallies were made by versions that write values differently");
}

void Tally::require_same_making(const Tally& other) const {
  require_same_values(other);
  const bool same = joins_ == other.joins_ && merge_fields_ == other.merge_fields_;
  if (!same && !is_empty() && !other.is_empty())
    throw TallyError(TallyFault::mismatch, "one of the tallies joins rows or merges fields, the other does not");
  if (sample_.seed() != other.sample_.seed())
    throw TallyError(TallyFault::mismatch, "the tallies have different seeds");
}

// What our numbers of the other's recipients are.
RecipientMap Tally::numbers_of(const std::vector<Print>& recipients) {
  RecipientMap map(1, 0);
  for (const Print& recipient : recipients) map.push_back(static_cast<uint16_t>(number_of(recipient)));
  return map;
}

// What holds nothing was made in any way.
void Tally::take_making(const Tally& other) {
  if (!is_empty()) return;
  joins_ = other.joins_;
  merge_fields_ = other.merge_fields_;
}

void Tally::merge_heads(Tally& other) {
  take_making(other);
  too_many_recipients_ = too_many_recipients_ || other.too_many_recipients_;
  sums_.add(other.sums_);
  rules_hashes_.merge(other.rules_hashes_);
  sample_.merge(std::move(other.sample_));
  signs_.merge(other.signs_);
}

void Tally::merge(Tally&& other) {
  require_same_making(other);
  RecipientMap map = numbers_of(other.recipients_);
  bool same = true;
  for (size_t number = 0; number < map.size(); ++number) same = same && map[number] == number;
  const auto shared = same ? nullptr : std::make_shared<RecipientMap>(std::move(map));
  facts_.splice(std::move(other.facts_), shared);
  links_.splice(std::move(other.links_), nullptr);
  merge_heads(other);
  if (memory() > storage_.memory_cap) relieve();
}

}  // namespace pidun
