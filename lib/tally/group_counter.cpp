#include "tally/group_counter.h"

#include <algorithm>
#include <bit>

#include "record/raises.h"

namespace pidun {
namespace {

constexpr size_t kCredentialSetBit = std::countr_zero(static_cast<unsigned>(kTriggerCredentialSet));

// The items of one type at the front, taken off.
std::span<const Item> take(std::span<const Item>& items, ItemType type) {
  size_t count = 0;
  while (count < items.size() && type_of(items[count].word) == type) ++count;
  const auto taken = items.first(count);
  items = items.subspan(count);
  return taken;
}

// The longest run of one kind.
template <class KindOf>
uint64_t most_of_a_kind(std::span<const Item> contents, KindOf&& kind_of) {
  uint64_t most = 1;
  uint64_t run = 1;
  for (size_t index = 1; index < contents.size(); ++index) {
    run = kind_of(contents[index]) == kind_of(contents[index - 1]) ? run + 1 : 1;
    most = std::max(most, run);
  }
  return most;
}

void add_counts(TierCounts& sum, const TierCounts& more) {
  sum.of50 += more.of50;
  sum.of500 += more.of500;
  sum.of5000 += more.of5000;
}

}  // namespace

uint64_t& tier_of(TierCounts& counts, uint64_t flags) {
  return (flags & kTier50) != 0 ? counts.of50 : (flags & kTier500) != 0 ? counts.of500 : counts.of5000;
}

void GroupCounter::add_masked(uint64_t item) { ++tier_of(classes_[class_of_masked(item)], flags_of(item)); }

// D12: the most distinct values of one kind, at least 1.
uint64_t GroupCounter::values(uint64_t event) const {
  if (event == 0) return most_of_a_kind(contents_, [](const Item& item) { return kind_of_content(item.word); });
  const Item first{event_content_head(event), 0};
  const Item end{event_content_head(event) + 1, 0};
  const auto begin = std::lower_bound(event_contents_.begin(), event_contents_.end(), first);
  const auto of = std::span<const Item>(begin, std::lower_bound(begin, event_contents_.end(), end));
  return most_of_a_kind(of, [](const Item& item) { return item.tail >> 48; });
}

// D6, asked for: what the rows of an identity hold raises its tier together; what those of an event hold, that of the
// event's record alone.
uint64_t GroupCounter::raised(uint64_t flags, uint64_t event) {
  uint64_t signs = 0;
  for (const Item& item : signs_)
    if (event_of(item.word) == 0 || event_of(item.word) == event) signs |= item.tail;
  sets_ += is_set_by_signs(signs) ? 1u : 0u;
  return flags | tier_flag(raised_by_signs(signs));
}

void GroupCounter::add_records(const uint64_t* print, std::span<const Item> items) {
  const uint32_t index = shared_.components->find(print[0]);
  const bool is_linked = index != Components::kNone;
  uint64_t all_flags = 0;
  bool counted = false;
  while (!items.empty()) {
    const uint64_t event = event_of_record(items[0].word);
    size_t size = 0;
    uint64_t flags = 0;
    for (; size < items.size() && event_of_record(items[size].word) == event; ++size)
      flags |= flags_of(items[size].word);
    const auto record = items.first(size);
    items = items.subspan(size);
    if (is_absorbed(markers_, event)) {
      const SampleKey key{{print[0], print[1]}, event};
      if (shared_.sample->holds(key)) absorbed_.push_back(key);
      continue;
    }
    counted = true;
    if (!signs_.empty()) flags = raised(flags, event);
    all_flags |= flags;
    const bool acquired_too = recipient_of(record[0].word) == 0;
    const uint64_t pairs = std::max<uint64_t>(1, size - (acquired_too ? 1 : 0));
    ++tier_of(unique_, flags);
    tier_of(counted_, flags) += pairs;
    if (is_linked) ++linked_records_;
    if (!is_linked) tier_of(unlinked_, flags) += pairs;
    content_changed_ += values(event);
    if ((flags & kFix) != 0) ++fixes_;
    for (const Item& item : record) {
      const auto recipient = static_cast<uint32_t>(recipient_of(item.word));
      recipients_.set(recipient);
      if (is_linked && shared_.link)
        linked_.push_back({shared_.components->root(index), static_cast<uint32_t>(flags) | recipient << 4, event});
    }
  }
  const bool sensitive = (all_flags & kSensitive) != 0;
  if (is_linked) {
    // An identity is in one partition, so that one thread alone writes this byte.
    if (counted) shared_.nodes[index] |= static_cast<uint8_t>(kCountedNode | (sensitive ? kSensitiveNode : 0));
  } else if (counted) {
    ++persons_;
    if (sensitive) ++sensitive_persons_;
  }
}

bool GroupCounter::add_plain(const uint64_t* row) {
  const uint64_t* at = row + 2;
  uint64_t most = 1;
  uint64_t run = 0;
  uint64_t kind = UINT64_MAX;
  for (; type_of(*at & ~kLast) == ItemType::content && (*at & kLast) == 0; ++at) {
    run = kind_of_content(*at) == kind ? run + 1 : 1;
    kind = kind_of_content(*at);
    most = std::max(most, run);
  }
  if ((*at & (kRecordItem | kLast)) != (kRecordItem | kLast) || event_of_record(*at) != 0) return false;
  if (shared_.components->find(row[0]) != Components::kNone) return false;
  const uint64_t flags = flags_of(*at);
  ++tier_of(unique_, flags);
  ++tier_of(counted_, flags);
  ++tier_of(unlinked_, flags);
  ++persons_;
  sensitive_persons_ += (flags & kSensitive) != 0 ? 1 : 0;
  fixes_ += (flags & kFix) != 0 ? 1 : 0;
  content_changed_ += most;
  recipients_.set(recipient_of(*at));
  return true;
}

void GroupCounter::add(const uint64_t* print, std::span<const Item> items) {
  contents_ = take(items, ItemType::content);
  event_contents_ = take(items, ItemType::event_content);
  for (const Item& item : take(items, ItemType::masked)) add_masked(item.word);
  markers_ = take(items, ItemType::marker);
  signs_ = take(items, ItemType::signs);
  const auto joining = take(items, ItemType::joining);
  if (!joining.empty() && is_rows(joining.back().word)) return;  // nobody's
  if (!items.empty()) add_records(print, items);
}

void GroupCounter::add_to(GroupCounter& sum) const {
  add_counts(sum.unique_, unique_);
  add_counts(sum.counted_, counted_);
  add_counts(sum.unlinked_, unlinked_);
  sum.persons_ += persons_;
  sum.sensitive_persons_ += sensitive_persons_;
  sum.content_changed_ += content_changed_;
  sum.fixes_ += fixes_;
  sum.linked_records_ += linked_records_;
  sum.sets_ += sets_;
  sum.recipients_ |= recipients_;
  for (const auto& [of, counts] : classes_) add_counts(sum.classes_[of], counts);
  sum.linked_.insert(sum.linked_.end(), linked_.begin(), linked_.end());
  sum.absorbed_.insert(sum.absorbed_.end(), absorbed_.begin(), absorbed_.end());
}

void GroupCounter::finish(Counts& counts) const {
  counts.unique = unique_;
  counts.counted = counted_;
  counts.persons = persons_;
  counts.sensitive_persons = sensitive_persons_;
  counts.content_changed = content_changed_;
  counts.fixes = fixes_;
  counts.triggers[kCredentialSetBit] += sets_;
  auto given = recipients_;
  given.reset(0);
  counts.recipients = given.count();
  for (const auto& [of, strings] : classes_) {
    counts.masked.lower = std::max(counts.masked.lower, strings.total());
    counts.masked.lower_weighted = std::max(counts.masked.lower_weighted, strings.weighted());
  }
}

}  // namespace pidun
