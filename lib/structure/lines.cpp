// See lines.h.
#include "structure/lines.h"

#include <cstring>

namespace pidun {

bool LineReader::emit(const Window& window, uint64_t stop, uint8_t open, std::vector<Event>& events) {
  const uint64_t end = without_return(window, begin_, stop);
  if (end == begin_) return false;
  Event& event = events.emplace_back();
  event.begin = begin_;
  event.end = end;
  event.flags = static_cast<uint8_t>(kEventRowBegin | kEventRowEnd | continued_ | open);
  return true;
}

void LineReader::step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) {
  const std::string_view bytes = window.view(from, end);
  const char* at = bytes.data();
  const char* const stop = at + bytes.size();
  while (at < stop) {
    const auto* hit = static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(stop - at)));
    if (hit == nullptr) return;
    const uint64_t newline = from + static_cast<uint64_t>(hit - bytes.data());
    emit(window, newline, 0, events);
    begin_ = newline + 1;
    continued_ = 0;
    at = hit + 1;
  }
}

void LineReader::pause(const Window& window, uint64_t end, std::vector<Event>& events) {
  if (emit(window, end, kEventOpen, events)) continued_ = kEventContinued;
}

void LineReader::finish(const Window& window, uint64_t end, std::vector<Event>& events) {
  emit(window, end, 0, events);
  begin_ = end;
  continued_ = 0;
}

}  // namespace pidun
