// See pairs.h.
#include "structure/pairs.h"

#include "base/ascii.h"
#include "structure/marks.h"

namespace pidun {
namespace {

enum Set : uint8_t { kBlank, kEquals, kQuote, kBackslash, kNewline, kSets };
constexpr ByteRange kPairSets[kSets] = {kBlankBytes, one_byte('='), one_byte('"'), one_byte('\\'), one_byte('\n')};

bool begins_key(char c) { return is_letter(c) || c == '_' || c == '@' || static_cast<signed char>(c) < 0; }

bool is_key(std::string_view word) {
  constexpr std::string_view kInside = ".-/:[]";
  if (word.empty() || word.size() > kKeyMost || !begins_key(word[0])) return false;
  for (const char c : word)
    if (!begins_key(c) && !is_digit(c) && kInside.find(c) == std::string_view::npos) return false;
  return true;
}

}  // namespace

Event PairReader::value(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  event.name_back = name_back_;
  event.name_length = name_length_;
  if (state_ == State::quoted || state_ == State::escaped) event.flags = kEventQuoted;
  return event;
}

Event PairReader::text(uint64_t end) const {
  Event event;
  event.begin = text_begin_;
  event.end = end;
  return event;
}

uint64_t PairReader::bare_end(const Window& window, uint64_t stop) const {
  const char last = stop > begin_ ? window.at(stop - 1) : '\0';
  return last == ',' || last == ';' ? stop - 1 : stop;
}

void PairReader::on_equals(const Window& window, uint64_t at, Events& events) {
  const bool short_enough = at - begin_ <= kKeyMost;
  if (!short_enough || !is_key(window.view(begin_, at))) {
    state_ = State::text;  // this word is none, whatever follows
    return;
  }
  if (has_text_) row_.put(text(text_end_), events);
  has_text_ = false;
  name_length_ = static_cast<uint16_t>(at - begin_);
  name_back_ = static_cast<uint16_t>(name_length_ + 1);
  begin_ = at + 1;
  state_ = State::value;
}

void PairReader::end_word(uint64_t at) {
  if (!has_text_) text_begin_ = begin_;
  has_text_ = true;
  text_end_ = at;
  state_ = State::between;
}

void PairReader::end_value(const Window& window, uint64_t at, Events& events) {
  row_.put(value(state_ == State::bare ? bare_end(window, at) : at), events);
  state_ = State::between;
}

void PairReader::end_line(const Window& window, uint64_t at, Events& events) {
  if (state_ == State::word || state_ == State::text) {
    end_word(at);
  } else if (state_ != State::between) {
    end_value(window, at, events);
  }
  if (has_text_) row_.put(text(text_end_), events);
  has_text_ = false;
  row_.end_row(events);
  state_ = State::between;
}

void PairReader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (c == '\n') return end_line(window, at, events);
  switch (state_) {
    case State::between:
      begin_ = at;
      state_ = c == '=' ? State::text : State::word;
      return;
    case State::word:
      return c == '=' ? on_equals(window, at, events) : end_word(at);
    case State::text:
      return end_word(at);
    case State::value:
      if (static_cast<unsigned char>(c) <= ' ') return end_value(window, at, events);
      state_ = c == '"' ? State::quoted : State::bare;
      if (c != '"') return;
      begin_ = at + 1;
      ++name_back_;
      return;
    case State::bare:
      return end_value(window, at, events);
    case State::quoted:
      if (c == '"') return end_value(window, at, events);
      state_ = State::escaped;
      return;
    case State::escaped:
      state_ = State::quoted;
      return;
  }
}

void PairReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto wanted = [this](const MarkWord<kSets>& word) {
    switch (state_) {
      case State::between:
        return ~word.set(kBlank) | word.set(kNewline);
      case State::word:
        return word.set(kBlank) | word.set(kEquals);
      case State::text:
      case State::bare:
        return word.set(kBlank);
      case State::quoted:
        return word.set(kQuote) | word.set(kBackslash) | word.set(kNewline);
      case State::value:
      case State::escaped:
        break;
    }
    return word.all();
  };
  visit_marks(window, from, end, kPairSets, wanted, [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

void PairReader::pause(const Window& window, uint64_t end, Events& events) {
  if (state_ == State::word && end - begin_ > kKeyMost) state_ = State::text;  // too long for a key
  switch (state_) {
    case State::text:
      if (!has_text_) text_begin_ = begin_;
      has_text_ = true;
      text_end_ = end;
      return row_.pause(text(end), events);
    case State::between:
    case State::word:
      return row_.pause(has_text_ ? text(text_end_) : Event{}, events);
    case State::bare:
      return row_.pause(value(bare_end(window, end)), events);
    case State::value:
    case State::quoted:
    case State::escaped:
      return row_.pause(value(end), events);
  }
}

void PairReader::finish(const Window& window, uint64_t end, Events& events) {
  end_line(window, end, events);
  begin_ = end;
}

}  // namespace pidun
