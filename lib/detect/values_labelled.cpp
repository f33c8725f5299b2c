// Which label stands over a value, and the values under a label that begin in a stretch, whose label and size are
// wanted. See values.h.
#include <algorithm>
#include <span>

#include "detect/values.h"

namespace pidun {
namespace {

// Of a value that was read with a pause, the last event is that of the whole value; of one that goes on behind what is
// read, which is a long way from where values are asked for, there is no later one.
bool is_last_of_value(const Event& event, bool last) {
  return event.kind == EventKind::value && (event.flags & kEventHeader) == 0 &&
         (last || (event.flags & kEventOpen) == 0);
}

Span without_blanks(const Window& window, Span value) {
  const std::string_view text = window.view(value);
  if (!text.empty() && text.front() != ' ' && text.back() != ' ') return value;  // nearly all
  while (value.begin < value.end && window.at(value.begin) == ' ') ++value.begin;
  while (value.begin < value.end && window.at(value.end - 1) == ' ') --value.end;
  return value;
}

void add(const Window& window, const Event& event, Label label, const LabelBounds::Bounds& wanted,
         std::vector<Value>& out) {
  const Span value = without_blanks(window, {event.begin, event.end});
  if (wanted.fit(value.size())) out.push_back({value.begin, value.end, label, false, false, false});
}

}  // namespace

// Of an event with a key.
inline Label Values::label_of_key(const Window& window, const Event& event) {
  const std::string_view bytes = window.bytes();
  const uint64_t begin = event.begin - event.name_back;
  if (begin < window.begin() || begin >= window.end()) return input_label_;
  const size_t at = begin - window.begin();
  const KeyLabels::Said& said = keys_.classify(*labels_, bytes.substr(at, event.name_length), bytes.size() - at);
  const Label label = said.label;  // what was said does not outlast the next question, that of the parent
  if (said.beside >= 0 && is_given_meaning_near(window, event, said.beside)) return label_beside(said.beside);
  if (said.of_parent && (label == Label::none || label == Label::other))
    if (const Label parent = label_of_parent(window, event); parent != Label::none) return parent;
  return label != Label::none ? label : input_label_;
}

Label Values::label_of(const Window& window, const Event& event) {
  if (named_) return static_cast<Label>(event.column);
  if ((event.flags & kEventContinued) != 0) {
    for (const OpenValue& open : open_values_)
      if (open.begin == event.begin) return open.label;
    return input_label_;
  }
  if ((event.flags & kEventHeader) != 0) return Label::none;
  if (event.table != 0) return label_of_far(event);
  return event.name_back == 0 ? label_of_column(event.column) : label_of_key(window, event);
}

// Of a table it is known beforehand which columns are wanted; false if none is. The last one stands for the cells
// behind the header.
bool Values::want_columns(const LabelBounds& wanted) {
  wanted_.resize(columns_.size() + 1);
  bool any = false;
  for (uint32_t column = 0; column <= columns_.size(); ++column) {
    const Label label = label_of_column(column);
    wanted_[column] = {label, wanted.of(label)};
    any |= wanted_[column].wanted.wanted;
  }
  return any;
}

void Values::labelled(const Window& window, Span range, const LabelBounds& wanted, std::vector<Value>& out) {
  if (lines_ && !wanted.wants(input_label_)) return;
  const bool by_column = !columns_.empty();
  if (by_column && !want_columns(wanted)) return;
  // Values do not overlap, so those that begin before the range stand first.
  const auto first = std::partition_point(events_.begin(), events_.end(),
                                          [&](const Event& event) { return event.begin < range.begin; });
  const std::span<const Event> events(first, events_.end());
  by_column ? labelled_cells(window, events, range, wanted, out) : labelled_keys(window, events, range, wanted, out);
}

void Values::labelled_cells(const Window& window, std::span<const Event> events, Span range, const LabelBounds& wanted,
                            std::vector<Value>& out) {
  const Column* const columns = wanted_.data();
  const size_t beyond = columns_.size();
  for (const Event& event : events) {
    const Column& column = columns[std::min<size_t>(event.column, beyond)];
    if (!column.wanted.wanted || !is_last_of_value(event, &event == &events.back())) continue;
    if (event.begin >= range.end) break;
    if (event.name_back == 0 && (event.flags & kEventContinued) == 0) {
      add(window, event, column.label, column.wanted, out);
    } else {
      const Label label = label_of(window, event);
      if (const LabelBounds::Bounds bounds = wanted.of(label); bounds.wanted) add(window, event, label, bounds, out);
    }
  }
}

void Values::labelled_keys(const Window& window, std::span<const Event> events, Span range, const LabelBounds& wanted,
                           std::vector<Value>& out) {
  constexpr uint8_t kOdd = kEventHeader | kEventOpen | kEventContinued;
  for (const Event& event : events) {
    if (event.kind != EventKind::value) continue;
    if (event.begin >= range.end) break;
    const bool keyed = (event.flags & kOdd) == 0 && event.name_back != 0 && event.table == 0 && !named_;
    if (!keyed && !is_last_of_value(event, &event == &events.back())) continue;
    const Label label = keyed ? label_of_key(window, event) : label_of(window, event);
    if (const LabelBounds::Bounds bounds = wanted.of(label); bounds.wanted) add(window, event, label, bounds, out);
  }
}

}  // namespace pidun
