// Events on their way into a vector. A vector checks its room for each event and initialises what is overwritten at
// once; here both are paid once in 64 events.
// Tested through the readers, in tests/unit/structure/.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

#include "structure/structure.h"

namespace pidun {

class EventBatch {
 public:
  explicit EventBatch(std::vector<Event>& events) : events_(events) {}
  EventBatch(const EventBatch&) = delete;
  EventBatch& operator=(const EventBatch&) = delete;
  ~EventBatch() { flush(); }

  // There is room for 64 more after this.
  void make_room() {
    if (size_ >= 64) flush();
  }
  // Puts the event, and keeps it if `keep`.
  void put(const Event& event, bool keep) {
    new (raw_ + size_ * sizeof(Event)) Event(event);
    size_ += keep ? 1 : 0;
  }
  void flush() {
    const Event* first = std::launder(reinterpret_cast<const Event*>(raw_));
    events_.insert(events_.end(), first, first + size_);
    size_ = 0;
  }

 private:
  std::vector<Event>& events_;
  size_t size_ = 0;
  alignas(Event) std::byte raw_[128 * sizeof(Event)];
};

}  // namespace pidun
