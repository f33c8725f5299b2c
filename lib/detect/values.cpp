#include "detect/values.h"

#include <algorithm>

namespace pidun {

void Values::start(const LabelTable& labels, const Layout& layout, Label label) {
  labels_ = &labels;
  lines_ = layout.format == Format::lines;
  input_label_ = label;
  columns_.clear();
  for (const auto& name : layout.header) columns_.push_back(labels.classify(name));
  events_.clear();
  cursor_ = 0;
  open_values_.clear();
}

Label Values::label_of_key(std::string_view key) {
  if (key.size() > 64) return labels_->classify(key);
  if (cache_.empty()) cache_.resize(64);
  size_t slot = key.size();
  for (const char c : key) slot = slot * 31 + static_cast<unsigned char>(c);
  CachedKey& cached = cache_[slot % cache_.size()];
  if (cached.key != key) cached = {std::string(key), labels_->classify(key)};
  return cached.label;
}

Label Values::label_of(const Window& window, const Event& event) {
  if ((event.flags & kEventContinued) != 0) {
    for (const OpenValue& open : open_values_)
      if (open.begin == event.begin) return open.label;
    return input_label_;
  }
  if ((event.flags & kEventHeader) != 0) return Label::none;
  if (event.name_back == 0) return label_of_column(event.column);
  const uint64_t key = event.begin - event.name_back;
  const Label label = label_of_key(window.view(key, key + event.name_length));
  return label != Label::none ? label : input_label_;
}

void Values::note_open(const Window& window) {
  // A stretch leaves at most one value open, and only a few stretches are looked back at.
  constexpr size_t kKept = 8;
  if (events_.empty()) return;
  const Event& last = events_.back();
  if ((last.flags & kEventOpen) == 0 || (last.flags & kEventContinued) != 0) return;
  if (open_values_.size() == kKept) open_values_.erase(open_values_.begin());
  open_values_.push_back({last.begin, label_of(window, last)});
}

void Values::forget_before(uint64_t offset) {
  const auto kept =
      std::partition_point(events_.begin(), events_.end(), [&](const Event& event) { return event.end < offset; });
  events_.erase(events_.begin(), kept);
  cursor_ = 0;
}

Value Values::at(const Window& window, uint64_t offset) {
  const Event* const events = events_.data();
  size_t cursor = cursor_;
  const size_t size = events_.size();
  while (cursor > 0 && events[cursor - 1].end > offset) --cursor;
  while (cursor < size && events[cursor].end <= offset) ++cursor;
  cursor_ = cursor;
  // Events are in order of their end and values do not overlap, so only the first that ends behind can hold it.
  if (cursor == size || events[cursor].kind != EventKind::value || events[cursor].begin > offset)
    return {offset, offset + 1, input_label_, false, true};
  const Event& event = events[cursor];
  // What was open when reading paused goes on in the next event, and the last of such a chain tells where it ends.
  size_t last = cursor;
  while ((events[last].flags & kEventOpen) != 0 && last + 1 < size) ++last;
  const bool open = (events[last].flags & kEventOpen) != 0;
  const bool whole = lines_ && (event.flags & kEventRowBegin) != 0 && (events[last].flags & kEventRowEnd) != 0;
  const bool plain = (event.flags & (kEventContinued | kEventHeader)) == 0 && event.name_back == 0;
  const Label name = plain ? label_of_column(event.column) : label_of(window, event);
  return {event.begin, events[last].end, name, whole && !open, open};
}

void Values::labelled(const Window& window, Span range, uint64_t longest, const std::function<bool(Label)>& wanted,
                      std::vector<Value>& out) {
  // Of a table it is known beforehand whether any column is wanted.
  const bool by_column = !columns_.empty();
  const bool input_wanted = wanted(input_label_);
  std::vector<bool> columns(columns_.size());
  for (size_t i = 0; i < columns_.size(); ++i)
    columns[i] = columns_[i] != Label::none ? wanted(columns_[i]) : input_wanted;
  const bool any_column = std::find(columns.begin(), columns.end(), true) != columns.end();
  if ((lines_ || by_column) && !any_column && !input_wanted) return;
  for (const Event& event : events_) {
    if (event.begin >= range.end) break;
    // Of a value that was read with a pause, the last event is that of the whole value.
    if (event.kind != EventKind::value || (event.flags & (kEventOpen | kEventHeader)) != 0) continue;
    if (event.begin < range.begin || event.end - event.begin > longest) continue;
    if (by_column && !(event.column < columns.size() ? columns[event.column] : input_wanted)) continue;
    const Label label = label_of(window, event);
    if (wanted(label)) out.push_back({event.begin, event.end, label, false, false});
  }
}

}  // namespace pidun
