// SQL once more: slow, over the whole input: a token is found with all that follows it at hand, then the statement
// takes it. Written from the rules in sql.h, not from the fast reader, and compared with it.
#pragma once

#include <string_view>
#include <vector>

#include "reference/structure_sql_statement_reference.h"
#include "structure/delimited.h"

namespace pidun::reference {

class Sql : private SqlStatements {
 public:
  Sql(std::string_view in, size_t from, bool backslash) : SqlStatements(in, from, backslash) {}

  std::vector<Event> read() {
    while (at_ < in_.size()) token();
    end_statement();
    return events_;
  }

 private:
  void token() {
    const char c = in_[at_];
    if (is_blank(c)) {
      ++at_;
    } else if (c == '\'' || (c == '"' && (in_tuple() || equals_))) {
      string(at_ + 1, c, backslash_);
    } else if (c == '"' || c == '`' || (c == '[' && !in_tuple())) {
      quoted_name(c == '[' ? ']' : c);
    } else if (here("--") || (c == '#' && line_begins(at_))) {
      const size_t begin = at_ + (c == '#' ? 1 : 2);
      const size_t newline = std::min(in_.find('\n', begin), in_.size());
      at_ = newline + 1;
      comment(begin, no_return(in_, begin, newline));
    } else if (here("/*")) {
      block_comment();
    } else if (c == '$' && dollar()) {
      return;
    } else if (std::string_view("(),;<=>").find(c) != std::string_view::npos) {
      ++at_;
      mark(c);
    } else {
      word();
    }
  }
  void block_comment() {
    const size_t begin = at_ + 2;
    size_t end = begin;
    while (end < in_.size() && !in_.substr(end).starts_with("*/") && !(in_[end] == '\n' && end - begin >= kQuotedMost))
      ++end;
    at_ = end + (end < in_.size() && in_[end] == '*' ? 2 : 1);
    comment(begin, end);
  }
  void comment(size_t begin, size_t end) {
    if (depth_ == 0) add_row(events_, row_);
    if (end > begin) row_.push_back(value_event(begin, end));
    if (depth_ == 0) add_row(events_, row_);
  }
  void string(size_t begin, char quote, bool escapes) {
    for (size_t i = begin;; ++i) {
      if (i >= in_.size()) return literal(begin, in_.size(), in_.size(), true);
      if (in_[i] == '\\' && escapes) {
        ++i;
      } else if (in_[i] == quote) {
        if (at(i + 1) != quote) return literal(begin, i, i + 1, true);
        ++i;
      } else if (in_[i] == '\n' && i - begin >= kQuotedMost) {
        return literal(begin, i, i + 1, true);
      } else if (in_[i] == '\n' && lower(in_.substr(i + 1, 12)) == "insert into ") {
        literal(begin, i, i + 13, true);
        end_statement();
        where_ = Where::insert;
        return;
      }
    }
  }
  bool dollar() {
    size_t i = at_ + 1;
    const auto fits = [&](char c) {
      return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (digit(c) && i != at_ + 1);
    };
    while (i < in_.size() && i - at_ <= 32 && fits(in_[i])) ++i;
    if (i >= in_.size() || in_[i] != '$') return false;
    const std::string_view tag = in_.substr(at_, i + 1 - at_);
    const size_t begin = i + 1;
    for (i = begin; i < in_.size(); ++i) {
      if (in_.substr(i).starts_with(tag)) {
        literal(begin, i, i + tag.size(), true);
        return true;
      }
      if (in_[i] == '\n' && i - begin >= kQuotedMost) break;
    }
    literal(begin, i, i + 1, true);
    return true;
  }
  void quoted_name(char close) {
    const size_t begin = at_ + 1;
    size_t end = begin;
    while (end < in_.size() && in_[end] != close && in_[end] != '\n') ++end;
    at_ = end + 1;
    if (end < in_.size() && in_[end] == close) name(begin, end);
  }
  void word() {
    const size_t begin = at_;
    size_t end = begin + 1;
    while (end < in_.size() && !is_blank(in_[end]) &&
           std::string_view("\"'(),;<=>`").find(in_[end]) == std::string_view::npos)
      ++end;
    at_ = end;
    if (at(end) == '\'' && end - begin <= 64) {
      const bool escapes = end - begin == 1 && (in_[begin] == 'e' || in_[begin] == 'E');
      return string(end + 1, '\'', escapes || backslash_);
    }
    const std::string_view text = in_.substr(begin, end - begin);
    if (line_begins(begin) && where_ != Where::start && in(text, {"insert", "create", "drop", "copy"})) end_statement();
    const bool is_long = text.size() > 512;
    if (in_tuple() ? at(end) != '(' || text.size() > 64 : !is_long && number(text))
      return literal(begin, end, end, false);
    if (!is_long && !in_tuple()) keyword(text, begin);
  }
  static bool number(std::string_view text) {
    size_t i = 0;
    while (i < text.size() && std::string_view("-+.").find(text[i]) != std::string_view::npos) ++i;
    return i <= 2 && i < text.size() && digit(text[i]);
  }
};

}  // namespace pidun::reference
