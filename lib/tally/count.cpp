// What a tally comes to. First the links, then the groups: a record's person is known when it is counted.
#include <algorithm>
#include <deque>
#include <tuple>

#include "tally/for_partitions.h"
#include "tally/group_counter.h"
#include "tally/join_rows.h"
#include "tally/link_reader.h"
#include "tally/partition_reader.h"
#include "tally/tally.h"

namespace pidun {
namespace {

// Persons, when those that links join are one each (D11).
void add_linked_persons(const Components& components, const std::vector<uint8_t>& nodes, Counts& counts) {
  std::vector<uint8_t> roots(components.size(), 0);
  for (uint32_t index = 0; index < components.size(); ++index) roots[components.root(index)] |= nodes[index];
  for (const uint8_t flags : roots) {
    if ((flags & kCountedNode) != 0) ++counts.persons;
    if ((flags & kSensitiveNode) != 0) ++counts.sensitive_persons;
  }
}

// Counted records when those of one component and event are one: distinct recipients, at least 1. Returns how many
// records that are.
uint64_t count_merged(std::vector<LinkedRecord>& records, TierCounts& counted) {
  std::sort(records.begin(), records.end(), [](const LinkedRecord& a, const LinkedRecord& b) {
    return std::tuple(a.component, a.event, a.recipient()) < std::tuple(b.component, b.event, b.recipient());
  });
  uint64_t merged = 0;
  for (size_t at = 0; at < records.size();) {
    uint64_t flags = 0;
    uint64_t given = 0;
    uint32_t recipient = 0;
    const LinkedRecord& first = records[at];
    for (; at < records.size() && records[at].component == first.component && records[at].event == first.event; ++at) {
      flags |= records[at].flags & kRecordFlags;
      if (records[at].recipient() != recipient) ++given;
      recipient = records[at].recipient();
    }
    tier_of(counted, flags) += std::max<uint64_t>(1, given);
    ++merged;
  }
  return merged;
}

// The groups after rows were joined: those that went are not counted where they were.
void count_joined(const PartitionLog& facts_log, const Joined& joined, std::deque<FactReader>& readers,
                  unsigned threads, std::vector<GroupCounter>& counters) {
  const std::array parts{LogPart{&facts_log}, LogPart{&joined.moved}, LogPart{&joined.moved_again}};
  for_partitions(threads, [&](size_t partition, unsigned worker) {
    const auto gone = joined.gone_of(partition);
    const auto stays = [&](const uint64_t* print) {
      return !std::binary_search(gone.begin(), gone.end(), std::array{print[0], print[1]});
    };
    GroupCounter& counter = counters[worker];
    readers[worker].each(
        parts, partition,
        [&](const uint64_t* print, std::span<const Item> items) {
          if (stays(print)) counter.add(print, items);
        },
        [&](const uint64_t* row) { return !stays(row) || counter.add_plain(row); });
  });
}

// Takes from what was nobody's. Only a file that somebody made up can take more than there is.
void add_joined(const Joined& joined, Counts& counts, uint64_t& valid_rows) {
  const auto take = [](uint64_t& from, uint64_t count) { from -= std::min(from, count); };
  counts.join = joined.counts;
  counts.join.asked = true;
  counts.join.rows = joined.rows;
  take(counts.invalid, joined.rows);
  for (size_t i = 0; i < joined.by_reason.size(); ++i) take(counts.invalid_by_reason[i], joined.by_reason[i]);
  take(counts.unlinked.of50, joined.unlinked.of50);
  take(counts.unlinked.of500, joined.unlinked.of500);
  counts.dropped_values += joined.dropped_values;
  for (size_t bit = 0; bit < kRecordTriggers; ++bit) counts.triggers[bit] += joined.triggers[bit];
  valid_rows += joined.rows;
}

}  // namespace

struct Tally::Counting {
  Components components;
  std::vector<uint8_t> nodes;
  std::vector<GroupCounter> counters;  // one a thread; the first becomes the sum
  Joined joined;
};

void Tally::Sums::add(const Sums& other) {
  const auto add_tiers = [](TierCounts& sum, const TierCounts& more) {
    sum.of50 += more.of50;
    sum.of500 += more.of500;
    sum.of5000 += more.of5000;
  };
  const auto add_each = [](auto& sum, const auto& more) {
    for (size_t index = 0; index < sum.size(); ++index) sum[index] += more[index];
  };
  counts.raw += other.counts.raw;
  counts.invalid += other.counts.invalid;
  add_each(counts.invalid_by_reason, other.counts.invalid_by_reason);
  counts.dropped_values += other.counts.dropped_values;
  add_tiers(counts.unlinked, other.counts.unlinked);
  counts.masked.rows += other.counts.masked.rows;
  add_tiers(counts.masked.by_tier, other.counts.masked.by_tier);
  add_each(counts.triggers, other.counts.triggers);
  counts.images.seen += other.counts.images.seen;
  counts.images.face_signed += other.counts.images.face_signed;
  counts.images.unread += other.counts.images.unread;
  counts.images.camera += other.counts.images.camera;
  valid_rows += other.valid_rows;
}

// What a thread may read of a partition before it makes it compact: a quarter of the cap among all.
size_t Tally::most_words(unsigned threads) const {
  return std::max<size_t>(storage_.memory_cap / (4 * sizeof(uint64_t) * threads), 4 * PartitionLog::kMostRow);
}

void Tally::count_groups(const CountOptions& options, Counting& counting) const {
  const unsigned threads = std::max(1u, options.threads);
  counting.components = join_links(std::array{&links_}, threads, most_words(threads));
  counting.nodes.assign(counting.components.size(), 0);

  const GroupCounter::Shared shared{&counting.components, counting.nodes.data(), options.link, &sample_};
  counting.counters.assign(threads, GroupCounter(shared));
  std::deque<FactReader> facts;  // these do not move
  for (unsigned worker = 0; worker < threads; ++worker) facts.emplace_back(most_words(threads));
  if (joins_ && options.join) {
    counting.joined =
        join_rows(facts_, sample_, {threads, most_words(threads), storage_.memory_cap, &storage_.spill_folder});
    count_joined(facts_, counting.joined, facts, threads, counting.counters);
  } else {
    for_partitions(threads, [&](size_t partition, unsigned worker) {
      GroupCounter& counter = counting.counters[worker];
      facts[worker].each(
          std::array{LogPart{&facts_}}, partition,
          [&](const uint64_t* print, std::span<const Item> items) { counter.add(print, items); },
          [&](const uint64_t* row) { return counter.add_plain(row); });
    });
  }
  for (unsigned worker = 1; worker < threads; ++worker) counting.counters[worker].add_to(counting.counters[0]);
}

Counts Tally::counts(const CountOptions& options) const {
  Counting counting;
  count_groups(options, counting);
  GroupCounter& sum = counting.counters[0];
  Counts counts = sums_.counts;
  sum.finish(counts);
  uint64_t valid_rows = sums_.valid_rows;
  if (joins_ && options.join) add_joined(counting.joined, counts, valid_rows);
  counts.merged_fields = merge_fields_;
  add_linked_persons(counting.components, counting.nodes, counts);
  // Only a file that somebody made up can hold more records than rows.
  counts.duplicates = valid_rows - std::min(valid_rows, counts.unique.total());
  if (options.link) {
    counts.linked = true;
    counts.counted_linked = sum.unlinked();
    const uint64_t linked = sum.linked_records();
    counts.merged_records = linked - count_merged(sum.linked(), counts.counted_linked);
  }
  return counts;
}

std::vector<SampleSlot> Tally::sample(const CountOptions& options) const {
  Counting counting;
  count_groups(options, counting);
  std::vector<SampleKey> absorbed = counting.counters[0].absorbed();
  absorbed.insert(absorbed.end(), counting.joined.absorbed.begin(), counting.joined.absorbed.end());
  return sample_.drawn(absorbed);
}

}  // namespace pidun
