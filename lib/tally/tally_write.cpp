// Writes a tally as a file (tally_format.h). Partitions are made ready by several threads and written in order.
#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <numeric>

#include "tally/checked_file.h"
#include "tally/for_partitions.h"
#include "tally/partition_reader.h"
#include "tally/signs_file.h"
#include "tally/tally.h"
#include "tally/tally_format.h"
#include "tally/tally_groups.h"

namespace pidun {
namespace {

using namespace tally_format;

std::span<const unsigned char> bytes_of(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

// The groups of one partition as bytes.
class PartitionBytes {
 public:
  PartitionBytes(const RecipientMap& map, size_t most_words) : map_(map), facts_(most_words), links_(most_words) {}

  void make(const PartitionLog& facts, const PartitionLog& links_by_node, size_t partition) {
    read_groups(facts, partition);
    read_links_of_nodes(links_by_node, partition);
    sink_.clear();
    size_t link = 0;
    for (const Group& group : groups_) {
      while (link < nodes_.size() && nodes_[link].node < group.print[0]) ++link;
      const size_t first = link;
      while (link < nodes_.size() && nodes_[link].node == group.print[0]) ++link;
      write(group, std::span<const LinkRow>(nodes_).subspan(first, link - first));
    }
  }
  void write_to(CheckedWriter& file) const { sink_.write_to(file); }

 private:
  struct Group {
    GroupPrint print;
    uint64_t begin;  // of items_
    uint64_t end;
  };

  void read_groups(const PartitionLog& facts, size_t partition) {
    groups_.clear();
    items_.clear();
    facts_.each(std::array{LogPart{&facts}}, partition, [&](const uint64_t* print, std::span<const Item> items) {
      const size_t begin = items_.size();
      for (const Item& item : items) {
        const bool record = type_of(item.word) == ItemType::record;
        items_.push_back(record ? with_recipient(item.word, map_[recipient_of(item.word)]) : item.word);
        if (words_of(item.word) == 2) items_.push_back(item.tail);
      }
      groups_.push_back({{print[0], print[1]}, begin, items_.size()});
    });
    std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.print < b.print; });
  }

  void read_links_of_nodes(const PartitionLog& links, size_t partition) {
    nodes_.clear();
    links_.read(links, partition).each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
      nodes_.push_back({row[1], row[2], row[0]});
      for (const uint64_t* other : others) nodes_.push_back({other[1], other[2], other[0]});
    });
    const auto key = [](const LinkRow& row) { return std::array{row.node, row.value, row.detail}; };
    std::sort(nodes_.begin(), nodes_.end(), [&](const LinkRow& a, const LinkRow& b) { return key(a) < key(b); });
    nodes_.erase(
        std::unique(nodes_.begin(), nodes_.end(), [&](const LinkRow& a, const LinkRow& b) { return key(a) == key(b); }),
        nodes_.end());
  }

  void write(const Group& group, std::span<const LinkRow> links) {
    std::vector<Item>& items = group_;
    items.clear();
    for (size_t at = group.begin; at < group.end; at += words_of(items_[at]))
      items.push_back({items_[at], words_of(items_[at]) == 2 ? items_[at + 1] : 0});
    for (const LinkRow& link : links) items.push_back({link_item(link), link.detail});
    make_canonical(items);
    sink_.put(group.print, items);
  }

  const RecipientMap& map_;
  FactReader facts_;
  PartitionReader<NodeLayout> links_;
  std::vector<Group> groups_;
  std::vector<uint64_t> items_;
  std::vector<LinkRow> nodes_;
  std::vector<Item> group_;
  GroupSink sink_;
};

// Makes in parallel, and writes one after the other. When one fails, those that wait for it give up, too.
class InOrder {
 public:
  template <class Make, class Write>
  void run(size_t number, Make&& make, Write&& write) {
    try {
      make();
      std::unique_lock lock(guard_);
      turn_.wait(lock, [&] { return failed_ || next_ == number; });
      if (failed_) return;
      write();
      ++next_;
    } catch (...) {
      const std::lock_guard lock(guard_);
      failed_ = true;
      turn_.notify_all();
      throw;
    }
    turn_.notify_all();
  }

 private:
  std::mutex guard_;
  std::condition_variable turn_;
  size_t next_ = 0;
  bool failed_ = false;
};

