// HTML. Each text between tags is a value; <tr> is an object and a row.
//
// - Event::column of a cell's text counts <td> and <th> from the row's begin. Over it stands the text of the last <th>
//   before it in its row; if there is none, the name of its column (Event::table).
// - Where the cells of a form call those behind them, as in <td>姓名</td><td>李娜</td>, they count as <th>, and all of
//   the table is one object, from its first <tr> to its end. The first text of the second row decides whether that or
//   the columns of a table are meant (delimited_header.h); if not, the first row's object ends there at the latest.
// - The first row of a table names its columns, if it holds <th> only, or its texts look like the header of a delimited
//   table (delimited_header.h). The text of a <th> is kEventHeader.
// - Outside of cells, or where these have no names: the text before a text is its name if it was the first in <dt> or
//   <label> or ends with a colon, and has at most kHtmlNameMost bytes.
// - Attribute values have the attribute's name, but `value` has what the `name` of the same tag said before it.
// - object_begin is the '<' of <tr>, object_end that of what ends it; without such a tag, begin == end.
// - Tables inside of cells are tables of their own; past kTablesDeep they belong to the one around.
// - In <script> and <style> only an end tag is markup. Tags are known without regard to case.
// Tested in tests/unit/structure/html_test.cpp.
#pragma once

#include "structure/markup.h"
#include "structure/name_tables.h"

namespace pidun {

inline constexpr uint64_t kHtmlNameMost = 64;
inline constexpr size_t kTablesDeep = 16;

class HtmlReader final : public MarkupReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<HtmlReader>(*this); }
  FarName far_name(uint32_t table, uint32_t column) const override { return tables_.name(table, column); }

 protected:
  void on_start_tag(const Window& window, uint64_t lt, const Name& name, uint64_t end, Events& events) override;
  void on_tag_end(uint64_t, bool, Events&) override { raw_ = tag_ == Tag::raw; }
  void on_end_tag(const Window& window, uint64_t lt, const Name& name, Events& events) override;
  bool may_report(const Window& window, uint64_t begin, uint64_t seen, Next next, Events& events) override;
  Event text_event(const Window& window, uint64_t begin, uint64_t end) override;
  Name attribute_name(const Window& window, const Name& name) override;
  uint16_t depth() const override { return rows_; }
  void on_text(const Window& window, const Event& event) override;
  void on_attribute(const Window& window, const Event& event) override;
  void on_end(uint64_t end, Events& events) override;

 private:
  enum class Tag : uint8_t { other, table, row, cell, head_cell, label, raw };
  enum class Form : uint8_t { unknown, maybe, yes, no };
  // Of one table that is open.
  struct Table {
    bool in_row = false;
    bool in_cell = false;
    bool head_cell = false;          // this cell is a <th>
    bool all_heads = true;           // of the row
    Form form = Form::unknown;       // so long its texts are those of the first row
    uint32_t cells = 0;              // of the row so far
    uint32_t names = 0;              // Event::table
    Name row_name;                   // the text of the last <th> of this row, or of the field's name in a form
    bool named_by_cell = false;      // it is a <td>'s
    std::vector<std::string> heads;  // the texts of the first row, by cell
  };
  static Tag tag_of(const Window& window, const Name& name);
  void begin_row(uint64_t lt, Events& events);
  void begin_cell(bool head, uint64_t lt, Events& events);
  void end_row(uint64_t begin, uint64_t end, Events& events);
  void name_columns(uint64_t at);
  void name_by_heads(uint64_t at);
  void decide_form(std::string_view first_cell, uint64_t at, Events& events);
  void end_table(uint64_t begin, uint64_t end, Events& events);
  void put_border(EventKind kind, uint64_t begin, uint64_t end, Events& events);
  static bool calls_by_colon(const Table& table);
  // Rows of what is a form, or may be, have no objects of their own.
  static bool is_one_object(const Table& table) { return table.form == Form::maybe || table.form == Form::yes; }
  static bool is_field_name(const Table& table) { return table.cells % 2 == 1; }

  std::vector<Table> open_{1};  // the first stands for rows without a table
  uint32_t deeper_ = 0;         // tables past kTablesDeep
  uint16_t rows_ = 0;           // that are open
  Tag tag_ = Tag::other;        // the start tag read last
  bool in_label_ = false;
  bool is_name_ = false;  // the attribute is `name`
  Name tag_name_;         // what that said
  Name before_;           // the text before, if it names the next
  ColumnList columns_;
  NameTables tables_;
};

}  // namespace pidun
