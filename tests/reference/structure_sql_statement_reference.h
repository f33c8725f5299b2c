// SQL once more: what the tokens of structure_sql_reference.h mean: statements, tables, rows. Slow, obviously right,
// written from the rules in sql.h, not from the fast reader.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reference/structure_lines_reference.h"
#include "structure/name_tables.h"

namespace pidun::reference {

class SqlStatements {
 protected:
  SqlStatements(std::string_view in, size_t from, bool backslash)
      : in_(in), at_(from), first_(from), backslash_(backslash) {}

  enum class Where { start, other, insert, list, values, create, body, copy, copy_list, comment };

  static std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }
  static bool in(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), lower(word)) != words.end();
  }
  static bool digit(char c) { return c >= '0' && c <= '9'; }
  char at(size_t i) const { return i < in_.size() ? in_[i] : '\n'; }
  bool here(std::string_view text) const { return in_.substr(at_).starts_with(text); }
  bool line_begins(size_t i) const { return i == first_ || in_[i - 1] == '\n'; }
  bool in_tuple() const { return where_ == Where::values && depth_ > 0; }

  void begin_statement(Where where) {
    where_ = where;
    depth_ = column_ = table_ = 0;
    name_ = name_end_ = 0;
    equals_ = column_comes_ = has_column_ = key_ = comment_comes_ = false;
    schema_.clear();
    part_.clear();
    list_.clear();
  }
  void end_statement() {
    add_row(events_, row_);
    begin_statement(Where::start);
  }
  void literal(size_t begin, size_t end, size_t next, bool quoted) {
    at_ = next;
    Event event = value_event(begin, end);
    if (where_ == Where::values) {
      event.column = column_;
      event.table = table_;
    } else if (equals_) {
      event = named_event(begin, end, name_, name_end_);
    }
    if (quoted) event.flags = kEventQuoted;
    row_.push_back(event);
    if (where_ == Where::start) {
      begin_statement(Where::values);
      depth_ = 1;
    }
    if (comment_comes_) {
      const std::string_view words =
          end - begin <= kColumnNameMost ? in_.substr(begin, end - begin) : std::string_view{};
      if (where_ == Where::body) list_.comment(words);
      if (where_ == Where::comment) tables_.comment(schema_, part_, words);
    }
    comment_comes_ = equals_ = false;
    name_ = name_end_ = 0;
  }
  void parts(std::string_view text) {
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find('.', begin), text.size());
      if (end > begin) {
        schema_ = part_;
        part_ = text.substr(begin, end - begin);
      }
      begin = end + 1;
    }
  }
  void other_word(std::string_view text, size_t begin) {
    if (depth_ == 0 && !equals_ && in(text, {"values"})) return begin_statement(Where::values);
    equals_ = false;
    name_ = begin;
    name_end_ = begin + (text.size() <= kColumnNameMost ? text.size() : 0);
  }
  void body_word(std::string_view text, bool quoted) {
    if (depth_ == 1 && column_comes_) {
      column_comes_ = false;
      has_column_ = quoted || !in(text, {"primary", "key", "unique", "index", "constraint", "foreign", "fulltext",
                                         "spatial", "check", "period", "like", "exclude"});
      if (has_column_) list_.add(text);
    } else if (has_column_ && !quoted && in(text, {"comment"})) {
      comment_comes_ = true;
    }
  }
  void keyword(std::string_view text, size_t begin) {
    switch (where_) {
      case Where::start:
        if (in(text, {"insert", "replace"})) return begin_statement(Where::insert);
        if (in(text, {"create"})) return begin_statement(Where::create);
        if (in(text, {"copy"})) return begin_statement(Where::copy);
        return begin_statement(in(text, {"comment"}) ? Where::comment : Where::other);
      case Where::insert:
        if (in(text, {"values", "value"})) {
          table_ = use();
          where_ = Where::values;
          depth_ = 0;
        } else if (in(text, {"select", "set", "with", "default"})) {
          begin_statement(Where::other);
        } else if (!in(text, {"into", "ignore", "low_priority", "high_priority", "delayed", "overwrite", "table", "or",
                              "replace", "overriding", "system", "user"})) {
          parts(text);
        }
        return;
      case Where::list:
      case Where::copy_list:
        if (depth_ == 1) list_.add(text);
        return;
      case Where::create:
        if (in(text, {"table"})) {
          key_ = true;
        } else if (key_) {
          if (!in(text, {"if", "not", "exists"})) parts(text);
        } else if (!in(text, {"temporary", "temp", "global", "local", "unlogged", "external", "or", "replace"})) {
          where_ = Where::other;
        }
        return;
      case Where::body:
        return body_word(text, false);
      case Where::copy:
        if (in(text, {"stdin"})) {
          key_ = true;
        } else if (!key_ && !in(text, {"from", "with"})) {
          parts(text);
        }
        return;
      case Where::comment:
        if (in(text, {"column"})) {
          key_ = true;
        } else if (in(text, {"is"})) {
          comment_comes_ = key_;
        } else if (!in(text, {"on"})) {
          parts(text);
        }
        return;
      case Where::values:
        begin_statement(Where::other);
        return other_word(text, begin);
      case Where::other:
        return other_word(text, begin);
    }
  }
  void name(size_t begin, size_t end) {
    const std::string_view text = end - begin <= kColumnNameMost ? in_.substr(begin, end - begin) : std::string_view{};
    if (where_ == Where::start) begin_statement(Where::other);
    if (where_ == Where::body) return body_word(text, true);
    if (where_ == Where::values) return;
    if (where_ == Where::list || where_ == Where::copy_list) {
      if (depth_ == 1) list_.add(text);
    } else if (where_ == Where::other) {
      equals_ = false;
      name_ = begin;
      name_end_ = begin + text.size();
    } else {
      schema_ = part_;
      part_ = text;
    }
  }
  uint32_t use() { return list_.empty() ? tables_.use(part_, at_) : tables_.use(part_, list_, at_); }
  void open() {
    if (where_ == Where::start) begin_statement(Where::values);
    if (depth_ == 0) {
      if (where_ == Where::values) {
        add_row(events_, row_);
        column_ = 0;
      } else if (where_ == Where::insert && !part_.empty()) {
        where_ = Where::list;
        list_.clear();
      } else if (where_ == Where::copy && !key_) {
        where_ = Where::copy_list;
      } else if (where_ == Where::create && key_) {
        where_ = Where::body;
        list_.clear();
        column_comes_ = true;
        has_column_ = false;
      }
    }
    ++depth_;
  }
  void close() {
    if (depth_ == 0) {
      if (where_ != Where::other) return;
      add_row(events_, row_);
      return begin_statement(Where::values);
    }
    if (--depth_ != 0) return;
    if (where_ == Where::values) add_row(events_, row_);
    if (where_ == Where::list) where_ = Where::insert;
    if (where_ == Where::copy_list) where_ = Where::copy;
    if (where_ != Where::body) return;
    tables_.create(part_, list_, at_);
    begin_statement(Where::other);
  }
  void mark(char c) {
    if (c == '=' && name_end_ != name_) {
      equals_ = true;
      return;
    }
    equals_ = false;
    name_ = name_end_ = 0;
    if (c == '(') open();
    if (c == ')') close();
    if (c == ',' && where_ == Where::values && depth_ == 1) ++column_;
    if (c == ',' && where_ == Where::body && depth_ == 1) column_comes_ = true;
    if (c != ';') return;
    if (where_ == Where::copy && key_) return copy_lines();
    end_statement();
  }
  void copy_lines() {
    const uint32_t table = use();
    add_row(events_, row_);
    at_ = std::min(in_.find('\n', at_), in_.size()) + 1;
    while (at_ <= in_.size()) {
      const size_t newline = std::min(in_.find('\n', at_), in_.size());
      size_t cell = at_;
      at_ = newline + 1;
      if (in_.substr(cell, no_return(in_, cell, newline) - cell) == "\\.") break;
      uint32_t column = 0;
      for (size_t tab = in_.find('\t', cell); tab < newline; tab = in_.find('\t', cell)) {
        row_.push_back(value_event(cell, tab, 0, column++));
        row_.back().table = table;
        cell = tab + 1;
      }
      const size_t end = no_return(in_, cell, newline);
      if (column != 0 || end > cell) {
        row_.push_back(value_event(cell, end, 0, column));
        row_.back().table = table;
      }
      add_row(events_, row_);
    }
    begin_statement(Where::start);
  }

  std::string_view in_;
  size_t at_, first_;
  bool backslash_;
  Where where_ = Where::start;
  size_t depth_ = 0, name_ = 0, name_end_ = 0;
  uint32_t column_ = 0, table_ = 0;
  bool equals_ = false, column_comes_ = false, has_column_ = false, key_ = false, comment_comes_ = false;
  std::string schema_, part_;
  ColumnList list_;
  NameTables tables_;
  std::vector<Event> events_, row_;
};

}  // namespace pidun::reference
