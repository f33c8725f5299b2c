// See dashed.h.
#include "structure/dashed.h"

#include "structure/marks.h"

namespace pidun {
namespace {

enum Set : uint8_t { kDash, kNewline, kSets };
constexpr ByteRange kDashedSets[kSets] = {one_byte('-'), one_byte('\n')};
constexpr uint32_t kDashes = 4;

}  // namespace

Event DashedReader::value(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  event.column = column_;
  event.flags = row_flags_;
  return event;
}

void DashedReader::end_cell(uint64_t end, uint64_t next, Events& events) {
  row_.put(value(end), events);
  begin_ = next;
  dashes_ = 0;
  ++column_;
}

void DashedReader::end_line(const Window& window, uint64_t at, Events& events) {
  const uint64_t end = without_return(window, begin_, at);
  if (column_ != 0 || end != begin_) {
    row_.put(value(end), events);
    row_flags_ = 0;
  }
  row_.end_row(events);
  begin_ = at + 1;
  column_ = 0;
  dashes_ = 0;
}

void DashedReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [](const MarkWord<kSets>& word) { return word.set(kDash) | word.set(kNewline); };
  visit_marks(window, from, end, kDashedSets, wanted, [&](uint64_t at, char c) {
    if (c == '\n') return end_line(window, at, events);
    dashes_ = dash_end_ == at ? dashes_ + 1 : 1;
    dash_end_ = at + 1;
    if (dashes_ == kDashes) end_cell(at + 1 - kDashes, at + 1, events);
  });
}

void DashedReader::pause(const Window& window, uint64_t end, Events& events) {
  const uint64_t hyphens = dash_end_ == end ? dashes_ : 0;  // may still part two cells
  row_.pause(value(without_return(window, begin_, end - hyphens)), events);
}

void DashedReader::finish(const Window& window, uint64_t end, Events& events) {
  end_line(window, end, events);
  begin_ = end;
}

}  // namespace pidun
