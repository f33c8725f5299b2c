#include "detect/values.h"

#include <algorithm>

#include "detect/beside_names.h"
#include "unwrap/spelt_name.h"

namespace pidun {

void Values::start(const LabelTable& labels, const Layout& layout, Label label) {
  labels_ = &labels;
  lines_ = layout.format == Format::lines;
  named_ = false;
  far_names_ = !lines_ && layout.format != Format::delimited && layout.format != Format::json;
  input_label_ = label;
  columns_.clear();
  by_content_.clear();
  columns_ = classify_header(labels, layout.header);
  events_.clear();
  cursor_ = 0;
  open_values_.clear();
  far_.clear();
  noted_ = 0;
}

void Values::set_columns(const std::vector<ColumnLabel>& columns) {
  columns_.clear();
  by_content_.clear();
  bool any = false;
  for (const ColumnLabel& column : columns) {
    columns_.push_back(column.label);
    by_content_.push_back(column.by_content ? 1 : 0);
    any |= column.by_content;
  }
  if (!any) by_content_.clear();
}

void Values::start_named(Label input_label) {
  lines_ = far_names_ = false;
  named_ = true;
  input_label_ = input_label;
  columns_.clear();
  by_content_.clear();
  events_.clear();
  cursor_ = 0;
}

void Values::add_named(Span span, Label name, bool whole_line) {
  Event& event = events_.emplace_back();
  event.begin = span.begin;
  event.end = span.end;
  event.column = static_cast<uint32_t>(name);
  event.flags = whole_line ? kEventRowBegin | kEventRowEnd : 0;
}

Label Values::label_of_parent(const Window& window, const Event& event) {
  constexpr uint64_t kReach = 512;  // bytes: what lies so near is known wherever a scan is cut
  for (auto at = static_cast<size_t>(&event - events_.data()); at-- > 0;) {
    const Event& other = events_[at];
    if (other.begin + kReach < event.begin) break;
    if (other.kind != EventKind::object_begin || other.depth + 1 != event.depth) continue;
    if (other.name_back == 0) break;
    const uint64_t key = other.begin - other.name_back;
    return keys_.classify(*labels_, window.view(key, key + other.name_length)).label;
  }
  return Label::none;
}

// Whether a key of the same object gives the word its meaning.
bool Values::is_given_meaning_near(const Window& window, const Event& event, int word) const {
  constexpr uint64_t kReach = 512;  // bytes: what lies so near is known wherever a scan is cut
  constexpr int kMost = 32;         // events either way: objects have few keys, and arrays may have many items
  const uint64_t own = event.begin - event.name_back;
  const auto gives = [&](const Event& other) {
    if (other.kind != EventKind::value || other.depth != event.depth || other.name_back == 0) return false;
    const uint64_t key = other.begin - other.name_back;
    const std::string_view name = window.view(key, key + other.name_length);
    return key != own && (may_be_spelt(name) ? gives_meaning(spelt_name(name), word) : gives_meaning(name, word));
  };
  const auto is_border = [&](const Event& other) {
    return other.kind != EventKind::value && other.depth < event.depth;
  };
  const auto place = &event - events_.data(), count = static_cast<std::ptrdiff_t>(events_.size());
  for (std::ptrdiff_t i = place - 1; i >= std::max<std::ptrdiff_t>(0, place - kMost); --i) {
    const Event& other = events_[static_cast<size_t>(i)];
    if (other.end + kReach < event.begin || is_border(other)) break;
    if (gives(other)) return true;
  }
  for (std::ptrdiff_t i = place + 1; i < std::min(count, place + 1 + kMost); ++i) {
    const Event& other = events_[static_cast<size_t>(i)];
    if (other.begin > event.begin + kReach || is_border(other)) break;
    if (gives(other)) return true;
  }
  return false;
}

namespace {

uint64_t place_of(const Event& event) { return uint64_t{event.table} << 32 | event.column; }

// Whether another column of the table gives the word its meaning.
bool is_given_meaning(const Reader& reader, uint32_t table, int word) {
  constexpr uint32_t kMostColumns = 64;
  for (uint32_t column = 0; column < kMostColumns; ++column)
    if (gives_meaning(reader.far_name(table, column).name, word)) return true;
  return false;
}

}  // namespace

Label Values::label_of_far(const Event& event) const {
  const auto found = far_.find(place_of(event));
  return found != far_.end() && found->second != Label::none ? found->second : input_label_;
}

// A pair of table and column means the same throughout the input, so what is known of it stays known.
void Values::note_far_names(const Reader& reader, size_t first) {
  constexpr size_t kMostKnown = 16384;
  if (far_.size() > kMostKnown) {
    far_.clear();
    first = 0;
  }
  for (size_t i = first; i < events_.size(); ++i) {
    if (events_[i].table == 0) continue;
    const auto [known, added] = far_.try_emplace(place_of(events_[i]), Label::none);
    if (!added) continue;
    FarName name = reader.far_name(events_[i].table, events_[i].column);
    name.name = spelt_name(name.name);
    known->second = labels_->classify(name.name);
    // The words of a comment tell what a name such as c7 does not.
    if (known->second == Label::none && !name.comment.empty()) known->second = labels_->classify(name.comment);
    if (const int word = beside_name(name.name); word >= 0 && is_given_meaning(reader, events_[i].table, word))
      known->second = label_beside(word);
  }
}

void Values::note_read(const Window& window, const Reader& reader) {
  if (far_names_) note_far_names(reader, std::min(noted_, events_.size()));
  noted_ = events_.size();
  note_open(window);
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
  const auto gone = static_cast<size_t>(kept - events_.begin());
  events_.erase(events_.begin(), kept);
  noted_ -= std::min(noted_, gone);
  cursor_ = 0;
}

// What was open when reading paused goes on in the next event, and the last of such a chain tells where it ends.
size_t Values::last_of(size_t event) const {
  while ((events_[event].flags & kEventOpen) != 0 && event + 1 < events_.size()) ++event;
  return event;
}

Value Values::value_of(const Window& window, size_t index) {
  const Event& event = events_[index];
  const Event& last = events_[last_of(index)];
  const bool open = (last.flags & kEventOpen) != 0;
  const bool whole = (lines_ || named_) && (event.flags & kEventRowBegin) != 0 && (last.flags & kEventRowEnd) != 0;
  const bool plain =
      !named_ && (event.flags & (kEventContinued | kEventHeader)) == 0 && event.name_back == 0 && event.table == 0;
  const Label name = plain ? label_of_column(event.column) : label_of(window, event);
  return {event.begin, last.end, name, whole && !open, open, is_by_content(event.column)};
}

Value Values::at(const Window& window, uint64_t offset) {
  // Events are in order of their end and values do not overlap, so only the first that ends behind can hold it.
  if (!holds(offset)) return {offset, offset + 1, input_label_, false, true, false};
  return value_of(window, cursor_);
}

Value Values::next(const Window& window, uint64_t offset) {
  seek(offset);
  size_t index = cursor_;
  while (index < events_.size() && events_[index].kind != EventKind::value) ++index;
  if (index == events_.size()) return {UINT64_MAX, UINT64_MAX, input_label_, false, false, false};
  return value_of(window, index);
}

bool Values::is_known_name(const Window& window, uint64_t offset) {
  seek(offset);
  if (cursor_ == events_.size()) return false;
  const Event& next = events_[cursor_];
  if (next.name_back == 0 || next.begin <= offset) return false;
  const uint64_t key = next.begin - next.name_back;
  if (offset < key || offset >= key + next.name_length) return false;
  return keys_.classify(*labels_, window.view(key, key + next.name_length)).label != Label::none;
}

Values::Around Values::around(uint64_t offset) {
  seek(offset);
  const bool behind_all = cursor_ == events_.size();
  if (!behind_all && events_[cursor_].begin <= offset) {
    const Event& event = events_[cursor_];
    return {{event.begin, events_[last_of(cursor_)].end},
            event.kind == EventKind::value,
            (event.flags & kEventQuoted) != 0};
  }
  return {
      {cursor_ == 0 ? 0 : events_[cursor_ - 1].end, behind_all ? UINT64_MAX : events_[cursor_].begin}, false, false};
}

size_t Values::column_around(const Window& window, uint64_t offset, Span* cells, size_t most) {
  constexpr uint64_t kReach = 512;  // bytes: what lies so near is known wherever a scan is cut
  at(window, offset);
  size_t count = 0;
  if (cursor_ >= events_.size() || events_[cursor_].kind != EventKind::value) return 0;
  const uint32_t column = events_[cursor_].column;
  const auto add = [&](const Event& event, size_t limit) {
    const bool cell =
        event.kind == EventKind::value && event.column == column && event.name_back == 0 && event.table == 0;
    if (cell && count < limit && (event.flags & (kEventHeader | kEventOpen | kEventContinued)) == 0)
      cells[count++] = {event.begin, event.end};
  };
  for (size_t i = cursor_; i-- > 0 && count < most && events_[i].begin + kReach >= offset;) add(events_[i], most);
  const size_t above = count;
  for (size_t i = cursor_ + 1; i < events_.size() && count < above + most && events_[i].end <= offset + kReach; ++i)
    add(events_[i], above + most);
  return count;
}

}  // namespace pidun
