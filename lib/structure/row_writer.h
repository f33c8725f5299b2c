// Values of a row on their way out. Which value is the last of its row is known only where the row ends, so one value
// is held back; at a pause it is reported open, and continued when the row goes on or ends.
// Tested through the readers, in tests/unit/structure/.
#pragma once

#include "structure/structure.h"

namespace pidun {

class RowWriter {
 public:
  // A value that is complete. If it was reported open, this is its last event but for the row's end.
  void put(Event value, Events& events) {
    release(0, events);
    value.flags |= static_cast<uint8_t>(begin_ | continued_);
    continued_ = 0;
    begin_ = 0;
    held_ = value;
    holds_ = true;
  }
  // What was put since the last end is a row; without a value there is none.
  void end_row(Events& events) {
    release(kEventRowEnd, events);
    begin_ = kEventRowBegin;
  }
  // Reports `value`, which goes on, or if it has no byte yet what is held.
  void pause(Event value, Events& events) {
    if (value.end > value.begin) {
      release(0, events);
      value.flags |= static_cast<uint8_t>(begin_ | continued_ | kEventOpen);
      events.emplace_back() = value;
      continued_ = kEventContinued;
    } else if (holds_) {
      events.emplace_back() = held_;
      events.back().flags |= kEventOpen;
      held_.flags |= kEventContinued;
    }
  }

 private:
  void release(uint8_t flags, Events& events) {
    if (!holds_) return;
    held_.flags |= flags;
    events.emplace_back() = held_;
    holds_ = false;
  }

  Event held_;
  bool holds_ = false;
  uint8_t begin_ = kEventRowBegin;  // until the row's first value is complete
  uint8_t continued_ = 0;           // kEventContinued if the value that goes on was reported
};

}  // namespace pidun
