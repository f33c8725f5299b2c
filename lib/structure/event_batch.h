// Events on their way into a vector. A vector checks its room for each event and initialises what is overwritten at
// once; here both are paid once in 64 events.
// Tested through the readers, in tests/unit/structure/.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

#include "structure/structure.h"

namespace pidun {

class EventBatch {
 public:
  explicit EventBatch(std::vector<Event>& events) : events_(events) {}
  EventBatch(const EventBatch&) = delete;
  EventBatch& operator=(const EventBatch&) = delete;
  ~EventBatch() { flush(); }

  // Where up to 64 more events may be written, in order; commit() says how far they go.
  Event* room() {
    if (size_ >= 64) flush();
    return events_of(raw_) + size_;
  }
  void commit(const Event* behind) { size_ = static_cast<size_t>(behind - events_of(raw_)); }
  void flush() {
    const Event* first = events_of(raw_);
    events_.insert(events_.end(), first, first + size_);
    size_ = 0;
  }

 private:
  // Events are of implicit lifetime: bytes that are written as one are one.
  static_assert(std::is_trivially_copyable_v<Event>);
  static Event* events_of(std::byte* raw) { return std::launder(reinterpret_cast<Event*>(raw)); }

  std::vector<Event>& events_;
  size_t size_ = 0;
  alignas(Event) std::byte raw_[128 * sizeof(Event)];
};

}  // namespace pidun
