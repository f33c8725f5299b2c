// XML and HTML once more: slow, over the whole input: what the pieces mean, with the following piece at hand. Written
// from the rules in the headers, not from the fast readers, and compared with them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reference/structure_pieces_reference.h"
#include "structure/delimited_header.h"
#include "structure/html.h"
#include "structure/xml.h"

namespace pidun::reference {

class Xml {
 public:
  Xml(std::string_view in, size_t from) : in_(in), pieces_(Pieces(in, from, false).read()) {}
  std::vector<Event> read() {
    for (size_t i = 0; i < pieces_.size(); ++i) piece(i);
    while (!open_.empty()) close(in_.size(), in_.size());
    return events_;
  }
  bool too_deep() const { return too_deep_; }

 private:
  struct Element {
    size_t name, name_end, border;
    bool object;
  };
  void promote() {
    if (open_.empty() || open_.back().object) return;
    Element& element = open_.back();
    Event event = named_event(element.border, element.border, element.name, element.name_end);
    event.kind = EventKind::object_begin;
    event.depth = static_cast<uint16_t>(open_.size() - 1);
    events_.push_back(event);
    element.object = true;
  }
  void put(Event event) {
    event.depth = static_cast<uint16_t>(open_.size() - (!open_.empty() && !open_.back().object ? 1 : 0));
    events_.push_back(event);
  }
  void close(size_t begin, size_t end) {
    const bool object = open_.back().object;
    open_.pop_back();
    if (!object) return;
    Event event = value_event(begin, end);
    event.kind = EventKind::object_end;
    put(event);
  }
  std::string_view name_of(const Element& e) const { return in_.substr(e.name, e.name_end - e.name); }
  void text(size_t i) {
    const Piece& piece = pieces_[i];
    if (piece.begin == piece.end_at) return;
    const bool last = i + 1 == pieces_.size();
    const size_t seen = last ? in_.size() : pieces_[i + 1].at;
    const bool ends = last || pieces_[i + 1].kind == Piece::end || pieces_[i + 1].kind == Piece::cut_end;
    if (!ends || seen - piece.begin >= kLeafMost) promote();
    const bool named = deeper_ == 0 && !open_.empty();
    put(named ? named_event(piece.begin, piece.end_at, open_.back().name, open_.back().name_end)
              : value_event(piece.begin, piece.end_at));
  }
  void attribute(const Piece& piece) {
    promote();
    size_t name = piece.name, name_end = piece.name_end;
    if (in_.substr(name, name_end - name) == "value" && !open_.empty() && !name_of(open_.back()).empty()) {
      name = open_.back().name;
      name_end = open_.back().name_end;
    }
    if (deeper_ != 0) name = name_end = 0;
    put(named_event(piece.begin, piece.end_at, name, name_end, piece.quoted ? kEventQuoted : 0));
  }
  void end(const Piece& piece) {
    if (deeper_ != 0) {
      --deeper_;
      return;
    }
    const std::string_view name = in_.substr(piece.name, piece.name_end - piece.name);
    if (!open_.empty() && !open_.back().object) {
      const bool own = name_of(open_.back()) == name;
      close(piece.at, piece.at);
      if (own) return;
    }
    for (size_t back = 0; back < std::min(open_.size(), kNamesBack); ++back) {
      if (name_of(open_[open_.size() - 1 - back]) != name) continue;
      for (; back != 0; --back) close(piece.at, piece.at);
      return close(piece.at, piece.at + 1);
    }
  }
  void piece(size_t i) {
    const Piece& piece = pieces_[i];
    switch (piece.kind) {
      case Piece::text:
      case Piece::cdata:
        return text(i);
      case Piece::start:
        promote();
        if (open_.size() == kMaxDepth) {
          ++deeper_;
          too_deep_ = true;
          return;
        }
        open_.push_back({piece.name_end == 0 ? piece.begin : piece.name, piece.begin, piece.begin, false});
        if (piece.name_end == 0) open_.back().name_end = open_.back().name;
        return;
      case Piece::attribute:
        return attribute(piece);
      case Piece::tag_end:
        if (!piece.empty) return;
        if (deeper_ != 0) {
          --deeper_;
        } else if (!open_.empty()) {
          close(piece.at, piece.at + 1);
        }
        return;
      case Piece::end:
        return end(piece);
      case Piece::comment:
        if (piece.end_at == piece.begin) return;
        promote();
        return put(value_event(piece.begin, piece.end_at));
      case Piece::cut_end:
      case Piece::other:
        return;
    }
  }

