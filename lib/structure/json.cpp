// See json.h for the rules. The bytes are marked 64 at a time; only those that change the state are visited.
#include "structure/json.h"

#include <algorithm>
#include <bit>

namespace pidun {

inline void JsonReader::emit(EventKind kind, uint64_t begin, uint64_t end, uint8_t flags,
                             std::vector<Event>& events) const {
  Event& event = events.emplace_back();  // filled in place: built apart and copied, it costs twice as much
  event.begin = begin;
  event.end = end;
  event.depth = static_cast<uint16_t>(around_.size());
  event.kind = kind;
  event.flags = flags;
  if (deeper_ != 0) return;
  event.column = level_.index;
  const uint64_t back = begin - level_.name;
  if (level_.name == 0 || back > kMaxNameBack) return;
  event.name_back = static_cast<uint16_t>(back);
  event.name_length = level_.name_length;
}

inline void JsonReader::emit_value(uint64_t end, uint8_t more_flags, std::vector<Event>& events) const {
  emit(EventKind::value, begin_, end, static_cast<uint8_t>(value_flags_ | more_flags), events);
}

inline void JsonReader::begin_value(Open open, uint64_t begin) {
  open_ = open;
  begin_ = begin;
  as_name_ = level_.at_name && deeper_ == 0;
  value_flags_ = open == Open::string ? kEventQuoted : 0;
}

inline void JsonReader::set_name(uint64_t begin, uint64_t end) {
  level_.name = begin;
  level_.name_length = static_cast<uint16_t>(end - begin);
  level_.at_name = false;
}

inline void JsonReader::end_string(uint64_t end, bool closed, std::vector<Event>& events) {
  open_ = Open::none;
  if (as_name_ && closed && end - begin_ <= kMaxNameBack) {
    set_name(begin_, end);
    return;
  }
  emit_value(end, 0, events);
  if (deeper_ == 0) level_.at_name = false;  // too long for a name or not closed: what follows is no name either
}

inline void JsonReader::end_scalar(uint64_t stop, bool colon, std::vector<Event>& events) {
  open_ = Open::none;
  if (as_name_ && colon && stop - begin_ <= kMaxNameBack) {
    set_name(begin_, solid_end_);
    return;
  }
  emit_value(solid_end_, 0, events);
  if (as_name_ && colon) level_.at_name = false;
}

void JsonReader::open_container(Kind kind, uint64_t at, std::vector<Event>& events) {
  if (around_.size() == kMaxDepth) {
    ++deeper_;
    too_deep_ = true;
    return;
  }
  const bool object = kind == Kind::object;
  emit(object ? EventKind::object_begin : EventKind::array_begin, at, at + 1, 0, events);
  around_.push_back(level_);
  ++(object ? objects_ : arrays_);
  level_.kind = kind;
  level_.index = 0;
  level_.at_name = object;
  if (object) level_.name = 0;
}

void JsonReader::close_innermost(uint64_t begin, uint64_t end, std::vector<Event>& events) {
  const bool object = level_.kind == Kind::object;
  --(object ? objects_ : arrays_);
  level_ = around_.back();
  level_.at_name = false;
  around_.pop_back();
  const uint16_t depth = static_cast<uint16_t>(around_.size());
  const EventKind end_kind = object ? EventKind::object_end : EventKind::array_end;
  events.push_back({begin, end, level_.index, 0, 0, depth, end_kind, 0});  // the name went with the begin
}

void JsonReader::close_container(Kind kind, uint64_t at, std::vector<Event>& events) {
  if (deeper_ != 0) {
    --deeper_;
    return;
  }
  if ((kind == Kind::object ? objects_ : arrays_) == 0) return;
  while (level_.kind != kind) close_innermost(at, at, events);
  close_innermost(at, at + 1, events);
}

void JsonReader::close_all(uint64_t at, std::vector<Event>& events) {
  deeper_ = 0;
  while (!around_.empty()) close_innermost(at, at, events);
}

// A bracket that opens: in JSON Lines perhaps the next document, whatever the line before left open.
void JsonReader::begin_document(const Window& window, char bracket, uint64_t at, std::vector<Event>& events) {
  if (first_bracket_ == '\0') first_bracket_ = bracket;
  if (lines_ != Lines::yes || bracket != first_bracket_ || around_.empty()) return;
  if (window.at(at - 1) == '\n') close_all(at, events);
}

void JsonReader::on_newline() {
  if (lines_ != Lines::unknown || first_bracket_ == '\0') return;
  lines_ = around_.empty() ? Lines::yes : Lines::no;
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
  if (level_.kind == Kind::array) ++level_.index;
  if (level_.kind == Kind::object) {
    level_.name = 0;
    level_.at_name = true;
  }
}

// The part of a word that is still to be read.
struct JsonReader::Cursor {
  const char* bytes;             // of the word
  uint64_t base;                 // offset of bit 0
  uint64_t left = ~uint64_t{0};  // bits not passed yet

