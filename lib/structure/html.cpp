// See html.h.
#include "structure/html.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/signs.h"
#include "structure/delimited_header.h"

namespace pidun {
namespace {

constexpr size_t kHeadsMost = 512;  // cells of a first row that can be names

bool is_word(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

bool ends_with_colon(std::string_view text) { return text.ends_with(':') || text.ends_with(kWideColon); }

}  // namespace

HtmlReader::Tag HtmlReader::tag_of(const Window& window, const Name& name) {
  const std::string_view text = window.view(name.begin, name.begin + name.length);
  if (text.size() < 2 || text.size() > 6) return Tag::other;
  if (is_word(text, "td")) return Tag::cell;
  if (is_word(text, "tr")) return Tag::row;
  if (is_word(text, "th")) return Tag::head_cell;
  if (is_word(text, "table")) return Tag::table;
  if (is_word(text, "label") || is_word(text, "dt")) return Tag::label;
  if (is_word(text, "script") || is_word(text, "style")) return Tag::raw;
  return Tag::other;
}

void HtmlReader::put_border(EventKind kind, uint64_t begin, uint64_t end, Events& events) {
  Event event;
  event.begin = begin;
  event.end = end;
  event.kind = kind;
  if (kind == EventKind::object_end) --rows_;
  event.depth = depth();
  if (kind == EventKind::object_begin) ++rows_;
  events.emplace_back() = event;
}

void HtmlReader::begin_row(uint64_t lt, Events& events) {
  end_row(lt, lt, events);
  if (!is_one_object(open_.back())) put_border(EventKind::object_begin, lt, lt + 1, events);
  Table& table = open_.back();
  table.in_row = true;
  table.in_cell = false;
  table.all_heads = true;
  table.cells = 0;
  table.row_name = {};
  table.named_by_cell = false;
  before_ = {};
  if (table.form != Form::maybe) table.heads.clear();
}

void HtmlReader::begin_cell(bool head, uint64_t lt, Events& events) {
  if (!open_.back().in_row) begin_row(lt, events);
  Table& table = open_.back();
  table.in_cell = true;
  table.head_cell = head;
  table.all_heads = table.all_heads && head;
  if (table.cells != UINT32_MAX) ++table.cells;
  if (table.form == Form::unknown && table.cells <= kHeadsMost) table.heads.resize(table.cells);
  if (head || (table.named_by_cell && is_field_name(table))) table.row_name = {};
}

// What ends in a colon names the cell beside it: 姓名： 李娜
bool HtmlReader::calls_by_colon(const Table& table) {
  return std::any_of(table.heads.begin(), table.heads.end(), ends_with_colon);
}

void HtmlReader::name_columns(uint64_t at) {
  Table& table = open_.back();
  if (table.form != Form::unknown || table.heads.empty()) return;
  const std::vector<Row> rows = {Row(table.heads.begin(), table.heads.end())};
  if (!table.all_heads && may_be_form(rows[0])) {
    table.form = Form::maybe;  // the heads are kept for what the next row says
    return;
  }
  table.form = Form::no;
  if (table.all_heads || (!calls_by_colon(table) && first_row_is_header(rows))) name_by_heads(at);
  table.heads.clear();
}

void HtmlReader::name_by_heads(uint64_t at) {
  Table& table = open_.back();
  columns_.clear();
  for (const std::string& head : table.heads) columns_.add(head);
  table.names = tables_.use({}, columns_, at);
}

void HtmlReader::decide_form(std::string_view first_cell, uint64_t at, Events& events) {
  Table& table = open_.back();
  table.form = names_form_field(first_cell) ? Form::yes : Form::no;
  if (table.form == Form::no) {
    if (!calls_by_colon(table)) name_by_heads(at);
    put_border(EventKind::object_end, at, at, events);
    put_border(EventKind::object_begin, at, at, events);
  }
  table.heads.clear();
}

void HtmlReader::end_row(uint64_t begin, uint64_t end, Events& events) {
  Table& table = open_.back();
  if (!table.in_row) return;
  table.in_row = table.in_cell = false;
  name_columns(end);
  if (!is_one_object(table)) put_border(EventKind::object_end, begin, end, events);
}

void HtmlReader::end_table(uint64_t begin, uint64_t end, Events& events) {
  end_row(begin, end, events);
  if (is_one_object(open_.back())) put_border(EventKind::object_end, begin, end, events);
}

void HtmlReader::on_start_tag(const Window& window, uint64_t lt, const Name& name, uint64_t, Events& events) {
  tag_ = tag_of(window, name);
  tag_name_ = {};
  switch (tag_) {
    case Tag::table:
      if (open_.size() == kTablesDeep) {
        ++deeper_;
      } else {
        open_.emplace_back();
      }
      return;
    case Tag::row:
      return begin_row(lt, events);
    case Tag::cell:
    case Tag::head_cell:
      return begin_cell(tag_ == Tag::head_cell, lt, events);
    case Tag::label:
      in_label_ = true;
      return;
    case Tag::raw:
    case Tag::other:
      return;
  }
}

void HtmlReader::on_end_tag(const Window& window, uint64_t lt, const Name& name, Events& events) {
  switch (tag_of(window, name)) {
    case Tag::table:
      if (deeper_ != 0) {
        --deeper_;
        return;
      }
      end_table(lt, lt + 1, events);
      if (open_.size() > 1) {
        open_.pop_back();
      } else {
        open_.back() = {};
      }
      return;
    case Tag::row:
      return end_row(lt, lt + 1, events);
    case Tag::cell:
    case Tag::head_cell:
      open_.back().in_cell = false;
      return;
    case Tag::label:
      in_label_ = false;
      return;
    case Tag::raw:
    case Tag::other:
      return;
  }
}

// What a short text says of its table is known at its end.
bool HtmlReader::may_report(const Window& window, uint64_t begin, uint64_t seen, Next next, Events& events) {
  const Table& table = open_.back();
  const bool tells =
      table.in_cell && (table.form == Form::maybe || (table.form == Form::unknown && table.named_by_cell));
  if (!tells || seen == begin) return true;
  if (next == Next::open && seen - begin < kHtmlNameMost) return false;
  if (table.form != Form::maybe) return true;
  const bool first = table.cells == 1 && next != Next::open;
  decide_form(first ? window.view(begin, piece_end(window, seen)) : std::string_view(), begin, events);
  return true;
}

Event HtmlReader::text_event(const Window& window, uint64_t begin, uint64_t end) {
  Event event;
  event.begin = begin;
  event.end = end;
  const Table& table = open_.back();
  if (!table.in_cell) {
    put_name(event, before_);
    return event;
  }
  event.column = table.cells - 1;
  const std::string_view text = window.view(begin, end);
  if (table.head_cell || (table.form == Form::yes && is_field_name(table))) {
    event.flags = kEventHeader;
    return event;
  }
  // In the first row, a field's name under another is the header of a column.
  if (table.form == Form::yes || !table.named_by_cell || !names_form_field(text)) put_name(event, table.row_name);
  if (event.name_back == 0) event.table = table.names;
  if (event.name_back == 0 && event.table == 0) put_name(event, before_);
  return event;
}

void HtmlReader::on_text(const Window& window, const Event& event) {
  Table& table = open_.back();
  const uint64_t length = event.end - event.begin;
  before_ = {};
  if (length <= kHtmlNameMost) {
    const std::string_view text = window.view(event.begin, event.end);
    if (ends_with_colon(text) || in_label_) before_ = {event.begin, length, 0, 0};
    const auto may_name = [&] {
      return table.form == Form::yes || (table.form == Form::unknown && names_form_field(text));
    };
    if (table.in_cell && (table.head_cell || (is_field_name(table) && may_name()))) {
      table.row_name = {event.begin, length, 0, 0};
      table.named_by_cell = !table.head_cell;
    }
  }
  in_label_ = false;  // its end tag may be left out
  if (!table.in_cell || table.form != Form::unknown || table.cells > kHeadsMost || length > kColumnNameMost) return;
  std::string& head = table.heads[table.cells - 1];
  if (head.empty()) head = window.view(event.begin, event.end);
}

MarkupReader::Name HtmlReader::attribute_name(const Window& window, const Name& name) {
  const std::string_view text = window.view(name.begin, name.begin + name.length);
  is_name_ = is_word(text, "name");
  return is_word(text, "value") && tag_name_.length != 0 ? tag_name_ : name;
}

void HtmlReader::on_attribute(const Window&, const Event& event) {
  if (is_name_ && event.end - event.begin <= kTagNameMost) tag_name_ = {event.begin, event.end - event.begin, 0, 0};
}

void HtmlReader::on_end(uint64_t end, Events& events) {
  for (;;) {
    end_table(end, end, events);
    if (open_.size() == 1) return;
    open_.pop_back();
  }
}

}  // namespace pidun
