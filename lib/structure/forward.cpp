// See forward.h.
#include "structure/forward.h"

namespace pidun {

bool ForwardReader::find_start(const Window& window, uint64_t end, bool last) {
  const std::string_view head = window.view(0, end < kByteOrderMark.size() ? end : kByteOrderMark.size());
  if (head == kByteOrderMark) {
    at_ = kByteOrderMark.size();
  } else if (!last && head == kByteOrderMark.substr(0, head.size())) {
    return false;
  }
  started_ = true;
  start(at_);
  return true;
}

void ForwardReader::read(const Window& window, uint64_t end, bool last, std::vector<Event>& events) {
  if (end < offset_) end = offset_;
  offset_ = end;
  if (!started_ && !find_start(window, end, last)) return;
  if (at_ < end) step(window, at_, end, events);
  at_ = end;
  if (last) {
    finish(window, end, events);
  } else {
    pause(window, end, events);
  }
}

}  // namespace pidun
