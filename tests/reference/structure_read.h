// Reads an input through a reader, whole or cut anywhere, and puts the parts of cut values together again.
// Serves the tests of lib/structure/ and its fuzz target.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "structure/structure.h"

namespace pidun {

inline bool operator==(const Event& a, const Event& b) {
  return a.begin == b.begin && a.end == b.end && a.column == b.column && a.name_back == b.name_back &&
         a.name_length == b.name_length && a.depth == b.depth && a.kind == b.kind && a.flags == b.flags &&
         a.table == b.table;
}

inline std::ostream& operator<<(std::ostream& out, const Event& e) {
  const char* const kinds[] = {"value", "object_begin", "object_end", "array_begin", "array_end"};
  return out << "\n  " << kinds[static_cast<int>(e.kind)] << " [" << e.begin << ',' << e.end << ") column " << e.column
             << " name -" << e.name_back << '+' << e.name_length << " depth " << e.depth << " flags " << int{e.flags}
             << " table " << e.table;
}

// Reads on to `end`, showing the reader no more of the input than it is promised.
inline void read_to(Reader& reader, std::string_view input, uint64_t end, bool last, std::vector<Event>& events) {
  const uint64_t from = reader.offset() > kMaxNameBack ? reader.offset() - kMaxNameBack : 0;
  // A copy of its own, so that a sanitizer sees any step outside.
  const std::string shown(input.substr(from, end - from));
  reader.read(Window(shown, from), end, last, events);
}

// `cuts` ascend, none beyond the end of the input.
inline std::vector<Event> read_cut(Reader& reader, std::string_view input, const std::vector<uint64_t>& cuts) {
  std::vector<Event> events;
  for (const uint64_t cut : cuts) read_to(reader, input, cut, false, events);
  read_to(reader, input, input.size(), true, events);
  return events;
}

inline std::vector<Event> read_whole(const Layout& layout, std::string_view input) {
  const std::unique_ptr<Reader> reader = make_reader(layout);
  return read_cut(*reader, input, {});
}

// One event for each chain of open and continued ones. Empty `error` if the chains are in order.
inline std::vector<Event> merged(const std::vector<Event>& events, std::string& error) {
  std::vector<Event> whole;
  bool open = false;
  for (Event event : events) {
    const bool continued = (event.flags & kEventContinued) != 0;
    if (continued != open) error = "an open value is followed by something else";
    if (continued && !whole.empty()) {
      if (whole.back().begin != event.begin || whole.back().end > event.end) error = "a continued value moved";
      whole.pop_back();
    }
    open = (event.flags & kEventOpen) != 0;
    if (!continued && !whole.empty() && event.end < whole.back().end) error = "events are not in order of their end";
    event.flags = static_cast<uint8_t>(event.flags & ~(kEventContinued | kEventOpen));
    whole.push_back(event);
  }
  if (open) error = "a value is still open at the end";
  return whole;
}

// What must hold of all events of an input of `size` bytes, read whole.
inline std::string check_bounds(const std::vector<Event>& events, uint64_t size) {
  uint64_t nesting = 0;
  for (const Event& event : events) {
    if (event.begin > event.end || event.end > size) return "an event lies outside of the input";
    if (event.name_back > kMaxNameBack || event.name_length > event.name_back) return "a name is out of reach";
    if (event.name_back > event.begin) return "a name lies before the input";
    if (event.kind == EventKind::object_end || event.kind == EventKind::array_end) {
      if (nesting == 0) return "more ends than begins";
      --nesting;
    }
    if (event.depth > kMaxDepth || event.depth != nesting) return "depth does not fit the borders";
    if (event.kind == EventKind::object_begin || event.kind == EventKind::array_begin) ++nesting;
  }
  return nesting == 0 ? "" : "a container is never closed";
}

}  // namespace pidun
