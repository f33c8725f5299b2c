// The readers of lib/structure/ once more: slow, byte by byte, over the whole input, obviously right.
// Written from the rules in the headers, not from the fast readers, and compared with them.
#pragma once

#include <string_view>
#include <vector>

#include "reference/structure_chat_reference.h"
#include "reference/structure_lines_reference.h"
#include "reference/structure_markup_reference.h"
#include "reference/structure_parts_reference.h"
#include "reference/structure_sql_reference.h"
#include "structure/delimited.h"
#include "structure/structure.h"

namespace pidun::reference {

inline size_t behind_mark(std::string_view in) { return in.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

inline std::vector<Event> lines(std::string_view in) {
  std::vector<Event> events;
  size_t begin = behind_mark(in);
  for (size_t i = begin; i <= in.size(); ++i) {
    if (i < in.size() && in[i] != '\n') continue;
    const size_t end = i > begin && in[i - 1] == '\r' ? i - 1 : i;
    if (end > begin) events.push_back({begin, end, 0, 0, 0, 0, EventKind::value, kEventRowBegin | kEventRowEnd});
    begin = i + 1;
  }
  return events;
}

class Delimited {
 public:
  Delimited(std::string_view in, char delimiter, bool header) : in_(in), delimiter_(delimiter), header_(header) {}

  std::vector<Event> read() {
    for (at_ = behind_mark(in_); at_ < in_.size();) row();
    return events_;
  }

 private:
  bool ends(size_t i) const { return i == in_.size() || in_[i] == '\n' || in_[i] == delimiter_; }
  bool ends_row(size_t i) const { return i == in_.size() || in_[i] == '\n'; }

  // Where the quoted text from `begin` is closed: its quote, or where it is given up.
  size_t close_of(size_t begin) const {
    for (size_t i = begin; i < in_.size(); ++i) {
      if (in_[i] == '\n' && i - begin >= kQuotedMost) return i;
      if (in_[i] != '"') continue;
      if (i + 1 == in_.size() || in_[i + 1] != '"') return i;
      ++i;
    }
    return in_.size();
  }

  void row() {
    for (uint32_t column = 0;; ++column) {
      const bool quoted = at_ < in_.size() && in_[at_] == '"';
      const size_t begin = quoted ? at_ + 1 : at_;
      const size_t close = quoted ? close_of(begin) : begin;
      size_t stop = close;
      while (!ends(stop)) ++stop;
      if (quoted && (close == in_.size() || in_[close] == '\n')) stop = close;
      const bool row_end = ends_row(stop);
      size_t end = stop;
      if (row_end && end > begin && in_[end - 1] == '\r') --end;
      if (quoted && close < in_.size() && in_[close] == '"' && end == close + 1) end = close;
      at_ = stop + 1;
      if (row_end && column == 0 && end == begin && !quoted) return;
      int flags = (quoted ? kEventQuoted : 0) | (column == 0 ? kEventRowBegin : 0) | (row_end ? kEventRowEnd : 0);
      if (header_) flags |= kEventHeader;
      events_.push_back({begin, end, column, 0, 0, 0, EventKind::value, static_cast<uint8_t>(flags)});
      if (!row_end) continue;
      header_ = false;
      return;
    }
  }

  std::string_view in_;
  char delimiter_;
  bool header_;
  size_t at_ = 0;
  std::vector<Event> events_;
};

class Json {
 public:
  explicit Json(std::string_view in) : in_(in) {}

  std::vector<Event> read() {
    for (size_t i = behind_mark(in_); i < in_.size();) i = step(i);
    close_all(in_.size());
    return events_;
  }
  bool too_deep() const { return too_deep_; }

 private:
  struct Container {
    bool object;
    bool at_name;
    uint32_t index;
    bool has_name;
    size_t name;
    size_t name_length;
  };

  static bool blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }
  static bool is_mark(char c) { return std::string_view("{}[],:|\"").find(c) != std::string_view::npos; }

  void put(EventKind kind, size_t begin, size_t end, int flags) {
    Event event{begin, end, 0, 0, 0, static_cast<uint16_t>(open_.size()), kind, static_cast<uint8_t>(flags)};
    if (deeper_ == 0 && !open_.empty()) {
      const Container& in = open_.back();
      if (!in.object) event.column = in.index;
      const bool is_end = kind == EventKind::object_end || kind == EventKind::array_end;
      if (in.has_name && begin - in.name <= kMaxNameBack && !is_end) {
        event.name_back = static_cast<uint16_t>(begin - in.name);
        event.name_length = static_cast<uint16_t>(in.name_length);
      }
    }
    events_.push_back(event);
  }

  void close(size_t begin, size_t end) {
    const bool object = open_.back().object;
    open_.pop_back();
    if (!open_.empty()) open_.back().at_name = false;
    put(object ? EventKind::object_end : EventKind::array_end, begin, end, 0);
  }

  void close_all(size_t at) {
    deeper_ = 0;
    while (!open_.empty()) close(at, at);
  }

  bool name_expected() const { return deeper_ == 0 && !open_.empty() && open_.back().object && open_.back().at_name; }
  void name(size_t begin, size_t end) {
    open_.back().has_name = true;
    open_.back().name = begin;
    open_.back().name_length = end - begin;
    open_.back().at_name = false;
  }
  void no_name_follows() {
    if (deeper_ == 0 && !open_.empty()) open_.back().at_name = false;
  }

  size_t string(size_t begin) {
    size_t i = begin;
    while (i < in_.size() && in_[i] != '"' && in_[i] != '\n') {
      i += in_[i] == '\\' && i + 1 < in_.size() && in_[i + 1] != '\n' ? 2u : 1u;
    }
    const bool closed = i < in_.size() && in_[i] == '"';
    if (name_expected() && closed && i - begin <= kMaxNameBack) {
      name(begin, i);
    } else {
      put(EventKind::value, begin, i, kEventQuoted);
      no_name_follows();
    }
    return closed ? i + 1 : i;
  }

  size_t scalar(size_t begin) {
    size_t stop = begin;
    while (stop < in_.size() && !is_mark(in_[stop]) && in_[stop] != '\n') ++stop;
    size_t end = stop;
    while (blank(in_[end - 1])) --end;
    const bool colon = stop < in_.size() && in_[stop] == ':';
    if (name_expected() && colon && stop - begin <= kMaxNameBack) {
      name(begin, end);
      return stop;
    }
    put(EventKind::value, begin, end, 0);
    if (name_expected() && colon) no_name_follows();
    return stop;
  }

  void opening(size_t i) {
    const bool line_begin = i != 0 && in_[i - 1] == '\n';
    if (!seen_) first_ = in_[i];
    seen_ = true;
    if (json_lines_ && line_begin && in_[i] == first_) {
      close_all(i);
    }
    if (open_.size() == kMaxDepth) {
      ++deeper_;
      too_deep_ = true;
      return;
    }
    const bool object = in_[i] == '{';
    put(object ? EventKind::object_begin : EventKind::array_begin, i, i + 1, 0);
    Container inner{object, object, 0, false, 0, 0};
    if (!object && !open_.empty()) {
      inner.has_name = open_.back().has_name;
      inner.name = open_.back().name;
      inner.name_length = open_.back().name_length;
    }
    open_.push_back(inner);
  }

  void closing(size_t i) {
    if (deeper_ != 0) {
      --deeper_;
      return;
    }
    const bool object = in_[i] == '}';
    bool any = false;
    for (const Container& container : open_) any = any || container.object == object;
    if (!any) return;
    while (open_.back().object != object) close(i, i);
    close(i, i + 1);
  }

  size_t step(size_t i) {
    const char c = in_[i];
    if (c == '"') return string(i + 1);
    if (c == '\n' && seen_ && !settled_) {
      settled_ = true;
      json_lines_ = open_.empty();
    }
    if (c == '{' || c == '[') opening(i);
    if (c == '}' || c == ']') closing(i);
    if (c == ',' && deeper_ == 0 && !open_.empty()) {
      Container& in = open_.back();
      if (in.object) {
        in.at_name = true;
        in.has_name = false;
      } else {
        ++in.index;
      }
    }
    if (is_mark(c) || blank(c)) return i + 1;
    return scalar(i);
  }

  std::string_view in_;
  std::vector<Event> events_;
  std::vector<Container> open_;
  size_t deeper_ = 0;
  bool too_deep_ = false;
  bool seen_ = false;  // a bracket
  char first_ = '\0';
  bool settled_ = false;
  bool json_lines_ = false;
};

inline std::vector<Event> read(const Layout& layout, std::string_view in) {
  const size_t from = behind_mark(in);
  switch (layout.format) {
    case Format::json:
      return Json(in).read();
    case Format::delimited:
      return Delimited(in, layout.delimiter, layout.has_header).read();
    case Format::pairs:
      return Pairs(in, from).read();
    case Format::form:
      return form(in, from);
    case Format::multipart:
      return layout.boundary.empty() ? lines(in) : Multipart(in, from, layout.boundary).read();
    case Format::dashed:
      return dashed(in, from, layout.has_header);
    case Format::fixed:
      return fixed(in, from, layout.starts, layout.header_lines);
    case Format::chat:
      return Chat(in, from).read();
    case Format::hl7:
      return Hl7(in, from).read();
    case Format::sql:
      return Sql(in, from, layout.backslash_escapes).read();
    case Format::xml:
      return Xml(in, from).read();
    case Format::html:
      return Html(in, from).read();
    case Format::lines:
      break;
  }
  return lines(in);
}

}  // namespace pidun::reference
