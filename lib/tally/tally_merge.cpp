// Merges files of tallies without holding them: their groups are sorted, so that one pass reads all and writes the sum.
#include <algorithm>
#include <array>
#include <deque>
#include <exception>
#include <thread>

#include "tally/checked_file.h"
#include "tally/tally.h"
#include "tally/tally_groups.h"

namespace pidun {
namespace {

struct Input {
  explicit Input(const std::string& path) : file(open_tally_file(path)) {}
  CheckedReader file;
  std::vector<Print> recipients;
  std::deque<GroupSource> groups;  // one, as soon as the head is read
  RecipientMap map;
  bool more = false;
};

void renumber(std::span<Item> items, const RecipientMap& map) {
  for (Item& item : items)
    if (type_of(item.word) == ItemType::record) item.word = with_recipient(item.word, map[recipient_of(item.word)]);
}

// All groups of one partition, those of one print together.
class PartitionMerge {
 public:
  explicit PartitionMerge(std::deque<Input>& inputs) : inputs_(inputs) {}

  void run(size_t partition, GroupSink& sink) {
    sink.clear();
    for (Input& input : inputs_) {
      input.groups[0].begin(partition);
      advance(input);
    }
    while (Input* least = find_least()) {
      const GroupPrint print = least->groups[0].print();
      items_.clear();
      for (Input& input : inputs_) {
        if (!input.more || !is_same(input.groups[0].print(), print)) continue;
        const auto items = input.groups[0].items();
        items_.insert(items_.end(), items.begin(), items.end());
        advance(input);
      }
      make_canonical(items_);
      sink.put(print, items_);
    }
  }

 private:
  void advance(Input& input) {
    input.more = input.groups[0].next();
    if (input.more && !input.map.empty()) renumber(input.groups[0].items(), input.map);
  }
  Input* find_least() {
    Input* least = nullptr;
    for (Input& input : inputs_)
      if (input.more && (least == nullptr || is_less(input.groups[0].print(), least->groups[0].print())))
        least = &input;
    return least;
  }

  std::deque<Input>& inputs_;
  std::vector<Item> items_;
};

}  // namespace

void Tally::merge_files(std::span<const std::string> paths, const std::string& out) {
  std::deque<Input> inputs;
  Tally sum(TallyStorage{});
  for (const std::string& path : paths) {
    Input& input = inputs.emplace_back(path);
    Tally head(TallyStorage{});
    head.read_head(input.file);
    input.recipients = head.recipients_;
    input.groups.emplace_back(input.file, head.recipients_.size(), head.joins_ || head.merge_fields_);
    if (inputs.size() == 1) {
      sum = std::move(head);
      continue;
    }
    sum.require_same_making(head);
    sum.numbers_of(input.recipients);
    sum.merge_heads(head);
  }
  if (inputs.empty()) throw TallyError(TallyFault::mismatch, "there is no tally to merge");
  std::vector<Print> recipients;
  const RecipientMap sorted = sum.sorted_numbers(recipients);
  for (Input& input : inputs) {
    input.map = sum.numbers_of(input.recipients);
    for (uint16_t& number : input.map) number = sorted[number];
  }
  CheckedWriter file(out);
  sum.write_head(file, recipients, {});
  PartitionMerge merge(inputs);
  // One partition is hashed and written while the next one is merged.
  std::array<GroupSink, 2> sinks;
  std::exception_ptr failure;
  std::jthread writing;
  for (size_t partition = 0; partition < PartitionLog::kPartitions; ++partition) {
    GroupSink& sink = sinks[partition % 2];
    merge.run(partition, sink);
    if (writing.joinable()) writing.join();
    if (failure) std::rethrow_exception(failure);
    writing = std::jthread([&file, &sink, &failure] {
      try {
        sink.write_to(file);
      } catch (...) {  // a full disk, most likely
        failure = std::current_exception();
      }
    });
  }
  writing.join();
  if (failure) std::rethrow_exception(failure);
  for (Input& input : inputs) input.file.finish();
  file.finish();
}

}  // namespace pidun
