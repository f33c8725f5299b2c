// See sql.h. From tokens to statements: which table and column a literal belongs to, and where rows end.
#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"
#include "structure/sql.h"

namespace pidun {
namespace {

bool is_word(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(text, word); });
}

bool is_number(std::string_view word) {
  if (word.empty() || word[0] > '9') return false;
  const size_t digit = word.find_first_not_of("-+.");
  return digit <= 2 && is_digit(word[digit]);
}

constexpr uint64_t kNumberHead = 8;  // bytes of a word that tell whether it is a number

}  // namespace

void SqlReader::begin_statement(Phase phase) {
  phase_ = phase;
  depth_ = column_ = table_ = 0;
  name_length_ = 0;
  equals_ = at_column_ = has_column_ = saw_key_ = saw_comment_ = false;
  before_part_.clear();
  part_.clear();
  columns_.clear();
}

void SqlReader::end_statement(uint64_t, Events& events) {
  row_.end_row(events);
  begin_statement(Phase::start);
}

void SqlReader::begin_values(uint64_t at) {
  table_ = columns_.empty() ? tables_.use(part_, at) : tables_.use(part_, columns_, at);
  phase_ = Phase::values;
  depth_ = 0;
}

// Of a name with dots the last two parts are kept.
void SqlReader::take_parts(std::string_view name) {
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('.'));
    name.remove_prefix(std::min(name.size(), part.size() + 1));
    if (part.empty()) continue;
    before_part_.swap(part_);
    part_ = part;
  }
}

void SqlReader::on_start(std::string_view word) {
  if (is_one_of(word, {"insert", "replace"})) {
    begin_statement(Phase::insert);
  } else if (is_word(word, "create")) {
    begin_statement(Phase::create);
  } else if (is_word(word, "copy")) {
    begin_statement(Phase::copy);
  } else if (is_word(word, "comment")) {
    begin_statement(Phase::comment);
  } else {
    begin_statement(Phase::other);
  }
}

void SqlReader::on_insert(std::string_view word, uint64_t at) {
  if (is_one_of(word, {"values", "value"})) return begin_values(at);
  if (is_one_of(word, {"select", "set", "with", "default"})) return begin_statement(Phase::other);
  if (is_one_of(word, {"into", "ignore", "low_priority", "high_priority", "delayed", "overwrite", "table", "or",
                       "replace", "overriding", "system", "user"}))
    return;
  take_parts(word);
}

void SqlReader::on_create(std::string_view word) {
  if (is_word(word, "table")) {
    saw_key_ = true;
  } else if (saw_key_) {
    if (!is_one_of(word, {"if", "not", "exists"})) take_parts(word);
  } else if (!is_one_of(word, {"temporary", "temp", "global", "local", "unlogged", "external", "or", "replace"})) {
    phase_ = Phase::other;
  }
}

void SqlReader::on_create_body(std::string_view word, bool quoted) {
  if (depth_ == 1 && at_column_) {
    at_column_ = false;
    has_column_ = quoted || !is_one_of(word, {"primary", "key", "unique", "index", "constraint", "foreign", "fulltext",
                                              "spatial", "check", "period", "like", "exclude"});
    if (has_column_) columns_.add(word);
  } else if (has_column_ && !quoted && is_word(word, "comment")) {
    saw_comment_ = true;
  }
}

void SqlReader::on_copy(std::string_view word) {
  if (is_word(word, "stdin")) {
    saw_key_ = true;
  } else if (!is_one_of(word, {"from", "with"}) && !saw_key_) {
    take_parts(word);
  }
}

void SqlReader::on_comment_on(std::string_view word) {
  if (is_word(word, "column")) {
    saw_key_ = true;
  } else if (is_word(word, "is")) {
    saw_comment_ = saw_key_;
  } else if (!is_word(word, "on")) {
    take_parts(word);
  }
}

void SqlReader::on_other(std::string_view word, uint64_t begin) {
  if (depth_ == 0 && !equals_ && is_word(word, "values")) {
    begin_statement(Phase::values);
    return;
  }
  equals_ = false;
  name_ = begin;
  name_length_ = static_cast<uint16_t>(word.size() <= kColumnNameMost ? word.size() : 0);
}

// A word that is no value, with what it means in this phase.
void SqlReader::on_keyword(const Window& window, uint64_t begin, uint64_t end) {
  const std::string_view word = window.view(begin, end);
  switch (phase_) {
    case Phase::start:
      return on_start(word);
    case Phase::insert:
      return on_insert(word, end);
    case Phase::insert_columns:
    case Phase::copy_columns:
      if (depth_ == 1) columns_.add(word);
      return;
    case Phase::create:
      return on_create(word);
    case Phase::create_body:
      return on_create_body(word, false);
    case Phase::copy:
      return on_copy(word);
    case Phase::comment:
      return on_comment_on(word);
    case Phase::values:  // outside of its tuples: ON DUPLICATE KEY UPDATE, RETURNING
      begin_statement(Phase::other);
      return on_other(word, begin);
    case Phase::other:
      return on_other(word, begin);
  }
}

