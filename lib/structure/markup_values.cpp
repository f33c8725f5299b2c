// See markup.h. Attribute values, comments, CDATA sections and declarations.
#include <algorithm>

#include "structure/markup.h"

namespace pidun {
namespace {

constexpr std::string_view kCdata = "[CDATA[";
bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

void MarkupReader::on_bang_byte(const Window& window, uint64_t at, char c, Events& events) {
  const uint64_t length = at - begin_;  // 1 for the byte behind '!'
  if (c == kCdata[std::min<uint64_t>(length - 1, kCdata.size() - 1)] && matched_ + 1 == length) {
    if (++matched_ < kCdata.size()) return;
    state_ = State::cdata;
    begin_ = at + 1;
  } else if (c == '-' && length <= 2 && matched_ == 0) {
    if (length == 1) return;
    if (window.at(at - 1) != '-') {
      state_ = State::declaration;
      return;
    }
    state_ = State::comment;
    begin_ = at + 1;
  } else {
    state_ = State::declaration;
    on_section_byte(window, at, c, events);
  }
}

Event MarkupReader::comment_event(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  return event;
}

Event MarkupReader::attribute_event(uint64_t end) const {
  Event event = comment_event(end);
  if (state_ == State::quoted) event.flags = kEventQuoted;
  put_name(event, attribute_);
  return event;
}

void MarkupReader::end_section(const Window& window, uint64_t end, Events& events) {
  state_ = State::text;
  if (!is_comment_) {  // CDATA: a text whose borders are known
    has_piece_ = piece_closed_ = end > begin_;
    piece_begin_ = begin_;
    piece_end_ = end;
  } else if (end > begin_) {
    may_report(window, begin_, begin_, Next::other, events);
    put(comment_event(end), events);
  }
}

// In comments, CDATA sections and declarations.
void MarkupReader::on_section_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (state_ == State::declaration) {
    if (c == '>' || (c == '\n' && at - less_ >= kQuotedMost)) state_ = State::text;
    return;
  }
  if (state_ == State::closing) {
    const char ends = is_comment_ ? '-' : ']';
    if (matched_ == 2 && c == '>') return end_section(window, mark_, events);
    if (c == ends) {  // the last two count
      if (matched_ == 2) ++mark_;
      matched_ = 2;
      return;
    }
    state_ = is_comment_ ? State::comment : State::cdata;
  } else if (c == '-' || c == ']') {
    is_comment_ = state_ == State::comment;
    if ((c == '-') != is_comment_) return;
    mark_ = at;
    matched_ = 1;
    state_ = State::closing;
    return;
  }
  is_comment_ = state_ == State::comment;
  if (c == '\n' && at - begin_ >= kQuotedMost) end_section(window, at, events);
}

void MarkupReader::end_attribute(const Window& window, uint64_t end, Events& events) {
  may_report(window, begin_, begin_, Next::other, events);
  const Event event = attribute_event(end);
  put(event, events);
  on_attribute(window, event);
  state_ = State::tag;
  slash_ = false;
}

void MarkupReader::on_value_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (state_ == State::attribute) {
    if (!is_blank(c) && c != '=' && c != '>' && c != '/' && c != '<') return;
    attribute_ = attribute_name(window, name_from(window, at));
    state_ = State::equals;
    return on_tag_byte(window, at, c, events);
  }
  if (state_ == State::quoted) {
    if (c == quote_ || (c == '\n' && at - begin_ >= kQuotedMost)) end_attribute(window, at, events);
    return;
  }
  if (state_ == State::value) {
    if (is_blank(c)) return;
    begin_ = at;
    state_ = State::bare;
    if (c == '"' || c == '\'') {
      quote_ = c;
      begin_ = at + 1;
      state_ = State::quoted;
      return;
    }
  }
  if (!is_blank(c) && c != '>' && c != '<') return;
  if (at > begin_) {
    end_attribute(window, at, events);
  } else {
    state_ = State::tag;
  }
  on_tag_byte(window, at, c, events);
}

}  // namespace pidun
