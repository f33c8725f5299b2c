#include "tally/link_reader.h"

#include <deque>
#include <mutex>

#include "tally/for_partitions.h"

namespace pidun {

void LinkReader::join_value(std::span<const LinkRow> rows) {
  // Sorted by name: the nameless stand first.
  size_t names = 0;
  for (size_t index = 0; index < rows.size(); ++index)
    if (rows[index].name() != 0 && (index == 0 || rows[index].name() != rows[index - 1].name())) ++names;
  for (size_t index = 1; index < rows.size(); ++index) {
    const bool same_name = rows[index].name() != 0 && rows[index].name() == rows[index - 1].name();
    if ((names <= 1 || same_name) && rows[index].node != rows[index - 1].node)
      pairs_.emplace_back(rows[index].node, rows[index - 1].node);
  }
}

const LinkReader::Pairs& LinkReader::read(std::span<const LogPart> links, size_t partition) {
  pairs_.clear();
  reader_.read(links, partition).each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
    if (others.empty()) return;
    read_links(row, others, rows_);
    join_value(rows_);
  });
  return pairs_;
}

Components join_links(std::span<const PartitionLog* const> logs, unsigned threads, size_t most_words) {
  std::vector<LogPart> parts;
  for (const PartitionLog* log : logs) parts.push_back({log});
  std::deque<LinkReader> readers;  // these do not move
  for (unsigned worker = 0; worker < threads; ++worker) readers.emplace_back(most_words);
  Components components;
  std::mutex guard;
  for_partitions(threads, [&](size_t partition, unsigned worker) {
    const auto& joined = readers[worker].read(parts, partition);
    const std::lock_guard lock(guard);
    for (const auto& [a, b] : joined) components.join(a, b);
  });
  components.flatten();
  return components;
}

}  // namespace pidun
