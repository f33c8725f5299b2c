#include "tally/link_reader.h"

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

const LinkReader::Pairs& LinkReader::read(const PartitionLog& links, size_t partition) {
  pairs_.clear();
  reader_.read(links, partition).each([&](const uint64_t* row, std::span<const uint64_t* const> others) {
    if (others.empty()) return;
    read_links(row, others, rows_);
    join_value(rows_);
  });
  return pairs_;
}

}  // namespace pidun
