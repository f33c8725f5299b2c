// The groups of a tally's file (tally_format.h), one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tally/checked_file.h"
#include "tally/group.h"
#include "tally/recipient_map.h"

namespace pidun {

using GroupPrint = std::array<uint64_t, 2>;
// What the operators of arrays say, without a call.
inline bool is_less(const GroupPrint& a, const GroupPrint& b) { return a[0] != b[0] ? a[0] < b[0] : a[1] < b[1]; }
inline bool is_same(const GroupPrint& a, const GroupPrint& b) { return a[0] == b[0] && a[1] == b[1]; }

int open_tally_file(const std::string& path);

// Reads them, and checks that they are what GroupSink writes: sorted, whole, of known items.
class GroupSource {
 public:
  // `asked`: rows are joined or fields merged there.
  GroupSource(CheckedReader& file, size_t recipients, bool asked)
      : file_(&file), recipients_(recipients), asked_(asked) {}

  void begin(size_t partition);  // partitions come in order, each to be read to its end
  bool next();                   // false at the end of the partition
  const GroupPrint& print() const { return print_; }
  std::span<Item> items() { return items_; }

 private:
  bool next_at_hand();
  void take(const GroupPrint& print);
  void read_items();
  uint64_t word();

  CheckedReader* file_;
  size_t recipients_;
  bool asked_;
  uint64_t partition_ = 0;
  uint64_t groups_ = 0;  // still to be read
  uint64_t end_ = 0;     // bytes that are left in the file behind this partition
  bool first_ = true;
  GroupPrint print_{};
  std::vector<Item> items_;
};

// Collects the groups of one partition, which have to come sorted by print.
class GroupSink {
 public:
  void clear();
  void put(const GroupPrint& print, std::span<const Item> items);
  void write_to(CheckedWriter& file) const;

 private:
  uint64_t groups_ = 0;
  std::vector<unsigned char> bytes_;  // kept for their memory
  size_t used_ = 0;
};

}  // namespace pidun
