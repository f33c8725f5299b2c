#include "tally/tally.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "tally/fact.h"
#include "tally/group_counter.h"

namespace pidun {
namespace {

Print print_of(const HashValue& hash) {
  Print print;
  std::memcpy(&print.high, hash.data(), 8);
  std::memcpy(&print.low, hash.data() + 8, 8);
  return print;
}

std::string folder_or_default(const std::string& folder) {
  if (!folder.empty()) return folder;
  const char* temporary = std::getenv("TMPDIR");
  return temporary != nullptr && *temporary != '\0' ? temporary : "/var/tmp";  // /tmp may be memory
}

void sort_once(std::vector<uint64_t>& words) {
  if (words.size() > 16) {
    std::sort(words.begin(), words.end());
  } else {  // nearly always: a few
    for (size_t end = 1; end < words.size(); ++end)
      for (size_t at = end; at != 0 && words[at] < words[at - 1]; --at) std::swap(words[at], words[at - 1]);
  }
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Tally::Tally(const TallySettings& settings)
    : hash_(std::make_unique<KeyedHash>(settings.key)),
      canonical_version_(settings.canonical_version),
      storage_{settings.storage.memory_cap, folder_or_default(settings.storage.spill_folder)},
      joins_(settings.joins),
      merge_fields_(settings.merge_fields),
      sample_(settings.seed, settings.sample) {
  key_id_ = hash_->of("pidun/tally/key-id", 0, "");
  if (!settings.rules_hash.empty()) rules_hashes_.insert(settings.rules_hash);
  if (settings.acquired) {
    set_acquired();
  } else {
    set_recipient(settings.recipient);
  }
}

Tally::Tally(const TallyStorage& storage)
    : storage_{storage.memory_cap, folder_or_default(storage.spill_folder)}, sample_(0, 0) {}

Tally::~Tally() = default;
Tally::Tally(Tally&&) noexcept = default;
Tally& Tally::operator=(Tally&&) noexcept = default;

uint64_t Tally::number_of(const Print& recipient) {
  const auto found = std::find(recipients_.begin(), recipients_.end(), recipient);
  if (found == recipients_.end()) {
    if (recipients_.size() == kMostRecipients) {
      too_many_recipients_ = true;
      return kMostRecipients;
    }
    recipients_.push_back(recipient);
    return recipients_.size();
  }
  return static_cast<uint64_t>(found - recipients_.begin()) + 1;
}

void Tally::set_recipient(std::string_view name) {
  if (hash_ == nullptr) throw TallyError(TallyFault::mismatch, "a tally that was read has no key");
  recipient_ = number_of(print_of(hash_->of("pidun/tally/recipient", 0, name)));
}

void Tally::set_acquired() { recipient_ = 0; }

void Tally::add_images(const Counts::Images& images) {
  Counts::Images& sum = sums_.counts.images;
  sum.seen += images.seen;
  sum.face_signed += images.face_signed;
  sum.unread += images.unread;
  sum.camera += images.camera;
}

void Tally::add(const Record& record, std::string_view source) {
  Counts& sums = sums_.counts;
  ++sums.raw;
  sums.dropped_values += record.dropped_values;
  switch (record.outcome) {
    case Outcome::valid:
      return add_valid(record, source);
    case Outcome::masked:
      return add_masked(record);
    case Outcome::invalid:
      ++sums.invalid;
      ++sums.invalid_by_reason[static_cast<size_t>(record.reason)];
      if (record.tier == 50) ++sums.unlinked.of50;
      if (record.tier == 500) ++sums.unlinked.of500;
      if (joins_ && record.join != Print{}) add_waiting(record);
  }
}

void Tally::write_row(const Print& identity, std::span<const uint64_t> items) {
  uint64_t* row = facts_.room(partition_of(identity.high), 2 + items.size());
  row[0] = identity.high;
  row[1] = identity.low;
  std::copy(items.begin(), items.end(), row + 2);
}

void Tally::add_masked(const Record& record) {
  ++sums_.counts.masked.rows;
  const uint64_t tier = tier_flag(record.tier);
  ++tier_of(sums_.counts.masked.by_tier, tier);
  const uint64_t item = masked_item(record.masked_class, tier) | kLast;
  write_row(record.visible, {&item, 1});
  if (memory() > storage_.memory_cap) relieve();
}

void Tally::add_valid(const Record& record, std::string_view source) {
  ++sums_.valid_rows;
  for (size_t bit = 0; bit < kRecordTriggers; ++bit) sums_.counts.triggers[bit] += record.triggers >> bit & 1;
  const uint64_t event = fold48(record.event);
  const uint64_t flags = tier_flag(record.tier) | (record.sensitive ? kSensitive : 0) | (record.fix ? kFix : 0);
  add_contents(record.contents, record.identity, event);
  items_.push_back(record_item(event, recipient_, flags) | kLast);
  write_row(record.identity, items_);
  if (merge_fields_ && record.signs != 0) put_signs(record, event);
  if (joins_ && record.join != Print{}) put_anchor(record);
  if (record.has_bare) {
    const uint64_t marker = marker_item(event) | kLast;
    write_row(record.bare, {&marker, 1});
  }
  for (const LinkPrint& link : record.links) {
    const LinkRow row = link_row(link, node_of(record.identity));
    std::memcpy(links_.room(partition_of(row.value), 3), &row, sizeof(row));
  }
  sample_.offer({record.identity, event}, record, source);
  if (memory() > storage_.memory_cap) relieve();
}

void Tally::put_signs(const Record& record, uint64_t event) {
  const std::array<uint64_t, 2> item{signs_head(event) | kLast, record.signs};
  write_row(record.outcome == Outcome::valid ? record.identity : record.join, item);
}

void Tally::put_anchor(const Record& record) {
  const std::array<uint64_t, 2> item{anchor_head(record.join_rank, record.join) | kLast, record.join.low};
  write_row(record.identity, item);
}

// A row that is nobody's by itself, under the value that may join it to somebody's.
void Tally::add_waiting(const Record& record) {
  const uint64_t event = fold48(record.event);
  const uint64_t flags = tier_flag(record.joined_tier) | (record.sensitive ? kSensitive : 0) | (record.fix ? kFix : 0);
  const uint64_t unlinked = record.tier == 50 || record.tier == 500 ? tier_flag(record.tier) : 0;
  add_contents(record.contents, record.join, event);
  items_.push_back(record_item(event, recipient_, flags) | kLast);
  write_row(record.join, items_);
  const std::array<uint64_t, 2> rows{
      rows_head({record.reason, unlinked, record.joined_triggers, record.joined_dropped}) | kLast, 1};
  write_row(record.join, rows);
  if (merge_fields_ && record.signs != 0) put_signs(record, event);
  if (memory() > storage_.memory_cap) relieve();
}

// Leaves the items of the contents in items_. Of a record with more contents than a row has room for, rows of their own
// take the others.
void Tally::add_contents(std::span<const ContentPrint> contents, const Print& identity, uint64_t event) {
  constexpr size_t kMostContents = (PartitionLog::kMostRow - 3) / 2;
  for (; contents.size() > kMostContents; contents = contents.subspan(kMostContents)) {
    fill_contents(contents.first(kMostContents), event);
    const size_t last = items_.size() - (event == 0 ? 1 : 2);
    items_[last] |= kLast;
    write_row(identity, items_);
  }
  fill_contents(contents, event);
}

void Tally::fill_contents(std::span<const ContentPrint> contents, uint64_t event) {
  items_.clear();
  for (const ContentPrint& content : contents)
    items_.push_back(event == 0 ? content_item(content.kind, content.print)
                                : event_content_tail(content.kind, content.print));
  sort_once(items_);
  if (event == 0) return;
  // Each tail behind its head, from the last on.
  const size_t count = items_.size();
  items_.resize(2 * count);
  for (size_t index = count; index-- != 0;) {
    items_[2 * index + 1] = items_[index];
    items_[2 * index] = event_content_head(event);
  }
}

}  // namespace pidun
