// See json.h for the rules. Only the tokens are visited, but for the few words in which strings do not end as they
// should: there every byte is.
#include "structure/json.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace pidun {

inline void JsonReader::emit(EventKind kind, uint64_t begin, uint64_t end, uint8_t flags,
                             std::vector<Event>& events) const {
  Event& event = events.emplace_back();  // filled in place: built apart and copied, it costs twice as much
  event.begin = begin;
  event.end = end;
  event.depth = static_cast<uint16_t>(depth());
  event.kind = kind;
  event.flags = flags;
  if (deeper_ != 0) return;
  event.column = level().index;
  const uint64_t back = begin - level().name;
  if (level().name == 0 || back > kMaxNameBack) return;
  event.name_back = static_cast<uint16_t>(back);
  event.name_length = level().name_length;
}

inline void JsonReader::emit_value(uint64_t end, uint8_t more_flags, std::vector<Event>& events) const {
  emit(EventKind::value, begin_, end, static_cast<uint8_t>(value_flags_ | more_flags), events);
}

inline void JsonReader::begin_value(Open open, uint64_t begin) {
  open_ = open;
  begin_ = begin;
  as_name_ = level().at_name && deeper_ == 0;
  value_flags_ = open == Open::string ? kEventQuoted : 0;
}

inline void JsonReader::set_name(uint64_t begin, uint64_t end) {
  level().name = begin;
  level().name_length = static_cast<uint16_t>(end - begin);
  level().at_name = false;
}

inline void JsonReader::end_string(uint64_t end, bool closed, std::vector<Event>& events) {
  open_ = Open::none;
  if (as_name_ && closed && end - begin_ <= kMaxNameBack) {
    set_name(begin_, end);
    return;
  }
  emit_value(end, 0, events);
  if (deeper_ == 0) level().at_name = false;  // too long for a name or not closed: what follows is no name either
}

inline void JsonReader::end_scalar(uint64_t stop, bool colon, std::vector<Event>& events) {
  open_ = Open::none;
  if (as_name_ && colon && stop - begin_ <= kMaxNameBack) {
    set_name(begin_, solid_end_);
    return;
  }
  emit_value(solid_end_, 0, events);
  if (as_name_ && colon) level().at_name = false;
}

void JsonReader::open_container(Kind kind, uint64_t at, std::vector<Event>& events) {
  if (depth() == kMaxDepth) {
    ++deeper_;
    too_deep_ = true;
    return;
  }
  const bool object = kind == Kind::object;
  emit(object ? EventKind::object_begin : EventKind::array_begin, at, at + 1, 0, events);
  ++(object ? objects_ : arrays_);
  const uint64_t name = object ? 0 : level().name;  // items carry the name of their array
  const uint16_t name_length = level().name_length;
  levels_.push_back({name, 0, name_length, kind, object});
}

void JsonReader::close_innermost(uint64_t begin, uint64_t end, std::vector<Event>& events) {
  const bool object = level().kind == Kind::object;
  --(object ? objects_ : arrays_);
  levels_.pop_back();
  level().at_name = false;
  const EventKind end_kind = object ? EventKind::object_end : EventKind::array_end;
  const auto outer = static_cast<uint16_t>(depth());
  events.push_back({begin, end, level().index, 0, 0, outer, end_kind, 0});  // the name went with the begin
}

void JsonReader::close_container(Kind kind, uint64_t at, std::vector<Event>& events) {
  if (deeper_ != 0) {
    --deeper_;
    return;
  }
  if ((kind == Kind::object ? objects_ : arrays_) == 0) return;
  while (level().kind != kind) close_innermost(at, at, events);
  close_innermost(at, at + 1, events);
}

void JsonReader::close_all(uint64_t at, std::vector<Event>& events) {
  deeper_ = 0;
  while (depth() != 0) close_innermost(at, at, events);
}

// A bracket that opens: in JSON Lines perhaps the next document, whatever the line before left open.
void JsonReader::begin_document(const Window& window, char bracket, uint64_t at, std::vector<Event>& events) {
  if (first_bracket_ == '\0') first_bracket_ = bracket;
  if (lines_ != Lines::yes || bracket != first_bracket_ || depth() == 0) return;
  if (window.at(at - 1) == '\n') close_all(at, events);
}

void JsonReader::on_newline() {
  if (lines_ != Lines::unknown || first_bracket_ == '\0') return;
  lines_ = depth() == 0 ? Lines::yes : Lines::no;
}

// A bracket, outside strings.
void JsonReader::at_bracket(const Window& window, char bracket, uint64_t at, std::vector<Event>& events) {
  switch (bracket) {
    case '{':
    case '[':
      begin_document(window, bracket, at, events);
      return open_container(bracket == '{' ? Kind::object : Kind::array, at, events);
    case '}':
      return close_container(Kind::object, at, events);
    case ']':
      return close_container(Kind::array, at, events);
    default:  // '|' only ends scalars
      return;
  }
}

inline void JsonReader::at_comma() {
  if (deeper_ != 0) return;
  if (level().kind == Kind::array) ++level().index;
  if (level().kind == Kind::object) {
    level().name = 0;
    level().at_name = true;
  }
}