// The word from begin_ to `end`, which `next` follows.
void SqlReader::on_word(const Window& window, uint64_t end, char next, Events& events) {
  constexpr uint64_t kLongestKeyword = 6;
  const bool at_line = phase_ != Phase::start && (begin_ == first_ || window.at(begin_ - 1) == '\n');
  if (at_line && end - begin_ <= kLongestKeyword &&
      is_one_of(window.view(begin_, end), {"insert", "create", "drop", "copy"})) {
    end_statement(end, events);
  }
  if (in_tuple() && (next == ',' || next == ')')) {  // most words are such
    row_.put(literal(end), events);
    return on_literal(window, end);
  }
  const bool whole = end - begin_ <= kMaxNameBack / 2;  // a longer one is a value where one can be, and else nothing
  const std::string_view head = whole ? window.view(begin_, std::min(end, begin_ + kNumberHead)) : std::string_view{};
  const bool value = in_tuple() ? next != '(' || end - begin_ > kColumnNameMost / 2 : is_number(head);
  if (!value) {
    if (whole && !in_tuple()) on_keyword(window, begin_, end);
    return;
  }
  row_.put(literal(end), events);
  on_literal(window, end);
}

// A string or number from begin_ to `end` was a value.
void SqlReader::on_literal(const Window& window, uint64_t end) {
  if (phase_ == Phase::start) {  // the rest of a tuple
    begin_statement(Phase::values);
    depth_ = 1;
  }
  if (saw_comment_) {
    const std::string_view words = end - begin_ <= kColumnNameMost ? window.view(begin_, end) : std::string_view{};
    if (phase_ == Phase::create_body) columns_.comment(words);
    if (phase_ == Phase::comment) tables_.comment(before_part_, part_, words);
  }
  saw_comment_ = false;
  equals_ = false;
  name_length_ = 0;
}

// A quoted name from begin_ to `end`.
void SqlReader::on_identifier(const Window& window, uint64_t end) {
  const bool whole = end - begin_ <= kColumnNameMost;
  const std::string_view name = whole ? window.view(begin_, end) : std::string_view{};
  switch (phase_) {
    case Phase::create_body:
      return on_create_body(name, true);
    case Phase::insert_columns:
    case Phase::copy_columns:
      if (depth_ == 1) columns_.add(name);
      return;
    case Phase::start:
      begin_statement(Phase::other);
      [[fallthrough]];
    case Phase::other:
      equals_ = false;
      name_ = begin_;
      name_length_ = static_cast<uint16_t>(name.size());
      return;
    case Phase::values:
      return;
    default:
      before_part_.swap(part_);
      part_ = name;
  }
}

void SqlReader::on_open(uint64_t, Events& events) {
  if (phase_ == Phase::start) begin_statement(Phase::values);
  if (phase_ == Phase::values && depth_ == 0) {
    row_.end_row(events);
    column_ = 0;
  }
  if (depth_ == 0 && phase_ == Phase::insert && !part_.empty()) {
    phase_ = Phase::insert_columns;
    columns_.clear();
  } else if (depth_ == 0 && phase_ == Phase::copy) {
    if (!saw_key_) phase_ = Phase::copy_columns;
  } else if (depth_ == 0 && phase_ == Phase::create && saw_key_) {
    phase_ = Phase::create_body;
    columns_.clear();
    at_column_ = true;
    has_column_ = false;
  }
  if (depth_ != UINT32_MAX) ++depth_;
}

void SqlReader::on_close(uint64_t at, Events& events) {
  if (depth_ == 0 && phase_ == Phase::other) {  // the statement was the rest of a tuple
    row_.end_row(events);
    return begin_statement(Phase::values);
  }
  if (depth_ == 0) return;
  if (--depth_ != 0) return;
  if (phase_ == Phase::values) row_.end_row(events);
  if (phase_ == Phase::insert_columns) phase_ = Phase::insert;
  if (phase_ == Phase::copy_columns) phase_ = Phase::copy;
  if (phase_ == Phase::create_body) {
    tables_.create(part_, columns_, at);
    begin_statement(Phase::other);
  }
}

void SqlReader::on_mark(uint64_t at, char c, Events& events) {
  if (c == '=' && name_length_ != 0) {
    equals_ = true;
    return;
  }
  equals_ = false;
  name_length_ = 0;
  switch (c) {
    case '(':
      return on_open(at, events);
    case ')':
      return on_close(at, events);
    case ',':
      if (phase_ == Phase::values && depth_ == 1) ++column_;
      if (phase_ == Phase::create_body && depth_ == 1) at_column_ = true;
      return;
    case ';':
      if (phase_ == Phase::copy && saw_key_) {
        table_ = columns_.empty() ? tables_.use(part_, at) : tables_.use(part_, columns_, at);
        row_.end_row(events);
        column_ = 0;
        token_ = Token::copy_begin;
        return;
      }
      return end_statement(at, events);
    default:
      return;
  }
}

}  // namespace pidun
