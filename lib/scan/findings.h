// What a scan found: the findings as the C API hands them out, and beside each what its accessors tell.
#pragma once

#include <string>
#include <vector>

#include "detect/evidence.h"
#include "detect/reading.h"
#include "pidun/pidun.h"
#include "text/positions.h"

namespace pidun {

struct Detail {
  uint64_t reasons = 0;
  Position location;
  uint64_t evidence = 0;  // offset in Findings::evidence
  Kind also = Kind::none;
};

struct Findings {
  std::vector<pidun_finding> items;
  std::vector<Detail> details;
  std::string evidence;  // NUL-terminated strings, one after another
  uint32_t incomplete = 0;
  uint64_t bytes = 0;

  size_t size() const { return items.size(); }
  // Forgets everything and wipes the evidence; keeps the memory.
  void clear();
  // Drops the findings from `count` on.
  void shorten(size_t count);
  void append(const Findings& other);

  class Room;
};

// Room for `count` more findings, to be filled one after the other; what was not needed for evidence is given back.
class Findings::Room {
 public:
  Room(Findings& found, size_t count) : found_(found) {
    const size_t first = found.size(), text = found.evidence.size();
    found.evidence.resize(text + count * (kLongestEvidence + 1));
    found.details.resize(first + count);
    found.items.resize(first + count);
    items = found.items.data() + first;
    details = found.details.data() + first;
    next = found.evidence.data() + text;
  }
  ~Room() { found_.evidence.resize(written()); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  uint64_t written() const { return static_cast<uint64_t>(next - found_.evidence.data()); }

  pidun_finding* items;
  Detail* details;
  char* next;  // where evidence goes, at most kLongestEvidence + 1 bytes for a finding

 private:
  Findings& found_;
};

}  // namespace pidun
