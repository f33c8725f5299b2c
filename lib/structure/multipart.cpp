// See multipart.h.
#include "structure/multipart.h"

#include <algorithm>

#include "base/ascii.h"
#include "structure/marks.h"

namespace pidun {
namespace {

constexpr ByteRange kNewlines[1] = {one_byte('\n')};

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

uint64_t behind_blanks(const Window& window, uint64_t at, uint64_t end) {
  while (at < end && (window.at(at) == ' ' || window.at(at) == '\t')) ++at;
  return at;
}

uint64_t find(const Window& window, uint64_t at, uint64_t end, std::string_view any) {
  return at + std::min<uint64_t>(window.view(at, end).find_first_of(any), end - at);
}

Event named(uint64_t begin, uint64_t end, uint64_t name, uint64_t name_end) {
  Event event;
  event.begin = begin;
  event.end = end;
  if (name_end == name || begin - name > kMaxNameBack) return event;
  event.name_back = static_cast<uint16_t>(begin - name);
  event.name_length = static_cast<uint16_t>(name_end - name);
  return event;
}

}  // namespace

Event MultipartReader::body(uint64_t end) const { return named(begin_, end, name_, name_ + name_length_); }

// The body up to this line, whose newline belongs to the boundary if the line is one.
uint64_t MultipartReader::body_end() const { return std::max(begin_, line_begin_ - newline_); }

void MultipartReader::end_body(uint64_t end, Events& events) {
  if (in_part_ ? !in_headers_ : end > begin_) row_.put(body(end), events);
}

// The line begins with the whole boundary.
void MultipartReader::end_boundary(Events& events) {
  end_body(body_end(), events);
  line_begin_ += boundary_.size();
  state_ = State::tail;
}

void MultipartReader::end_tail(uint64_t at, Events& events) {
  const bool last = matched_ == 2;
  if (last) row_.end_row(events);
  in_part_ = in_headers_ = !last;
  name_length_ = 0;
  newline_ = 0;
  begin_ = line_begin_ = at + 1;
  matched_ = 0;
  state_ = State::line_begin;
}

void MultipartReader::put_parameters(const Window& window, uint64_t from, uint64_t end, Events& events) {
  for (uint64_t at = find(window, from, end, ";"); at < end; at = find(window, at, end, ";")) {
    const uint64_t key = behind_blanks(window, at + 1, end);
    const uint64_t key_end = find(window, key, end, "=;");
    at = key_end;
    if (at == end || window.at(at) != '=') continue;
    const bool quoted = window.at(at + 1) == '"';
    const uint64_t begin = std::min(end, at + (quoted ? 2 : 1));
    const uint64_t stop = find(window, begin, end, quoted ? "\"" : ";");
    at = stop;
    if (same_letters(window.view(key, key_end), "name")) {
      name_ = begin;
      name_length_ = static_cast<uint16_t>(stop - begin);
      continue;
    }
    Event event = named(begin, stop, key, key_end);
    if (quoted) event.flags = kEventQuoted;
    row_.put(event, events);
  }
}

void MultipartReader::put_header(const Window& window, uint64_t end, Events& events) {
  const uint64_t colon = find(window, line_begin_, end, ":");
  const bool has_name = end - line_begin_ <= kHeaderLineMost && colon < end;
  if (has_name && same_letters(window.view(line_begin_, colon), "content-disposition"))
    return put_parameters(window, colon, end, events);
  const uint64_t begin = has_name ? behind_blanks(window, colon + 1, end) : line_begin_;
  if (begin < end) row_.put(named(begin, end, line_begin_, has_name ? colon : line_begin_), events);
}

void MultipartReader::end_line(const Window& window, uint64_t at, Events& events) {
  const uint64_t end = without_return(window, line_begin_, at);
  if (in_headers_ && end == line_begin_) {
    in_headers_ = false;
    begin_ = at + 1;
  } else if (in_headers_) {
    put_header(window, end, events);
  }
  newline_ = static_cast<uint8_t>(at + 1 - end);
  line_begin_ = at + 1;
  matched_ = 0;
  state_ = State::line_begin;
}

void MultipartReader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (state_ == State::tail) {
    if (c == '\n') return end_tail(at, events);
    if (c == '-' && at == line_begin_ + matched_ && matched_ < 2) ++matched_;
    return;
  }
  if (state_ == State::line_begin && c == boundary_[matched_]) {
    if (++matched_ < boundary_.size()) return;
    matched_ = 0;
    return end_boundary(events);
  }
  state_ = State::in_line;
  if (c == '\n') end_line(window, at, events);
}

void MultipartReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [this](const MarkWord<1>& word) { return state_ == State::in_line ? word.set(0) : word.all(); };
  visit_marks(window, from, end, kNewlines, wanted, [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

void MultipartReader::pause(const Window& window, uint64_t end, Events& events) {
  if (state_ == State::tail) return row_.pause(Event{}, events);
  if (in_headers_) {
    const uint64_t so_far = without_return(window, line_begin_, end);
    const bool long_line = so_far - line_begin_ > kHeaderLineMost;
    return row_.pause(long_line ? named(line_begin_, so_far, 0, 0) : Event{}, events);
  }
  row_.pause(body(state_ == State::line_begin ? body_end() : without_return(window, begin_, end)), events);
}

void MultipartReader::finish(const Window& window, uint64_t end, Events& events) {
  const uint64_t stop = without_return(window, line_begin_, end);
  if (state_ == State::tail) {
    row_.end_row(events);
    return;
  }
  if (in_headers_ && stop > line_begin_) put_header(window, stop, events);
  end_body(in_headers_ ? begin_ : std::max(begin_, state_ == State::line_begin && matched_ == 0 ? body_end() : stop),
           events);
  row_.end_row(events);
}

}  // namespace pidun
