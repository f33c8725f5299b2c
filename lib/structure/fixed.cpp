// See fixed.h.
#include "structure/fixed.h"

#include <algorithm>
#include <cstring>

namespace pidun {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

Event FixedReader::value(const Window& window, uint64_t stop) const {
  Event event;
  event.begin = event.end = begin_;
  event.column = column_;
  event.flags = header_lines_ != 0 ? kEventHeader : 0;
  if (!begun_) return event;
  const uint64_t least = std::max(begin_, stop > kTrimMost ? stop - kTrimMost : 0);
  while (stop > least && is_blank(window.at(stop - 1))) --stop;
  event.end = stop;
  return event;
}

void FixedReader::look_for_begin(const Window& window, uint64_t from, uint64_t end) {
  if (begun_) return;
  const std::string_view bytes = window.view(from, end);
  const auto* found = std::find_if(bytes.begin(), bytes.end(), [](char c) { return !is_blank(c); });
  begun_ = found != bytes.end();
  begin_ = from + static_cast<uint64_t>(found - bytes.begin());
}

void FixedReader::end_cell(const Window& window, uint64_t stop, Events& events) {
  if (begun_) row_.put(value(window, stop), events);
  begun_ = false;
}

void FixedReader::end_line(const Window& window, uint64_t at, Events& events) {
  end_cell(window, at, events);
  row_.end_row(events);
  line_begin_ = at + 1;
  column_ = 0;
  if (header_lines_ != 0) --header_lines_;
}

void FixedReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  while (from < end) {
    const bool last_column = column_ + 1 >= starts_.size();
    const uint64_t border = last_column ? end : std::min(end, line_begin_ + starts_[column_ + 1]);
    const std::string_view bytes = window.view(from, border);
    const size_t newline = bytes.find('\n');
    const uint64_t stop = from + std::min(newline, bytes.size());
    look_for_begin(window, from, stop);
    from = stop;
    if (newline != std::string_view::npos) {
      end_line(window, stop, events);
      ++from;
    } else if (!last_column && stop == line_begin_ + starts_[column_ + 1]) {
      end_cell(window, stop, events);
      ++column_;
    }
  }
}

void FixedReader::pause(const Window& window, uint64_t end, Events& events) { row_.pause(value(window, end), events); }

void FixedReader::finish(const Window& window, uint64_t end, Events& events) {
  end_line(window, end, events);
  line_begin_ = end;
}

}  // namespace pidun
