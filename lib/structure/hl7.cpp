// See hl7.h.
#include "structure/hl7.h"

#include <algorithm>

#include "base/ascii.h"
#include "structure/marks.h"

namespace pidun {
namespace {

enum Set : uint8_t { kControl, kPunct1, kPunct2, kPunct3, kPunct4, kSets };
// All that may part fields, as each message may choose.
constexpr ByteRange kHl7Sets[kSets] = {{0x0A, 0x1C - 0x0A}, {0x21, 0x0E}, {0x3A, 6}, {0x5B, 5}, {0x7B, 3}};
enum Separator : uint8_t { kField, kComponent, kRepetition, kEscape, kSubcomponent };
constexpr uint32_t kHeaders[] = {hl7_table('M', 'S', 'H'), hl7_table('F', 'H', 'S'), hl7_table('B', 'H', 'S')};
constexpr uint32_t kPatient = hl7_table('P', 'I', 'D');

bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_alnum(c); }
bool ends_segment(char c) { return c == '\r' || c == '\n' || c == '\x0B' || c == '\x1C'; }
bool in_name(char c) { return is_upper(c) || is_digit(c); }
uint32_t table_of(std::string_view name) { return hl7_table(name[0], name[1], name[2]); }

}  // namespace

bool Hl7Reader::is_header() const {
  return std::find(std::begin(kHeaders), std::end(kHeaders), table_) != std::end(kHeaders);
}

Event Hl7Reader::value(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  event.table = table_;
  event.column = hl7_column(field_, component_, subcomponent_);
  event.depth = static_cast<uint16_t>((in_message_ ? 1 : 0) + (in_patient_ ? 1 : 0));
  return event;
}

void Hl7Reader::border(EventKind kind, uint64_t at, Events& events) {
  Event& event = events.emplace_back();
  event.begin = event.end = at;
  event.kind = kind;
  const bool end = kind == EventKind::object_end;
  event.depth = static_cast<uint16_t>((in_message_ ? 1 : 0) + (in_patient_ ? 1 : 0) - (end ? 1 : 0));
}

// The segment at `at` ends or begins patients and messages.
void Hl7Reader::group(uint64_t at, Events& events) {
  const bool header = is_header();
  if (in_patient_ && (header || table_ == kPatient)) {
    border(EventKind::object_end, at, events);
    in_patient_ = false;
  }
  if (in_message_ && header) {
    border(EventKind::object_end, at, events);
    in_message_ = false;
  }
  if (!header && table_ != kPatient) return;
  border(EventKind::object_begin, at, events);
  (header ? in_message_ : in_patient_) = true;
}

// Its name and a field separator end at `at`.
void Hl7Reader::begin_segment(const Window& window, uint64_t at, Events& events) {
  table_ = table_of(window.view(at - 3, at));
  group(at - 3, events);
  field_ = component_ = subcomponent_ = 1;
  begin_ = at + 1;
  state_ = State::field;
  if (!is_header()) return;
  constexpr char kDefault[] = {'|', '^', '~', '\\', '&'};
  std::copy(std::begin(kDefault), std::end(kDefault), separators_);
  separators_[kField] = window.at(at);
  state_ = State::encoding;
}

void Hl7Reader::end_segment(uint64_t next, Events& events) {
  row_.end_row(events);
  state_ = State::name;
  begin_ = next;
  table_ = field_ = 0;
  component_ = subcomponent_ = 1;
}

void Hl7Reader::end_value(uint64_t end, uint64_t next, Events& events) {
  if (end > begin_) row_.put(value(end), events);
  begin_ = next;
}

void Hl7Reader::on_name_byte(const Window& window, uint64_t at, char c, Events& events) {
  const uint64_t length = at - begin_;
  const bool header = length == 3 && (table_ = table_of(window.view(begin_, at)), is_header());
  if (length == 3 && (header ? is_punctuation(c) : c == separators_[kField])) return begin_segment(window, at, events);
  table_ = 0;
  if (length < 3 && (length == 0 ? is_upper(c) : in_name(c))) return;
  if (length == 0 && (ends_segment(c) || c == ' ')) {
    begin_ = at + 1;
    return;
  }
  state_ = State::field;  // no name: what stands here is a value
  on_field_byte(window, at, c, events);
}

void Hl7Reader::on_encoding_byte(uint64_t at, char c) {
  if (c == separators_[kField]) {
    field_ = 3;
    begin_ = at + 1;
    state_ = State::field;
    return;
  }
  const uint64_t which = at - begin_ + 1;
  if (which < sizeof(separators_) && is_punctuation(c)) separators_[which] = c;
}

void Hl7Reader::on_field_byte(const Window& window, uint64_t at, char c, Events& events) {
  constexpr uint32_t kMostParts = 255, kMostFields = 65535;
  if (ends_segment(c)) {
    end_value(at, at + 1, events);
    end_segment(at + 1, events);
  } else if (c == separators_[kField]) {
    const bool glued = at - begin_ >= 3 && is_known_segment(table_of(window.view(at - 3, at)));
    end_value(glued ? at - 3 : at, at + 1, events);
    field_ = std::min(field_ + 1, kMostFields);
    component_ = subcomponent_ = 1;
    if (!glued) return;
    row_.end_row(events);
    begin_segment(window, at, events);
  } else if (c == separators_[kComponent]) {
    end_value(at, at + 1, events);
    component_ = std::min(component_ + 1, kMostParts);
    subcomponent_ = 1;
  } else if (c == separators_[kRepetition]) {
    end_value(at, at + 1, events);
    component_ = subcomponent_ = 1;
  } else if (c == separators_[kSubcomponent]) {
    end_value(at, at + 1, events);
    subcomponent_ = std::min(subcomponent_ + 1, kMostParts);
  }
}

void Hl7Reader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  switch (state_) {
    case State::name:
      return on_name_byte(window, at, c, events);
    case State::encoding:
      if (ends_segment(c)) return end_segment(at + 1, events);
      return on_encoding_byte(at, c);
    case State::field:
      return on_field_byte(window, at, c, events);
  }
}

void Hl7Reader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [this](const MarkWord<kSets>& word) {
    if (state_ != State::field) return word.all();
    return word.set(kControl) | word.set(kPunct1) | word.set(kPunct2) | word.set(kPunct3) | word.set(kPunct4);
  };
  visit_marks(window, from, end, kHl7Sets, wanted, [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

void Hl7Reader::pause(const Window& window, uint64_t end, Events& events) {
  if (state_ != State::field) return row_.pause(Event{}, events);
  uint64_t so_far = end;  // the last bytes may become the name of the next segment
  while (so_far > begin_ && end - so_far < 3 && in_name(window.at(so_far - 1))) --so_far;
  row_.pause(value(so_far), events);
}

void Hl7Reader::finish(const Window&, uint64_t end, Events& events) {
  if (state_ != State::encoding) end_value(end, end, events);
  end_segment(end, events);
  if (in_patient_) border(EventKind::object_end, end, events);
  in_patient_ = false;
  if (in_message_) border(EventKind::object_end, end, events);
  in_message_ = false;
}

}  // namespace pidun
