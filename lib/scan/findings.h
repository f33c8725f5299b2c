// What a scan found: the findings as the C API hands them out, and beside each what its accessors tell.
#pragma once

#include <string>
#include <vector>

#include "detect/reading.h"
#include "pidun/pidun.h"
#include "scan/marks.h"

namespace pidun {

struct Location {
  uint64_t line = 0, column = 0, points = 0, utf16 = 0;  // 0-based here
};

struct Detail {
  uint64_t reasons = 0;
  Location location;
  uint64_t evidence = 0;  // offset in Findings::evidence
  Kind also = Kind::none;
};

struct Findings {
  std::vector<pidun_finding> items;
  std::vector<Detail> details;
  std::vector<Mark> marks;  // as many as items, or none when the scan was asked for none
  std::string evidence;     // NUL-terminated strings, one after another
  uint32_t incomplete = 0;
  uint64_t bytes = 0;

  size_t size() const { return items.size(); }
  // Forgets everything and wipes the evidence; keeps the memory.
  void clear();
  // Drops the findings from `count` on.
  void shorten(size_t count);
  void append(const Findings& other);
};

}  // namespace pidun