  std::string_view in_;
  std::vector<Piece> pieces_;
  std::vector<Element> open_;
  std::vector<Event> events_;
  size_t deeper_ = 0;
  bool too_deep_ = false;
};

class Html {
 public:
  Html(std::string_view in, size_t from) : in_(in), pieces_(Pieces(in, from, true).read()) {}
  std::vector<Event> read() {
    for (const Piece& piece : pieces_) read(piece);
    while (!open_.empty()) {
      end_table(in_.size(), in_.size());
      open_.pop_back();
    }
    return events_;
  }

 private:
  struct Table {
    bool row = false, cell = false, head = false, first = true, only_heads = true;
    uint32_t cells = 0, names = 0;
    size_t over = 0, over_end = 0;
    size_t field = 0, field_end = 0;  // the text of the odd cell before, if it may call the next
    bool undecided = false, form = false, goes_on = false, colon = false;
    std::vector<std::string> texts;
  };
  std::string tag(const Piece& piece) const {
    std::string out;
    for (size_t i = piece.name; i < piece.name_end; ++i)
      out += in_[i] >= 'A' && in_[i] <= 'Z' ? static_cast<char>(in_[i] + 32) : in_[i];
    return out;
  }
  void border(EventKind kind, size_t begin, size_t end) {
    Event event = value_event(begin, end);
    event.kind = kind;
    event.depth = depth();
    events_.push_back(event);
  }
  uint16_t depth() const {
    return static_cast<uint16_t>(
        std::count_if(open_.begin(), open_.end(), [](const Table& t) { return t.row || t.goes_on; }));
  }
  void begin_row(size_t lt) {
    end_row(lt, lt);
    Table& table = open_.back();
    if (!table.goes_on) border(EventKind::object_begin, lt, lt + 1);
    table.goes_on = false;
    table.row = table.only_heads = true;
    table.cell = false;
    table.cells = 0;
    table.over = table.over_end = 0;
    if (!table.undecided) table.texts.clear();
    table.field = table.field_end = 0;
    before_ = before_end_ = 0;
  }
  void use_columns(Table& table, size_t at) {
    ColumnList columns;
    for (const std::string& text : table.texts) columns.add(text);
    table.names = names_.use({}, columns, at);
  }
  void end_row(size_t begin, size_t end) {
    Table& table = open_.back();
    if (!table.row) return;
    if (table.first && table.cells != 0) {
      table.first = false;
      const std::vector<Row> rows = {Row(table.texts.begin(), table.texts.end())};
      const auto names_the_next = [](std::string_view cell) { return cell.ends_with(':') || cell.ends_with("："); };
      table.colon = std::any_of(rows[0].begin(), rows[0].end(), names_the_next);
      table.undecided = !table.only_heads && may_be_form(rows[0]);
      if (!table.undecided && (table.only_heads || (!table.colon && first_row_is_header(rows))))
        use_columns(table, end);
    }
    table.row = table.cell = false;
    table.goes_on = table.undecided || table.form;
    if (!table.goes_on) border(EventKind::object_end, begin, end);
  }
  void end_table(size_t begin, size_t end) {
    end_row(begin, end);
    Table& table = open_.back();
    if (!table.goes_on) return;
    table.goes_on = false;
    border(EventKind::object_end, begin, end);
  }
  void start(const Piece& piece) {
    const std::string name = tag(piece);
    said_ = said_end_ = 0;
    if (name == "label" || name == "dt") label_ = true;
    if (name == "table") {
      if (open_.size() == kTablesDeep) {
        ++deeper_;
      } else {
        open_.emplace_back();
      }
    }
    if (name == "tr") begin_row(piece.at);
    if (name != "td" && name != "th") return;
    if (!open_.back().row) begin_row(piece.at);
    Table& table = open_.back();
    table.cell = true;
    table.head = name == "th";
    table.only_heads = table.only_heads && table.head;
    ++table.cells;
    if (table.cells <= 512) table.texts.resize(table.cells);
    if (table.head) table.over = table.over_end = 0;
    if (table.cells % 2 == 1) table.field = table.field_end = 0;
  }
  void end(const Piece& piece) {
    const std::string name = tag(piece);
    if (name == "label" || name == "dt") label_ = false;
    if (name == "td" || name == "th") open_.back().cell = false;
    if (name == "tr") end_row(piece.at, piece.at + 1);
    if (name != "table") return;
    if (deeper_ != 0) {
      --deeper_;
      return;
    }
    end_table(piece.at, piece.at + 1);
    open_.pop_back();
    if (open_.empty()) open_.emplace_back();
  }
  void text(const Piece& piece) {
    if (piece.begin == piece.end_at) return;
    const size_t length = piece.end_at - piece.begin;
    const std::string_view bytes = in_.substr(piece.begin, length);
    Table& table = open_.back();
    const bool odd = table.cells % 2 == 1;
    if (table.cell && table.undecided) {
      table.form = table.cells == 1 && names_form_field(bytes);
      table.undecided = false;
      if (!table.form) {
        if (!table.colon) use_columns(table, piece.begin);
        table.row = false;
        border(EventKind::object_end, piece.begin, piece.begin);
        border(EventKind::object_begin, piece.begin, piece.begin);
        table.row = true;
      }
      table.texts.clear();
    }
    Event event = named_event(piece.begin, piece.end_at, before_, before_end_);
    if (table.cell && (table.head || (table.form && odd))) {
      event = value_event(piece.begin, piece.end_at, kEventHeader, table.cells - 1);
    } else if (table.cell) {
      const bool calls = table.field != table.field_end && (table.form || !names_form_field(bytes));
      Event over = calls ? named_event(piece.begin, piece.end_at, table.field, table.field_end)
                         : named_event(piece.begin, piece.end_at, table.over, table.over_end);
      if (over.name_back != 0) event = over;
      if (over.name_back == 0 && table.names != 0) {
        event = over;
        event.table = table.names;
      }
      event.column = table.cells - 1;
    }
    event.depth = depth();
    events_.push_back(event);
    before_ = before_end_ = 0;
    if (length <= kHtmlNameMost && (label_ || bytes.ends_with(':') || bytes.ends_with("："))) {
      before_ = piece.begin;
      before_end_ = piece.end_at;
    }
    label_ = false;
    if (!table.cell) return;
    if (!table.head && odd && length <= kHtmlNameMost && (table.form || (table.first && names_form_field(bytes)))) {
      table.field = piece.begin;
      table.field_end = piece.end_at;
      table.over = table.over_end = 0;  // it counts as a heading, and takes the place of the one before
    }
    if (table.head && length <= kHtmlNameMost) {
      table.over = piece.begin;
      table.over_end = piece.end_at;
    }
    if (table.first && table.cells <= 512 && length <= kColumnNameMost && table.texts[table.cells - 1].empty())
      table.texts[table.cells - 1] = bytes;
  }
  void read(const Piece& piece) {
    if (piece.kind == Piece::start) start(piece);
    if (piece.kind == Piece::end) end(piece);
    if (piece.kind == Piece::text || piece.kind == Piece::cdata) text(piece);
    if (piece.kind == Piece::comment && piece.end_at > piece.begin) {
      events_.push_back(value_event(piece.begin, piece.end_at));
      events_.back().depth = depth();
    }
    if (piece.kind != Piece::attribute) return;
    const bool value = tag(piece) == "value" && said_end_ != said_;
    events_.push_back(named_event(piece.begin, piece.end_at, value ? said_ : piece.name,
                                  value ? said_end_ : piece.name_end, piece.quoted ? kEventQuoted : 0));
    events_.back().depth = depth();
    if (tag(piece) != "name" || piece.end_at - piece.begin > kTagNameMost) return;
    said_ = piece.begin;
    said_end_ = piece.end_at;
  }

  std::string_view in_;
  std::vector<Piece> pieces_;
  std::vector<Table> open_{1};
  std::vector<Event> events_;
  size_t deeper_ = 0, before_ = 0, before_end_ = 0, said_ = 0, said_end_ = 0;
  bool label_ = false;
  NameTables names_;
};

}  // namespace pidun::reference
