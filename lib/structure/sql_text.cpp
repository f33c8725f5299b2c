// See sql.h. What is in quotes of any kind, comments, and the lines of COPY.
#include "base/ascii.h"
#include "structure/delimited.h"
#include "structure/sql.h"

namespace pidun {
namespace {

constexpr std::string_view kRestart = "insert into ";
constexpr size_t kTagMost = 32;

}  // namespace

void SqlReader::end_string(const Window& window, uint64_t end, Events& events) {
  Event event = literal(end);
  event.flags = kEventQuoted;
  row_.put(event, events);
  on_literal(window, end);
  token_ = Token::between;
}

void SqlReader::end_comment(uint64_t end, Events& events) {
  Event event;
  event.begin = begin_;
  event.end = end;
  if (depth_ == 0) row_.end_row(events);
  if (end > begin_) row_.put(event, events);
  if (depth_ == 0) row_.end_row(events);
  token_ = Token::between;
}

void SqlReader::on_string_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (c == quote_) {
    mark_ = at;
    token_ = Token::after_quote;
  } else if (c == '\\' && escapes_) {
    token_ = Token::escaped;
  } else if (c == '\n' && at - begin_ >= kQuotedMost) {
    end_string(window, at, events);
  } else if (c == '\n') {
    mark_ = at;
    matched_ = 0;
    token_ = Token::string_line;
  }
}

void SqlReader::on_string_line(const Window& window, uint64_t at, char c, Events& events) {
  if (to_lower(c) != kRestart[matched_]) {
    token_ = Token::string;
    return on_string_byte(window, at, c, events);
  }
  if (++matched_ < kRestart.size()) return;
  end_string(window, mark_, events);
  end_statement(at, events);
  begin_statement(Phase::insert);
}

void SqlReader::on_comment_byte(const Window& window, uint64_t at, char c, Events& events) {
  switch (token_) {
    case Token::dash:
    case Token::slash:
      if (c == (token_ == Token::dash ? '-' : '*')) {
        token_ = c == '-' ? Token::line_comment : Token::block_comment;
        begin_ = at + 1;
      } else {
        token_ = Token::word;
        on_word_byte(window, at, c, events);
      }
      return;
    case Token::line_comment:
      return end_comment(without_return(window, begin_, at), events);
    case Token::star:
      if (c == '/') return end_comment(mark_, events);
      token_ = Token::block_comment;
      [[fallthrough]];
    default:
      if (c == '\n' && at - begin_ >= kQuotedMost) return end_comment(at, events);
      if (c != '*') return;
      mark_ = at;
      token_ = Token::star;
  }
}

void SqlReader::on_dollar_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (token_ == Token::dollar_tag) {
    if (c == '$') {
      token_ = Token::dollar_text;
      begin_ = at + 1;
    } else if (tag_.size() < kTagMost && (c == '_' || is_letter(c) || (is_digit(c) && !tag_.empty()))) {
      tag_ += c;
    } else {
      token_ = Token::word;
      on_word_byte(window, at, c, events);
    }
    return;
  }
  if (token_ == Token::dollar_end) {
    if (matched_ == tag_.size() && c == '$') return end_string(window, mark_, events);
    if (matched_ < tag_.size() && c == tag_[matched_]) {
      ++matched_;
      return;
    }
    token_ = Token::dollar_text;
  }
  if (c == '$') {
    mark_ = at;
    matched_ = 0;
    token_ = Token::dollar_end;
  } else if (c == '\n' && at - begin_ >= kQuotedMost) {
    end_string(window, at, events);
  }
}

bool SqlReader::ends_copy(const Window& window, uint64_t end) const {
  return column_ == 0 && end - begin_ == 2 && window.view(begin_, end) == "\\.";
}

void SqlReader::end_copy_line(const Window& window, uint64_t at, Events& events) {
  const uint64_t end = without_return(window, begin_, at);
  if (ends_copy(window, end)) {
    token_ = Token::between;
    begin_statement(Phase::start);
    return;
  }
  if (column_ != 0 || end != begin_) row_.put(literal(end), events);
  row_.end_row(events);
  column_ = 0;
  begin_ = at + 1;
}

void SqlReader::on_copy_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (token_ == Token::copy_begin) {
    token_ = Token::copy;
    begin_ = at + 1;
  } else if (c == '\n') {
    end_copy_line(window, at, events);
  } else {
    row_.put(literal(at), events);
    ++column_;
    begin_ = at + 1;
  }
}

}  // namespace pidun
