// See column_counts.h.
#include "scan/column_counts.h"

#include <algorithm>

#include "text/utf8.h"
#include "unwrap/spelt_name.h"

namespace pidun {
namespace {

constexpr uint64_t kBlanksMost = 256;  // bytes that are looked at to see that a cell is blank

uint32_t told_format(const Layout& layout) {
  switch (layout.format) {
    case Format::delimited:
      return layout.delimiter == '\t'  ? PIDUN_FORMAT_TSV
             : layout.delimiter == '|' ? PIDUN_FORMAT_PIPE
             : layout.delimiter == ';' ? PIDUN_FORMAT_SEMICOLON
                                       : PIDUN_FORMAT_CSV;
    case Format::json:
      return PIDUN_FORMAT_JSON;
    case Format::pairs:
      return PIDUN_FORMAT_PAIRS;
    case Format::form:
      return PIDUN_FORMAT_FORM;
    case Format::multipart:
      return PIDUN_FORMAT_MULTIPART;
    case Format::dashed:
      return PIDUN_FORMAT_DASHED;
    case Format::fixed:
      return PIDUN_FORMAT_FIXED;
    case Format::chat:
      return PIDUN_FORMAT_CHAT;
    case Format::hl7:
      return PIDUN_FORMAT_HL7;
    case Format::sql:
      return PIDUN_FORMAT_SQL;
    case Format::xml:
      return PIDUN_FORMAT_XML;
    case Format::html:
      return PIDUN_FORMAT_HTML;
    case Format::lines:
      break;
  }
  return PIDUN_FORMAT_LINES;
}

bool has_rows(Format format) { return format != Format::json && format != Format::xml && format != Format::html; }

bool is_blank(const Window& window, uint64_t begin, uint64_t end) {
  for (const char c : window.view(begin, std::min(end, begin + kBlanksMost)))
    if (static_cast<unsigned char>(c) > ' ') return false;
  return end - begin <= kBlanksMost;
}

uint64_t place_of(const Event& event) { return uint64_t{event.table} << 32 | event.column; }

bool is_first(const Event& event) { return (event.flags & kEventContinued) == 0; }

// Of the value that begins here, as far as it was read.
uint64_t end_of(const Events& events, size_t i) {
  while ((events[i].flags & kEventOpen) != 0 && i + 1 < events.size() && events[i + 1].begin == events[i].begin) ++i;
  return events[i].end;
}

void count_kind(ColumnCount& column, Kind kind, uint64_t cells) {
  const auto at = std::lower_bound(column.kinds.begin(), column.kinds.end(), kind,
                                   [](const ColumnCount::OfKind& each, Kind wanted) { return each.kind < wanted; });
  if (at != column.kinds.end() && at->kind == kind) {
    at->cells += cells;
  } else {
    column.kinds.insert(at, {kind, cells});
  }
}

}  // namespace

std::string column_name(std::string_view bytes) {
  std::string name;
  const auto* const all = as_bytes(bytes);
  for (size_t at = 0; at < bytes.size();) {
    const Char next = read_utf8(all + at, all + bytes.size());
    if (name.size() + next.length > kLongestColumnName) break;
    name += next.valid && next.point != 0 ? bytes.substr(at, next.length) : std::string_view("?");
    at += next.length;
  }
  return name;
}

ColumnCounts::ColumnCounts(const Layout& layout, uint64_t start)
    : format_(layout.format), told_format_(told_format(layout)), start_(start) {
  switch (layout.format) {
    case Format::lines:
    case Format::chat:
      return;
    case Format::delimited:
    case Format::fixed:
    case Format::dashed:
      by_ = By::index;
      for (uint32_t i = 0; i < layout.header.size(); ++i)
        if (const uint32_t column = indexed(i); column != kNoColumn)
          columns_[column].count.name = column_name(layout.header[i]);
      return;
    default:
      by_ = layout.format == Format::sql || layout.format == Format::html ? By::place : By::key;
  }
}

uint32_t ColumnCounts::add_column(Column&& column) {
  if (columns_.size() == kMostColumns) {
    too_many_ = true;
    return kNoColumn;
  }
  columns_.push_back(std::move(column));
  return static_cast<uint32_t>(columns_.size() - 1);
}

uint32_t ColumnCounts::indexed(uint32_t index) {
  while (columns_.size() <= index) {
    Column column;
    column.count.index = static_cast<uint32_t>(columns_.size());
    if (add_column(std::move(column)) == kNoColumn) return kNoColumn;
  }
  return index;
}

uint32_t ColumnCounts::keyed(std::string_view key) {
  const bool plain = key.size() <= kLongestColumnName && is_ascii(key) && !may_be_spelt(key);
  key_ = plain ? std::string(key) : column_name(spelt_name(key));
  const auto known = keys_.find(key_);
  if (known != keys_.end()) return known->second;
  Column column;
  column.keyed = true;
  column.count.name = key_;
  column.count.index = static_cast<uint32_t>(columns_.size());
  const uint32_t added = add_column(std::move(column));
  if (added != kNoColumn) keys_.emplace(key_, added);
  return added;
}

// What has no name of its own in a document of keys is all one column.
uint32_t ColumnCounts::placed(uint64_t place, const Reader* reader) {
  const auto known = places_.find(place);
  if (known != places_.end()) return known->second;
  Column column;
  column.place = place;
  const auto table = static_cast<uint32_t>(place >> 32), index = static_cast<uint32_t>(place);
  column.count.index = by_ == By::place ? index : static_cast<uint32_t>(columns_.size());
  if (table != 0 && reader != nullptr) {
    const FarName name = reader->far_name(table, index);
    column.count.name = column_name(name.name.empty() ? name.comment : name.name);
  }
  const uint32_t added = add_column(std::move(column));
  if (added != kNoColumn) places_.emplace(place, added);
  return added;
}

uint32_t ColumnCounts::column_of(const Window& window, const Event& event, const Reader& reader) {
  if (by_ == By::index) return indexed(event.column);
  if (event.table != 0) return placed(place_of(event), &reader);
  const uint64_t key = event.begin - event.name_back;
  if (event.name_back != 0) return keyed(window.view(key, key + event.name_length));
  return placed(format_ == Format::sql ? event.column : 0, nullptr);
}

void ColumnCounts::begin_cell(const Window& window, const Event& event, uint64_t end, const Reader& reader) {
  if (has_rows(format_) && (event.flags & kEventRowBegin) != 0) ++rows_;
  has_last_ = true;
  last_cell_ = event.begin;
  last_column_ = column_of(window, event, reader);
  last_kinds_.clear();
  if (last_column_ == kNoColumn) return;
  ColumnCount& count = columns_[last_column_].count;
  ++count.cells;
  if (!is_blank(window, event.begin, end)) ++count.filled;
}

void ColumnCounts::note_object(const Event& event) {
  if (event.kind == EventKind::object_begin && event.depth < kDepths) ++objects_[event.depth];
}

void ColumnCounts::note_finding(uint64_t cell, Kind kind) {
  if (has_last_ && cell == last_cell_) {
    if (last_column_ == kNoColumn || std::find(last_kinds_.begin(), last_kinds_.end(), kind) != last_kinds_.end())
      return;
    last_kinds_.push_back(kind);
    count_kind(columns_[last_column_].count, kind, 1);
  } else if (cell < start_) {
    const auto same = [&](const Early& early) { return early.cell == cell && early.kind == kind; };
    if (std::none_of(early_.begin(), early_.end(), same)) early_.push_back({cell, kind});
  }
}

void ColumnCounts::add(const Window& window, const Events& events, const Reader& reader,
                       std::span<const pidun_finding> findings, Span segment) {
  const auto inside = [&](const Event& event) { return event.begin >= segment.begin && event.begin < segment.end; };
  size_t next = 0;
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.kind != EventKind::value) {
      if (inside(event)) note_object(event);
      continue;
    }
    const bool header = (event.flags & kEventHeader) != 0;
    if (!header && by_ != By::nothing && is_first(event) && inside(event))
      begin_cell(window, event, end_of(events, i), reader);
    if (!header && by_ == By::nothing && is_first(event) && inside(event)) ++rows_;
    for (; next < findings.size() && findings[next].begin < event.end; ++next)
      if (!header && findings[next].begin >= event.begin)
        note_finding(event.begin, static_cast<Kind>(findings[next].kind));
  }
}

