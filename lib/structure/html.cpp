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

void HtmlReader::begin_row(uint64_t lt, Events& events) {
  end_row(lt, lt, events);
  Event event;
  event.begin = lt;
  event.end = lt + 1;
  event.kind = EventKind::object_begin;
  event.depth = depth();
  events.emplace_back() = event;
  ++rows_;
  Table& table = open_.back();
  table.in_row = true;
  table.in_cell = false;
  table.all_heads = true;
  table.cells = 0;
  table.row_name = {};
  before_ = {};
  table.heads.clear();
}

void HtmlReader::begin_cell(bool head, uint64_t lt, Events& events) {
  if (!open_.back().in_row) begin_row(lt, events);
  Table& table = open_.back();
  table.in_cell = true;
  table.head_cell = head;
  table.all_heads = table.all_heads && head;
  if (table.cells != UINT32_MAX) ++table.cells;
  if (table.first_row && table.cells <= kHeadsMost) table.heads.resize(table.cells);
  if (head) table.row_name = {};
}

void HtmlReader::name_columns(uint64_t at) {
  Table& table = open_.back();
  if (!table.first_row || table.heads.empty()) return;
  table.first_row = false;
  const std::vector<Row> rows = {Row(table.heads.begin(), table.heads.end())};
  // What ends in a colon names the cell beside it: 姓名： 李娜
  const bool form = std::any_of(table.heads.begin(), table.heads.end(), ends_with_colon);
  if (table.all_heads || (!form && first_row_is_header(rows))) {
    columns_.clear();
    for (const std::string& head : table.heads) columns_.add(head);
    table.names = tables_.use({}, columns_, at);
  }
  table.heads.clear();
}

void HtmlReader::end_row(uint64_t begin, uint64_t end, Events& events) {
  Table& table = open_.back();
  if (!table.in_row) return;
  table.in_row = table.in_cell = false;
  name_columns(end);
  --rows_;
  Event event;
  event.begin = begin;
  event.end = end;
  event.kind = EventKind::object_end;
  event.depth = depth();
  events.emplace_back() = event;
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
      end_row(lt, lt + 1, events);
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

Event HtmlReader::text_event(const Window&, uint64_t begin, uint64_t end) {
  Event event;
  event.begin = begin;
  event.end = end;
  const Table& table = open_.back();
  if (!table.in_cell) {
    put_name(event, before_);
    return event;
  }
  event.column = table.cells - 1;
  if (table.head_cell) {
    event.flags = kEventHeader;
    return event;
  }
  put_name(event, table.row_name);
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
    if (table.in_cell && table.head_cell) table.row_name = {event.begin, length, 0, 0};
  }
  in_label_ = false;  // its end tag may be left out
  if (!table.in_cell || !table.first_row || table.cells > kHeadsMost || length > kColumnNameMost) return;
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
    end_row(end, end, events);
    if (open_.size() == 1) return;
    open_.pop_back();
  }
}

}  // namespace pidun
