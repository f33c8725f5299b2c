// Values under a label: those that begin in a stretch, and whose label and size are wanted. See values.h.
#include <algorithm>

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
  const Column* const columns = wanted_.data();
  const size_t beyond = columns_.size();
  // Values do not overlap, so those that begin before the range stand first.
  const auto first = std::partition_point(events_.begin(), events_.end(),
                                          [&](const Event& event) { return event.begin < range.begin; });
  for (auto it = first; it != events_.end(); ++it) {
    const Event& event = *it;
    if (by_column && !columns[std::min<size_t>(event.column, beyond)].wanted.wanted) continue;
    if (event.begin < range.begin || !is_last_of_value(event, it + 1 == events_.end())) continue;
    if (event.begin >= range.end) break;
    if (by_column && event.name_back == 0 && (event.flags & kEventContinued) == 0) {
      const Column& column = columns[std::min<size_t>(event.column, beyond)];
      add(window, event, column.label, column.wanted, out);
    } else {
      const Label label = label_of(window, event);
      if (const LabelBounds::Bounds bounds = wanted.of(label); bounds.wanted) add(window, event, label, bounds, out);
    }
  }
}

}  // namespace pidun
