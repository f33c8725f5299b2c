// See form.h.
#include "structure/form.h"

#include "structure/marks.h"

namespace pidun {
namespace {

enum Set : uint8_t { kAnd, kEquals, kNewline, kSets };
constexpr ByteRange kFormSets[kSets] = {one_byte('&'), one_byte('='), one_byte('\n')};

}  // namespace

Event FormReader::value(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  event.name_back = name_back_;
  event.name_length = static_cast<uint16_t>(name_back_ == 0 ? 0 : name_back_ - 1);
  return event;
}

void FormReader::end_field(uint64_t end, uint64_t next, Events& events) {
  if (end > begin_ || name_back_ != 0) row_.put(value(end), events);
  begin_ = next;
  named_ = false;
  name_back_ = 0;
}

void FormReader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (c == '\n') {
    end_field(without_return(window, begin_, at), at + 1, events);
    row_.end_row(events);
  } else if (c == '&') {
    end_field(at, at + 1, events);
  } else {  // the first '=' of the field
    named_ = true;
    if (at == begin_ || at - begin_ > kKeyMost) return;
    name_back_ = static_cast<uint16_t>(at + 1 - begin_);
    begin_ = at + 1;
  }
}

void FormReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [this](const MarkWord<kSets>& word) {
    return word.set(kAnd) | word.set(kNewline) | (named_ ? 0 : word.set(kEquals));
  };
  visit_marks(window, from, end, kFormSets, wanted, [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

void FormReader::pause(const Window& window, uint64_t end, Events& events) {
  const bool certain = named_ || end - begin_ > kKeyMost;
  row_.pause(certain ? value(without_return(window, begin_, end)) : Event{}, events);
}

void FormReader::finish(const Window& window, uint64_t end, Events& events) {
  end_field(without_return(window, begin_, end), end, events);
  row_.end_row(events);
}

}  // namespace pidun