  static uint64_t first_of(uint64_t bits) { return bits & (~bits + 1); }
  static size_t place_of(uint64_t bit) { return static_cast<size_t>(std::countr_zero(bit)); }
  static uint64_t up_to(uint64_t bit) { return bit ^ (bit - 1); }
};

// Reads up to the next value, and says whether there is one in this word.
inline bool JsonReader::read_outside(const Window& window, const JsonWord& word, uint64_t outside, Cursor& cursor,
                                     std::vector<Event>& events) {
  for (uint64_t bits = outside & cursor.left; bits != 0; bits &= bits - 1) {
    const uint64_t bit = Cursor::first_of(bits);
    const size_t place = Cursor::place_of(bit);
    const uint64_t at = cursor.base + place;
    if ((bit & (word.quote | word.solid)) != 0) {
      const bool string = (bit & word.quote) != 0;
      cursor.left = ~Cursor::up_to(bit);
      begin_value(string ? Open::string : Open::scalar, string ? at + 1 : at);
      return true;
    }
    if (const char mark = cursor.bytes[place]; mark == ',') {
      at_comma();
    } else if (mark == '\n') {
      on_newline();
    } else {
      at_bracket(window, mark, at, events);
    }
  }
  return false;
}

// Says whether the string ends in this word. A newline that ends it is left to read_outside().
inline bool JsonReader::read_string(const JsonWord& word, Cursor& cursor, std::vector<Event>& events) {
  const uint64_t bits = word.in_string & cursor.left;
  if (bits == 0) return false;
  const uint64_t bit = Cursor::first_of(bits);
  const bool closed = (bit & word.quote) != 0;
  end_string(cursor.base + Cursor::place_of(bit), closed, events);
  cursor.left = ~Cursor::up_to(bit) | (closed ? 0 : bit);
  return true;
}

// Says whether the scalar ends in this word. What ends it is left to read_outside().
inline bool JsonReader::read_scalar(const JsonWord& word, Cursor& cursor, std::vector<Event>& events) {
  const uint64_t bits = word.in_scalar & cursor.left;
  const uint64_t bit = Cursor::first_of(bits);
  const uint64_t before = word.solid & (bit - 1);  // all if none ends it
  if (before != 0) solid_end_ = cursor.base + static_cast<uint64_t>(std::bit_width(before));
  if (bits == 0) return false;
  const size_t place = Cursor::place_of(bit);
  end_scalar(cursor.base + place, cursor.bytes[place] == ':', events);
  cursor.left = ~(bit - 1);
  return true;
}

inline void JsonReader::read_word(const Window& window, const JsonWord& word, Cursor cursor,
                                  std::vector<Event>& events) {
  const uint64_t outside = word.outside | (lines_ == Lines::unknown ? word.newline : 0);
  for (;;) {
    if (open_ == Open::none && !read_outside(window, word, outside, cursor, events)) return;
    if (!(open_ == Open::string ? read_string(word, cursor, events) : read_scalar(word, cursor, events))) return;
  }
}

void JsonReader::step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) {
  JsonMasks masks;
  for (uint64_t at = from; at < end; at += kJsonBlock) {
    const std::string_view block = window.view(at, std::min<uint64_t>(end, at + kJsonBlock));
    json_masks(block, masks);
    for (size_t done = 0; done < block.size(); done += 64) {
      const size_t index = done / 64, bytes = std::min<size_t>(64, block.size() - done);
      if (open_ == Open::string && bytes == 64 && is_plain_text(masks, index)) {
        carry_ = {0, masks.solid[index] >> 63};
        continue;
      }
      const JsonWord word = json_word(masks, index, bytes, carry_);
      read_word(window, word, {block.data() + done, at + done}, events);
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
