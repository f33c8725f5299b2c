// SQL as dumps and scripts hold it: MySQL, PostgreSQL, SQL Server; whole, cut off or broken.
//
// Values are strings ('…', E'…', N'…', in tuples also "…"), dollar-quoted texts, comments, numbers, and in tuples all
// other words (NULL), but no function names. What is in quotes is kEventQuoted.
// - A tuple of VALUES is a row; its commas count Event::column, and Event::table names the columns: those of the list
//   behind INSERT INTO t, else those of CREATE TABLE t. COMMENT 'words' there and COMMENT ON COLUMN are
//   FarName::comment.
// - COPY t FROM stdin: the lines up to \. are rows of cells parted by tabs.
// - Any other statement, up to its semicolon, is one row; `name = value` names the value. A comment outside of tuples
// is a row.
// - A quote is doubled to stand in a string; a backslash escapes the byte behind it in E'…', and in all strings if
//   Layout::backslash_escapes.
// What is not in order is still read:
// - A newline at least kQuotedMost bytes behind its opening ends a string, a comment or a dollar-quoted text.
// - A line that begins with INSERT INTO ends an open string or tuple; one that begins with INSERT, CREATE, DROP or COPY
//   outside of strings begins a statement, semicolon or not (SQL Server has none).
// - A statement that begins with a literal or a bracket is the rest of an INSERT, whose names are not known.
// Tested in tests/unit/structure/sql_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/name_tables.h"
#include "structure/row_writer.h"

namespace pidun {

class SqlReader final : public ForwardReader {
 public:
  explicit SqlReader(bool backslash_escapes) : backslash_escapes_(backslash_escapes) {}
  std::unique_ptr<Reader> clone() const override { return std::make_unique<SqlReader>(*this); }
  FarName far_name(uint32_t table, uint32_t column) const override { return tables_.name(table, column); }

 protected:
  void start(uint64_t first) override { first_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  // What the next byte belongs to.
  enum class Token : uint8_t {
    between,
    word,
    dash,  // may begin a comment
    slash,
    line_comment,
    block_comment,
    star,  // may end it
    string,
    string_line,  // its line may begin with INSERT INTO
    after_quote,  // closed, unless another follows
    escaped,
    identifier,
    dollar_tag,
    dollar_text,
    dollar_end,
    copy_begin,  // the rest of the line of COPY
    copy
  };
  // Where in a statement reading stands.
  enum class Phase : uint8_t {
    start,
    other,
    insert,
    insert_columns,
    values,
    create,
    create_body,
    copy,
    copy_columns,
    comment
  };

  // Bytes to tokens: sql.cpp.
  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_between(const Window& window, uint64_t at, char c, Events& events);
  void on_word_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_string_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_string_line(const Window& window, uint64_t at, char c, Events& events);
  void on_comment_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_dollar_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_copy_byte(const Window& window, uint64_t at, char c, Events& events);
  void begin_string(uint64_t at, char quote, bool escapes);
  void begin_identifier(uint64_t at, char close);
  void end_string(const Window& window, uint64_t end, Events& events);
  void end_comment(uint64_t end, Events& events);
  void end_copy_line(const Window& window, uint64_t at, Events& events);
  bool ends_copy(const Window& window, uint64_t end) const;
  uint64_t open_end(const Window& window, uint64_t end) const;
  bool in_tuple() const { return phase_ == Phase::values && depth_ != 0; }
  Event literal(uint64_t end) const;

  // Tokens to statements: sql_statement.cpp.
  void on_word(const Window& window, uint64_t end, char next, Events& events);
  void on_keyword(const Window& window, uint64_t begin, uint64_t end);
  void on_start(std::string_view word);
  void on_insert(std::string_view word, uint64_t at);
  void on_create(std::string_view word);
  void on_create_body(std::string_view word, bool quoted);
  void on_copy(std::string_view word);
  void on_comment_on(std::string_view word);
  void on_other(std::string_view word, uint64_t begin);
  void on_identifier(const Window& window, uint64_t end);
  void on_mark(uint64_t at, char c, Events& events);
  void on_open(uint64_t at, Events& events);
  void on_close(uint64_t at, Events& events);
  void on_literal(const Window& window, uint64_t end);
  void begin_statement(Phase phase);
  void begin_values(uint64_t at);
  void end_statement(uint64_t at, Events& events);
  void take_parts(std::string_view name);

  bool backslash_escapes_;
  Token token_ = Token::between;
  Phase phase_ = Phase::start;
  bool escapes_ = false;      // in this string
  uint8_t string_group_ = 0;  // which bytes matter there
  char quote_ = '\0';         // that ends the string or identifier
  uint64_t first_ = 0;        // of the input
  uint64_t begin_ = 0;        // of the token, behind its quote
  uint64_t mark_ = 0;         // where what may end the token begins
  uint64_t matched_ = 0;      // of INSERT INTO, of the dollar tag
  std::string tag_;

  uint32_t depth_ = 0;  // brackets
  uint32_t column_ = 0;
  uint32_t table_ = 0;
  uint64_t name_ = 0;         // the word last seen, which an '=' makes a name
  uint16_t name_length_ = 0;  // 0: there is none
  bool equals_ = false;
  bool at_column_ = false;  // create_body: the next word is a column's name
  bool has_column_ = false;
  bool saw_key_ = false;      // TABLE of CREATE, STDIN of COPY, COLUMN of COMMENT ON
  bool saw_comment_ = false;  // the next string is a comment
  std::string before_part_;   // of a.b.c: b
  std::string part_;          // c
  ColumnList columns_;
  NameTables tables_;
  RowWriter row_;
};

}  // namespace pidun
