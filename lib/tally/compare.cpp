#include "tally/compare.h"

#include <algorithm>
#include <array>
#include <deque>

#include "tally/for_partitions.h"
#include "tally/link_reader.h"

namespace pidun {
namespace {

constexpr uint64_t kOfA = 1;
constexpr uint64_t kOfB = 2;

// Of the groups of both, where a record's recipient says which tally it is of.
struct BothCounter {
  const Components* components;
  uint8_t* nodes;  // by index of components: kOfA, kOfB
  uint64_t records = 0;
  uint64_t persons = 0;  // that nothing links

  void add(const uint64_t* print, std::span<const Item> items) {
    if (rows_of(items) != 0) return;  // nobody's
    uint64_t of = 0;
    for (size_t index = 0; index < items.size(); ++index) {
      const uint64_t word = items[index].word;
      if (type_of(word) != ItemType::record) continue;
      of |= recipient_of(word);
      const bool both = index != 0 && type_of(items[index - 1].word) == ItemType::record &&
                        event_of_record(items[index - 1].word) == event_of_record(word);
      if (both && !is_absorbed(items, event_of_record(word))) ++records;
    }
    const uint32_t node = components->find(print[0]);
    if (node != Components::kNone) {
      nodes[node] |= static_cast<uint8_t>(of);
    } else if (of == (kOfA | kOfB)) {
      ++persons;
    }
  }
};

}  // namespace

Comparison compare(const Tally& a, const Tally& b, unsigned threads) {
  a.require_same_values(b);
  threads = std::max(1u, threads);
  Comparison result;
  const Counts of_a = a.counts({false, threads, false});
  const Counts of_b = b.counts({false, threads, false});
  const size_t most = a.most_words(threads);
  const Components components = join_links(std::array{&a.links_, &b.links_}, threads, most);
  std::vector<uint8_t> nodes(components.size(), 0);
  std::vector<BothCounter> counters(threads, BothCounter{&components, nodes.data()});

  const RecipientMap all_a(kMostRecipients + 1, kOfA);
  const RecipientMap all_b(kMostRecipients + 1, kOfB);
  std::deque<FactReader> readers;
  for (unsigned worker = 0; worker < threads; ++worker) readers.emplace_back(most);
  for_partitions(threads, [&](size_t partition, unsigned worker) {
    readers[worker].each(
        std::array{LogPart{&a.facts_, &all_a}, LogPart{&b.facts_, &all_b}}, partition,
        [&](const uint64_t* print, std::span<const Item> items) { counters[worker].add(print, items); });
  });
  std::vector<uint8_t> roots(components.size(), 0);
  for (uint32_t index = 0; index < components.size(); ++index) roots[components.root(index)] |= nodes[index];
  result.persons_both = static_cast<uint64_t>(std::count(roots.begin(), roots.end(), kOfA | kOfB));
  for (const BothCounter& counter : counters) {
    result.records_both += counter.records;
    result.persons_both += counter.persons;
  }
  result.records_a = of_a.unique.total();
  result.records_b = of_b.unique.total();
  result.persons_a = of_a.persons;
  result.persons_b = of_b.persons;
  result.persons_both = std::min({result.persons_both, result.persons_a, result.persons_b});
  return result;
}

}  // namespace pidun
