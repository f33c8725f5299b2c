// See sql.h. From bytes to tokens: those that may end the present token are found 64 at a time.
#include "structure/sql.h"

#include <algorithm>

#include "base/ascii.h"
#include "structure/marks.h"

namespace pidun {
namespace {

// Ranges hold more than is meant where that spares a set; visitors pass over the rest.
enum Set : uint8_t { kBlank, kPunctuation, kCompare, kBrackets, kTick, kQuote, kNewline, kTab, kSets };
constexpr ByteRange kSqlSets[kSets] = {kBlankBytes,   {'"', '/' - '"'}, {';', '>' - ';'}, {'[', ']' - '['},
                                       one_byte('`'), one_byte('\''),   one_byte('\n'),   one_byte('\t')};
constexpr bool ends_word(char c) {
  return c == '\'' || c == ',' || c == '(' || c == ')' || c == '"' || c == '`' || c == ';' || (c >= '<' && c <= '>');
}

// What ends, or may end, the present token.
enum Group : uint8_t {
  kEvery,
  kSolid,
  kWordEnd,
  kPlainString,
  kEscapedString,
  kOtherString,
  kLineEnd,
  kLongText,
  kIdentifierEnd,
  kCell,
  kGroups
};
// In the order of SqlReader::Token.
constexpr uint8_t kGroupOf[] = {kSolid, kWordEnd,     kEvery, kEvery,   kLineEnd, kLongText,
                                kEvery, kPlainString, kEvery, kEvery,   kEvery,   kIdentifierEnd,
                                kEvery, kLongText,    kEvery, kLineEnd, kCell};
constexpr uint64_t kPrefixMost = 64;  // a longer word is neither function nor prefix

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

Event SqlReader::literal(uint64_t end) const {
  Event event;
  event.begin = begin_;
  event.end = end;
  if (phase_ == Phase::values || token_ == Token::copy) {
    event.column = column_;
    event.table = table_;
  } else if (equals_ && begin_ - name_ <= kMaxNameBack) {
    event.name_back = static_cast<uint16_t>(begin_ - name_);
    event.name_length = name_length_;
  }
  return event;
}

void SqlReader::begin_string(uint64_t at, char quote, bool escapes) {
  token_ = Token::string;
  begin_ = at + 1;
  quote_ = quote;
  escapes_ = escapes;
  string_group_ = quote != '\'' ? kOtherString : escapes ? kEscapedString : kPlainString;
}

// The first byte of a token.
void SqlReader::on_between(const Window& window, uint64_t at, char c, Events& events) {
  if (is_blank(c)) return;
  begin_ = at;
  if (c == '\'' || (c == '"' && (in_tuple() || equals_))) return begin_string(at, c, backslash_escapes_);
  if (ends_word(c) && c != '"' && c != '`') return on_mark(at, c, events);
  switch (c) {
    case '"':
    case '`':
      return begin_identifier(at, c);
    case '[':
      if (!in_tuple()) return begin_identifier(at, ']');
      break;
    case '-':
      token_ = Token::dash;
      return;
    case '/':
      token_ = Token::slash;
      return;
    case '$':
      token_ = Token::dollar_tag;
      tag_.clear();
      return;
    case '#':
      if (at != first_ && window.at(at - 1) != '\n') break;
      token_ = Token::line_comment;
      begin_ = at + 1;
      return;
    default:
      break;
  }
  token_ = Token::word;
}

void SqlReader::begin_identifier(uint64_t at, char close) {
  token_ = Token::identifier;
  quote_ = close;
  begin_ = at + 1;
}

void SqlReader::on_word_byte(const Window& window, uint64_t at, char c, Events& events) {
  if (!is_blank(c) && !ends_word(c)) return;
  token_ = Token::between;
  const bool prefix = c == '\'' && at - begin_ <= kPrefixMost;
  const bool escapes = prefix && at - begin_ == 1 && to_lower(window.at(begin_)) == 'e';
  if (prefix) return begin_string(at, c, escapes || backslash_escapes_);
  on_word(window, at, c, events);
  if (token_ == Token::between) on_between(window, at, c, events);
}

void SqlReader::on_byte(const Window& window, uint64_t at, char c, Events& events) {
  switch (token_) {
    case Token::between:
      return on_between(window, at, c, events);
    case Token::word:
      return on_word_byte(window, at, c, events);
    case Token::string:
      return on_string_byte(window, at, c, events);
    case Token::after_quote:
      if (c == quote_) {
        token_ = Token::string;
        return;
      }
      end_string(window, mark_, events);
      return on_between(window, at, c, events);
    case Token::escaped:
      token_ = Token::string;
      return;
    case Token::string_line:
      return on_string_line(window, at, c, events);
    case Token::identifier:
      if (c == quote_) on_identifier(window, at);
      if (c == quote_ || c == '\n') token_ = Token::between;
      return;
    case Token::dash:
    case Token::slash:
    case Token::line_comment:
    case Token::block_comment:
    case Token::star:
      return on_comment_byte(window, at, c, events);
    case Token::dollar_tag:
    case Token::dollar_text:
    case Token::dollar_end:
      return on_dollar_byte(window, at, c, events);
    case Token::copy_begin:
    case Token::copy:
      return on_copy_byte(window, at, c, events);
  }
}

void SqlReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  const auto mark = [](const MarkWord<kSets>& word, uint64_t* groups) {
    const uint64_t newline = word.set(kNewline), punctuation = word.set(kPunctuation);
    groups[kEvery] = word.all();
    groups[kSolid] = word.all() & ~word.set(kBlank);
    groups[kWordEnd] = word.set(kBlank) | punctuation | word.set(kCompare) | word.set(kTick);
    groups[kPlainString] = word.set(kQuote) | newline;
    groups[kEscapedString] = word.set(kQuote) | word.set(kBrackets) | newline;
    groups[kOtherString] = punctuation | word.set(kBrackets) | newline;
    groups[kLineEnd] = newline;
    groups[kLongText] = punctuation | newline;
    groups[kIdentifierEnd] = punctuation | word.set(kBrackets) | word.set(kTick) | newline;
    groups[kCell] = word.set(kTab) | newline;
  };
  const auto group = [this] { return token_ == Token::string ? string_group_ : kGroupOf[static_cast<size_t>(token_)]; };
  visit_groups<kGroups>(window, from, end, kSqlSets, mark, group,
                        [&](uint64_t at, char c) { on_byte(window, at, c, events); });
}

// Where the open value ends as far as it is certain; its begin if it is not certain to be one.
uint64_t SqlReader::open_end(const Window& window, uint64_t end) const {
  switch (token_) {
    case Token::word:
      return in_tuple() && end - begin_ > kPrefixMost ? end : begin_;
    case Token::line_comment:
      return without_return(window, begin_, end);
    case Token::star:
    case Token::string_line:
    case Token::after_quote:
    case Token::dollar_end:
      return mark_;
    case Token::block_comment:
    case Token::string:
    case Token::escaped:
    case Token::dollar_text:
      return end;
    case Token::copy: {
      const uint64_t so_far = without_return(window, begin_, end);
      return column_ == 0 && std::string_view("\\.").starts_with(window.view(begin_, so_far)) ? begin_ : so_far;
    }
    default:
      return begin_;
  }
}

void SqlReader::pause(const Window& window, uint64_t end, Events& events) {
  const uint64_t so_far = open_end(window, end);
  const bool comment = token_ == Token::line_comment || token_ == Token::block_comment || token_ == Token::star;
  if (comment && depth_ == 0) row_.end_row(events);
  Event event = comment ? Event{} : literal(so_far);
  event.begin = begin_;
  event.end = so_far;
  if (!comment && token_ != Token::word && token_ != Token::copy) event.flags = kEventQuoted;
  row_.pause(event, events);
}

void SqlReader::finish(const Window& window, uint64_t end, Events& events) {
  switch (token_) {
    case Token::word:
    case Token::dash:
    case Token::slash:
    case Token::dollar_tag:
      on_word(window, end, '\n', events);
      break;
    case Token::copy:
      end_copy_line(window, end, events);
      break;
    case Token::line_comment:
    case Token::block_comment:
    case Token::star:
      end_comment(token_ == Token::line_comment ? without_return(window, begin_, end) : end, events);
      break;
    case Token::string:
    case Token::string_line:
    case Token::escaped:
    case Token::dollar_text:
    case Token::dollar_end:
      end_string(window, end, events);
      break;
    case Token::after_quote:
      end_string(window, mark_, events);
      break;
    default:
      break;
  }
  end_statement(end, events);
  token_ = Token::between;
}

}  // namespace pidun