// The column here that is the same as one of another part of the input.
uint32_t ColumnCounts::own_column(const Column& other) {
  if (by_ == By::index) return indexed(other.count.index);
  return other.keyed ? keyed(other.count.name) : placed(other.place, nullptr);
}

void ColumnCounts::append(const ColumnCounts& later) {
  for (const Early& early : later.early_) note_finding(early.cell, early.kind);
  for (const Column& column : later.columns_) {
    const uint32_t own = own_column(column);
    if (own == kNoColumn) continue;
    ColumnCount& count = columns_[own].count;
    if (count.name.empty()) count.name = column.count.name;
    count.cells += column.count.cells;
    count.filled += column.count.filled;
    for (const ColumnCount::OfKind& each : column.count.kinds) count_kind(count, each.kind, each.cells);
  }
  rows_ += later.rows_;
  for (size_t depth = 0; depth < kDepths; ++depth) objects_[depth] += later.objects_[depth];
  too_many_ |= later.too_many_;
  if (!later.has_last_) return;
  has_last_ = true;
  last_cell_ = later.last_cell_;
  last_kinds_ = later.last_kinds_;
  last_column_ = kNoColumn;
  if (later.last_column_ == kNoColumn) return;
  last_column_ = own_column(later.columns_[later.last_column_]);
}

// Of documents of objects: those of the outermost depth that has several.
uint64_t ColumnCounts::rows() const {
  if (has_rows(format_)) return rows_;
  const auto* const several =
      std::find_if(std::begin(objects_), std::end(objects_), [](uint64_t count) { return count > 1; });
  if (several != std::end(objects_)) return *several;
  return std::any_of(std::begin(objects_), std::end(objects_), [](uint64_t count) { return count != 0; }) ? 1 : 0;
}

std::shared_ptr<const ColumnTable> ColumnCounts::table() const {
  auto table = std::make_shared<ColumnTable>();
  table->format = told_format_;
  table->rows = rows();
  table->columns.reserve(columns_.size());
  for (const Column& column : columns_) table->columns.push_back(column.count);
  return table;
}

}  // namespace pidun