// Part of a block whose tokens are known.
struct JsonReader::Stretch {
  const char* bytes;  // of the block
  uint64_t base;      // offset of the block
  size_t begin, end;  // in the block
  const JsonMasks& masks;
};

// Reads on in the open scalar, of which all before `place` is known; returns the place of what ends it, or the end of
// the stretch.
size_t JsonReader::read_scalar(const Stretch& stretch, size_t place, std::vector<Event>& events) {
  const JsonMasks& masks = stretch.masks;
  size_t word = place / 64;
  const auto stops = [&] { return masks.quote[word] | masks.mark[word] | masks.colon[word] | masks.newline[word]; };
  const uint64_t from = ~uint64_t{0} << place % 64;
  uint64_t left = stops() & from, bytes = masks.solid[word] & from;
  const auto note_solid = [&](uint64_t among) {
    if (among != 0) solid_end_ = stretch.base + word * 64 + static_cast<uint64_t>(std::bit_width(among));
  };
  while (left == 0) {
    note_solid(bytes);
    if ((word + 1) * 64 >= stretch.end) return stretch.end;
    ++word;
    left = stops();
    bytes = masks.solid[word];
  }
  note_solid(bytes & ((left & (~left + 1)) - 1));
  const size_t stop = word * 64 + static_cast<size_t>(std::countr_zero(left));
  end_scalar(stretch.base + stop, stretch.bytes[stop] == ':', events);
  return stop;
}

void JsonReader::read_tokens(const Window& window, const Stretch& stretch, std::vector<Event>& events) {
  size_t behind = open_ == Open::scalar ? read_scalar(stretch, stretch.begin, events) : 0;
  for (size_t base = stretch.begin; base < stretch.end; base += 64) {
    uint64_t left = stretch.masks.token[base / 64];
    if (left == 0) continue;
    const auto next = [&] {
      const size_t place = base + static_cast<size_t>(std::countr_zero(left));
      left &= left - 1;
      return place;
    };
    if (open_ == Open::string) end_string(stretch.base + next(), true, events);
    while (left != 0) {
      const size_t place = next();
      if (place < behind) continue;  // a word of a scalar, which is read
      const uint64_t at = stretch.base + place;
      switch (const char c = stretch.bytes[place]; c) {
        case '"':
          begin_value(Open::string, at + 1);
          if (left != 0) end_string(stretch.base + next(), true, events);
          break;
        case ',':
          at_comma();
          break;
        case '{':
        case '[':
        case '}':
        case ']':
        case '|':
          at_bracket(window, c, at, events);
          break;
        case '\n':
          on_newline();
          break;
        default:
          begin_value(Open::scalar, at);
          behind = read_scalar(stretch, place, events);
      }
    }
  }
}

// The same, a byte at a time.
void JsonReader::read_byte(const Window& window, uint64_t at, std::vector<Event>& events) {
  const char c = window.at(at);
  const bool escaped = std::exchange(escape_, c == '\\' && !escape_);
  const bool mark = c == ',' || c == '|' || c == '[' || c == ']' || c == '{' || c == '}';
  const bool blank = static_cast<unsigned char>(c) <= ' ';
  if (open_ == Open::string) {
    if (c == '"' && !escaped) return end_string(at, true, events);
    if (c != '\n') return;
    end_string(at, false, events);
  } else if (open_ == Open::scalar && (mark || c == '"' || c == ':' || c == '\n')) {
    end_scalar(at, c == ':', events);
  }
  if (c == '"') return begin_value(Open::string, at + 1);
  if (c == '\n') return on_newline();
  if (c == ',') return at_comma();
  if (mark) return at_bracket(window, c, at, events);
  if (blank || c == ':') return;
  if (open_ == Open::none) begin_value(Open::scalar, at);
  solid_end_ = at + 1;
}

void JsonReader::step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) {
  JsonMasks masks;
  for (uint64_t base = from; base < end; base += kJsonBlock) {
    const std::string_view block = window.view(base, std::min<uint64_t>(end, base + kJsonBlock));
    json_masks(block, masks);
    for (size_t begin = 0; begin < block.size();) {
      JsonCarry carry{open_ == Open::string, escape_, open_ == Open::scalar && solid_end_ == base + begin};
      const size_t word = json_tokens(masks, begin / 64, block.size(), lines_ == Lines::unknown, carry);
      escape_ = carry.escape;
      const size_t read = std::min(word * 64, block.size());
      if (read > begin) read_tokens(window, {block.data(), base, begin, read, masks}, events);
      begin = read;
      for (const size_t out_of_order = std::min(read + 64, block.size()); begin < out_of_order; ++begin)
        read_byte(window, base + begin, events);
    }
  }
}

void JsonReader::pause(const Window&, uint64_t end, std::vector<Event>& events) {
  if (open_ == Open::none) return;
  if (as_name_ && end - begin_ <= kMaxNameBack) return;  // may still become a name
  const uint64_t so_far = open_ == Open::scalar ? solid_end_ : end;
  if (so_far <= begin_) return;
  emit_value(so_far, kEventOpen, events);
  value_flags_ |= kEventContinued;
}

void JsonReader::finish(const Window&, uint64_t end, std::vector<Event>& events) {
  if (open_ == Open::string) end_string(end, false, events);
  if (open_ == Open::scalar) end_scalar(end, false, events);
  close_all(end, events);
}

}  // namespace pidun