void write_sample(CheckedWriter& file, const Sample& sample) {
  file.number(static_cast<uint64_t>(sample.size()));
  file.number(static_cast<uint32_t>(sample.slots().size()));
  for (const auto& [place, slot] : sample.slots()) {
    const auto& [hash, high, low, event] = place;
    for (const uint64_t number : {high, low, event, slot.span.begin, slot.span.end}) file.number(number);
    const std::string_view source = std::string_view(slot.source).substr(0, kMostSource);
    file.number(static_cast<uint32_t>(source.size()));
    file.bytes(bytes_of(source));
    file.number(static_cast<uint16_t>(std::min<size_t>(slot.kinds.size(), UINT16_MAX)));
    for (size_t index = 0; index < slot.kinds.size() && index < UINT16_MAX; ++index)
      file.number(static_cast<uint16_t>(slot.kinds[index]));
  }
}

}  // namespace

// New numbers of the recipients, sorted by their prints: the order they came in is not to be seen.
RecipientMap Tally::sorted_numbers(std::vector<Print>& sorted) const {
  std::vector<uint16_t> order(recipients_.size());
  std::iota(order.begin(), order.end(), uint16_t{0});
  const auto key = [&](uint16_t index) { return std::pair(recipients_[index].high, recipients_[index].low); };
  std::sort(order.begin(), order.end(), [&](uint16_t a, uint16_t b) { return key(a) < key(b); });
  RecipientMap map(recipients_.size() + 1, 0);
  for (size_t number = 0; number < order.size(); ++number) {
    map[size_t{order[number]} + 1] = static_cast<uint16_t>(number + 1);
    sorted.push_back(recipients_[order[number]]);
  }
  return map;
}

// Links lie by value; in the file they stand with the identity they belong to.
PartitionLog Tally::links_by_node(unsigned threads) const {
  PartitionLog by_node;
  std::shared_ptr<SpillFile> spill;
  std::mutex guard;
  std::deque<PartitionReader<LinkLayout>> readers;
  for (unsigned worker = 0; worker < threads; ++worker) readers.emplace_back(most_words(threads));
  for_partitions(threads, [&](size_t partition, unsigned worker) {
    auto& table = readers[worker].read(links_, partition);
    const std::lock_guard lock(guard);
    Compactor().write_links(table, [&](const LinkRow& link) {
      uint64_t* row = by_node.room(partition_of(link.node), 3);
      row[0] = link.node;
      row[1] = link.value;
      row[2] = link.detail;
    });
    if (by_node.memory() <= storage_.memory_cap / 4) return;
    if (spill == nullptr) spill = std::make_shared<SpillFile>(storage_.spill_folder);
    by_node.spill(spill, 0, PartitionLog::kPartitions);
  });
  return by_node;
}

void Tally::write_head(CheckedWriter& file, const std::vector<Print>& recipients, const FlowSigns& more) const {
  file.bytes(bytes_of(kMagic));
  file.number(kVersion);
  file.bytes(bytes_of(kAlgorithm));
  file.number(canonical_version_);
  file.bytes(key_id_);
  file.number(sample_.seed());
  file.number((too_many_recipients_ ? kTooManyRecipients : 0u) | (joins_ ? kJoins : 0u) |
              (merge_fields_ ? kMergesFields : 0u));
  each_sum(sums_.counts, [&](uint64_t sum) { file.number(sum); });
  file.number(sums_.valid_rows);
  file.number(static_cast<uint32_t>(std::min(rules_hashes_.size(), kMostRules)));
  size_t rules = 0;
  for (const std::string& hash : rules_hashes_) {
    if (rules++ == kMostRules) break;
    const std::string_view text = std::string_view(hash).substr(0, kMostRulesHash);
    file.number(static_cast<uint16_t>(text.size()));
    file.bytes(bytes_of(text));
  }
  file.number(static_cast<uint32_t>(recipients.size()));
  for (const Print& recipient : recipients) {
    file.number(recipient.high);
    file.number(recipient.low);
  }
  write_sample(file, sample_);
  FlowSigns signs = signs_;
  signs.merge(more);
  write_signs(file, signs);
}

void Tally::write(const std::string& path, unsigned threads, const FlowSigns& more) const {
  threads = std::max(1u, threads);
  std::vector<Print> recipients;
  const RecipientMap map = sorted_numbers(recipients);
  CheckedWriter file(path);
  write_head(file, recipients, more);
  const PartitionLog by_node = links_by_node(threads);
  std::deque<PartitionBytes> ready;
  for (unsigned worker = 0; worker < threads; ++worker) ready.emplace_back(map, most_words(threads));
  InOrder order;
  for_partitions(threads, [&](size_t partition, unsigned worker) {
    PartitionBytes& part = ready[worker];
    order.run(
        partition, [&] { part.make(facts_, by_node, partition); }, [&] { part.write_to(file); });
  });
  file.finish();
}

}  // namespace pidun
