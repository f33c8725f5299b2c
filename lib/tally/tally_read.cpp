// Opens the file of a tally. It may come from anywhere: nothing is believed that was not checked, nothing allocated by
// a length that the file cannot hold.
#include <fcntl.h>

#include <algorithm>
#include <cstring>

#include "tally/checked_file.h"
#include "tally/fact.h"
#include "tally/partition_reader.h"
#include "tally/signs_file.h"
#include "tally/tally.h"
#include "tally/tally_format.h"
#include "tally/tally_groups.h"

namespace pidun {
namespace {

using namespace tally_format;

[[noreturn]] void fail() { throw TallyError(TallyFault::corrupt, "the tally is damaged: it was cut or changed"); }
void require(bool holds) {
  if (!holds) fail();
}

std::string_view text_of(CheckedReader& file, size_t size) {
  return {reinterpret_cast<const char*>(file.bytes(size)), size};
}

// The version.
uint32_t check_begin(CheckedReader& file) {
  if (file.left() < kMagic.size() + 4 || text_of(file, kMagic.size()) != kMagic)
    throw TallyError(TallyFault::foreign, "this is no tally");
  const auto version = file.number<uint32_t>();
  if (version > kVersion) throw TallyError(TallyFault::newer, "the tally was written by a later version");
  if (text_of(file, kAlgorithm.size()) != kAlgorithm)
    throw TallyError(TallyFault::newer, "the tally was made with another hash");
  return version;
}

void read_sample(CheckedReader& file, Sample& sample) {
  const size_t slots = file.count<uint32_t>(2 * sample.size(), 46);
  for (size_t left = slots; left != 0; --left) {
    SampleKey key;
    SampleSlot slot;
    for (uint64_t* number : {&key.identity.high, &key.identity.low, &key.event, &slot.span.begin, &slot.span.end})
      *number = file.number<uint64_t>();
    require(key.event >> 48 == 0 && slot.span.begin <= slot.span.end);
    slot.source = text_of(file, file.count<uint32_t>(kMostSource, 1));
    slot.kinds.resize(file.count<uint16_t>(UINT16_MAX, 2));
    for (Kind& kind : slot.kinds) kind = Kind{file.number<uint16_t>()};
    require(sample.restore(key, std::move(slot)));
  }
  require(sample.slots().size() == slots);
}

}  // namespace

int open_tally_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw TallyError(TallyFault::storage, "the tally cannot be opened");
  return file;
}

Tally Tally::open(const std::string& path, const TallyStorage& storage) { return read(open_tally_file(path), storage); }

void Tally::read_head(CheckedReader& file) {
  const uint32_t version = check_begin(file);
  canonical_version_ = file.number<uint32_t>();
  std::copy_n(file.bytes(key_id_.size()), key_id_.size(), key_id_.begin());
  const auto seed = file.number<uint64_t>();
  const auto flags = file.number<uint32_t>();
  require(flags <= (version >= kVersion ? kTooManyRecipients | kJoins | kMergesFields : kTooManyRecipients));
  too_many_recipients_ = (flags & kTooManyRecipients) != 0;
  joins_ = (flags & kJoins) != 0;
  merge_fields_ = (flags & kMergesFields) != 0;
  each_sum(sums_.counts, [&](uint64_t& sum) { sum = file.number<uint64_t>(); });
  sums_.valid_rows = file.number<uint64_t>();
  require(sums_.counts.raw == sums_.counts.invalid + sums_.counts.masked.rows + sums_.valid_rows);
  for (size_t left = file.count<uint32_t>(kMostRules, 2); left != 0; --left)
    rules_hashes_.emplace(text_of(file, file.count<uint16_t>(kMostRulesHash, 1)));
  for (size_t left = file.count<uint32_t>(kMostRecipients, 16); left != 0; --left) {
    const auto high = file.number<uint64_t>();
    const auto low = file.number<uint64_t>();
    require(recipients_.empty() || std::pair(recipients_.back().high, recipients_.back().low) < std::pair(high, low));
    recipients_.push_back({high, low});
  }
  sample_ = Sample(seed, file.count<uint64_t>(kMostSample, 0));
  read_sample(file, sample_);
  if (version >= kWithSigns) signs_ = read_signs(file);
}

void Tally::take_group(const GroupPrint& print, std::span<const Item> items, std::vector<Item>& facts) {
  facts.clear();
  for (const Item& item : items) {
    const ItemType type = type_of(item.word);
    if (type != ItemType::link_by_itself && type != ItemType::link_by_name) {
      facts.push_back(item);
      continue;
    }
    const LinkRow row = link_of_item(item.word, item.tail, print[0]);
    std::memcpy(links_.room(partition_of(row.value), 3), &row, sizeof(row));
  }
  write_group(print.data(), facts, [&](size_t words) { return facts_.room(partition_of(print[0]), words); });
}

Tally Tally::read(int open_file, const TallyStorage& storage) {
  CheckedReader file(open_file);
  Tally tally(storage);
  tally.read_head(file);
  GroupSource groups(file, tally.recipients_.size(), tally.joins_ || tally.merge_fields_);
  std::vector<Item> facts;
  for (size_t partition = 0; partition < PartitionLog::kPartitions; ++partition) {
    groups.begin(partition);
    while (groups.next()) {
      tally.take_group(groups.print(), groups.items(), facts);
      if (tally.memory() > tally.storage_.memory_cap) tally.relieve();
    }
  }
  file.finish();
  return tally;
}

}  // namespace pidun
