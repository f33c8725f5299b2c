// See markup.h.
#include "structure/markup.h"

#include <algorithm>

#include "base/ascii.h"
#include "structure/marks.h"

namespace pidun {
namespace {

// Ranges hold more than is meant where that spares a set; visitors pass over the rest.
enum Set : uint8_t { kBlank, kLess, kQuotes, kDashes, kNewline, kBracket, kSets };
constexpr ByteRange kMarkupSets[kSets] = {kBlankBytes,      {'<', 2},       {'"', '\'' - '"'},
                                          {'-', '/' - '-'}, one_byte('\n'), one_byte(']')};

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool begins_name(char c) { return is_letter(c) || c == '_' || c == ':' || static_cast<signed char>(c) < 0; }

uint64_t trimmed(const Window& window, uint64_t begin, uint64_t end) {
  const uint64_t least = std::max(begin, end > kTrimMost ? end - kTrimMost : 0);
  while (end > least && is_blank(window.at(end - 1))) --end;
  return end;
}

}  // namespace

void MarkupReader::put_name(Event& event, const Name& name) {
  if (name.table != 0) {
    event.table = name.table;
    event.column = name.column;
  }
  if (name.length == 0 || event.begin - name.begin > kMaxNameBack) return;
  event.name_back = static_cast<uint16_t>(event.begin - name.begin);
  event.name_length = static_cast<uint16_t>(name.length);
}

// From begin_ to `end`, without what stands before a colon.
MarkupReader::Name MarkupReader::name_from(const Window& window, uint64_t end) const {
  if (end - begin_ > kTagNameMost) return {};
  const size_t colon = window.view(begin_, end).rfind(':');
  const uint64_t begin = colon == std::string_view::npos ? begin_ : begin_ + colon + 1;
  return {begin, end - begin, 0, 0};
}

void MarkupReader::put(Event event, Events& events) {
  event.flags |= continued_;
  event.depth = depth();
  continued_ = 0;
  events.emplace_back() = event;
}

uint64_t MarkupReader::piece_end(const Window& window, uint64_t seen) const {
  return piece_closed_ ? piece_end_ : trimmed(window, piece_begin_, seen);
}

void MarkupReader::end_piece(const Window& window, uint64_t seen, Next next, Events& events) {
  if (!has_piece_) return;
  const uint64_t end = piece_end(window, seen);
  may_report(window, piece_begin_, seen, next, events);
  const Event event = text_event(window, piece_begin_, end);
  put(event, events);
  on_text(window, event);
  has_piece_ = piece_closed_ = false;
}

void MarkupReader::on_text_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (c == '<') {
    less_ = at;
    state_ = State::less;
    return;
  }
  if (has_piece_ && !piece_closed_) return;
  end_piece(window, at, Next::other, events);
  has_piece_ = true;
  piece_begin_ = at;
}

void MarkupReader::on_less(const Window& window, uint64_t at, char c, Events& events) {
  const bool markup = c == '/' || (!raw_ && (begins_name(c) || c == '!' || c == '?'));
  if (!markup) {  // that '<' was text
    state_ = State::text;
    on_text_byte(window, less_, '\0', events);
    if (!is_blank(c)) on_text_byte(window, at, c, events);
    return;
  }
  end_piece(window, less_, c == '/' ? Next::end_tag : Next::other, events);
  slash_ = false;
  begin_ = c == '/' ? at + 1 : at;
  matched_ = 0;
  state_ = State::start_name;
  if (c == '/') state_ = State::end_name;
  if (c == '!') state_ = State::bang;
  if (c == '?') state_ = State::declaration;
}

void MarkupReader::end_tag_at(uint64_t at, bool empty, Events& events) {
  state_ = State::text;
  on_tag_end(at, empty, events);
}

void MarkupReader::on_name_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (!is_blank(c) && c != '>' && c != '/' && c != '<') return;
  const Name name = name_from(window, at);
  if (state_ == State::end_name) {
    raw_ = false;
    on_end_tag(window, less_, name, events);
    state_ = State::tag_rest;
  } else {
    on_start_tag(window, less_, name, at, events);
    state_ = State::tag;
  }
  on_tag_byte(window, at, c, events);
}

// Outside of names and values; also the rest of an end tag.
void MarkupReader::on_tag_byte(const Window& window, uint64_t at, char c, Events& events) {
  const bool start = state_ != State::tag_rest;
  if (c == '>' || c == '<' || (c == '\n' && at - less_ >= kQuotedMost)) {
    if (start) {
      end_tag_at(at, c == '>' && slash_, events);
    } else {
      state_ = State::text;
    }
    if (c == '<') on_text_byte(window, at, c, events);
    return;
  }
  slash_ = c == '/';
  if (!start) return;
  if (state_ == State::equals && c == '=') {
    state_ = State::value;
  } else if (is_blank(c) || c == '/') {
    if (c == '/') state_ = State::tag;
  } else {
    state_ = State::attribute;
    begin_ = at;
  }
}

void MarkupReader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  switch (state_) {
    case State::text:
      return on_text_byte(window, at, c, events);
    case State::less:
      return on_less(window, at, c, events);
    case State::start_name:
    case State::end_name:
      return on_name_byte(window, at, c, events);
    case State::tag:
    case State::equals:
    case State::tag_rest:
      return on_tag_byte(window, at, c, events);
    case State::attribute:
    case State::value:
    case State::quoted:
    case State::bare:
      return on_value_byte(window, at, c, events);
    case State::bang:
      return on_bang_byte(window, at, c, events);
    case State::comment:
    case State::cdata:
    case State::closing:
    case State::declaration:
      return on_section_byte(window, at, c, events);
  }
}

void MarkupReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [this](const MarkWord<kSets>& word) {
    switch (state_) {
      case State::text:
        return has_piece_ && !piece_closed_ ? word.set(kLess) : word.all() & ~word.set(kBlank);
      case State::start_name:
      case State::end_name:
      case State::attribute:
      case State::bare:
        return word.set(kBlank) | word.set(kLess) | word.set(kDashes);
      case State::quoted:
        return word.set(kQuotes) | word.set(kNewline);
      case State::tag_rest:
      case State::declaration:
        return word.set(kLess) | word.set(kNewline);
      case State::comment:
        return word.set(kDashes) | word.set(kNewline);
      case State::cdata:
        return word.set(kBracket) | word.set(kNewline);
      default:
        return word.all();
    }
  };
  visit_marks(window, from, end, kMarkupSets, wanted, [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

void MarkupReader::pause(const Window& window, uint64_t end, Events& events) {
  const bool closing_comment = state_ == State::closing && is_comment_;
  const bool comment = state_ == State::comment || closing_comment;
  const bool cdata = state_ == State::cdata || (state_ == State::closing && !is_comment_);
  const bool attribute = state_ == State::quoted || state_ == State::bare;
  const bool text = has_piece_ && (state_ == State::text || state_ == State::less);
  if (!comment && !cdata && !attribute && !text) return;
  if (text && piece_closed_) {
    if (may_report(window, piece_begin_, state_ == State::less ? less_ : end, Next::open, events))
      end_piece(window, end, Next::other, events);
    return;
  }
  const uint64_t begin = text ? piece_begin_ : begin_;
  const uint64_t seen = state_ == State::less ? less_ : end;
  const uint64_t so_far = state_ == State::closing ? mark_ : text ? trimmed(window, begin, seen) : end;
  if (so_far <= begin) return;
  const bool settled = may_report(window, begin, comment || attribute ? begin : seen,
                                  comment || attribute ? Next::other : Next::open, events);
  if (!settled) return;
  Event event = comment_event(so_far);
  if (attribute) event = attribute_event(so_far);
  if (text || cdata) event = text_event(window, begin, so_far);
  event.flags |= kEventOpen;
  put(event, events);
  continued_ = kEventContinued;
}

void MarkupReader::finish(const Window& window, uint64_t end, Events& events) {
  switch (state_) {
    case State::less:
      state_ = State::text;
      on_text_byte(window, less_, '\0', events);
      break;
    case State::quoted:
    case State::bare:
      end_attribute(window, end, events);
      break;
    case State::closing:
      end_section(window, end, events);
      break;
    case State::comment:
    case State::cdata:
      is_comment_ = state_ == State::comment;
      end_section(window, end, events);
      break;
    default:
      break;
  }
  if (state_ == State::text) end_piece(window, end, Next::end_tag, events);
  state_ = State::text;
  on_end(end, events);
}

}  // namespace pidun
