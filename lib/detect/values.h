// The values of the input around a place, and the label that the structure puts over each: column header or key.
// Holds the events of one segment and forgets those that lie behind. Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "detect/key_labels.h"
#include "detect/label_bounds.h"
#include "detect/labels.h"
#include "structure/structure.h"

namespace pidun {

struct ColumnLabel {
  Label label = Label::none;
  bool by_content = false;  // told by the cells, not by the header
};

struct Value {
  uint64_t begin = 0;
  uint64_t end = 0;
  Label name = Label::none;
  bool whole_line = false;  // a line of plain text, from border to border
  bool open = false;        // goes on behind what was read
  bool by_content = false;  // the cells of its column gave it its name, not a header
  bool filled_by(Span span) const { return begin == span.begin && end == span.end && !open; }
};

class Values {
 public:
  // `label` is what the host calls the whole input; Label::none if it says nothing.
  void start(const LabelTable& labels, const Layout& layout, Label label);
  // Instead of what the header says: what column_kinds.h settled.
  void set_columns(const std::vector<ColumnLabel>& columns);
  // What the header says of each column.
  const std::vector<Label>& columns() const { return columns_; }
  bool any_by_content() const { return !by_content_.empty(); }
  // Where the reader appends the events of the next stretch; note_read() is to be called after each: what is open at
  // its end, and the names that stand far from their values, are remembered.
  std::vector<Event>& events() { return events_; }
  const std::vector<Event>& events() const { return events_; }
  void note_read(const Window& window, const Reader& reader);
  // Forgets values that end before `offset`.
  void forget_before(uint64_t offset);
  // Instead of start() and a reader: values that are told one by one, in order, by add_named().
  void start_named(Label input_label);
  void add_named(Span span, Label name, bool whole_line);
  // The value that holds `offset`; a value of one byte's width without a name if none does. Cheap when the offsets
  // asked for ascend.
  Value at(const Window& window, uint64_t offset);
  // Whether a value holds `offset`; as cheap.
  bool holds(uint64_t offset) {
    seek(offset);
    return cursor_ < events_.size() && events_[cursor_].kind == EventKind::value && events_[cursor_].begin <= offset;
  }
  bool may_wrap() const { return !lines_; }
  // The values of the same column in the rows before and behind the value that holds `offset`; see Context.
  size_t column_around(const Window& window, uint64_t offset, Span* cells, size_t most);
  // That value, or where there is none the first behind `offset`; if that is none either, one that begins at the end of
  // all offsets.
  Value next(const Window& window, uint64_t offset);
  // Where the value that holds `offset` begins and ends and how it is written, or the stretch between two values.
  struct Around {
    Span span;
    bool value = false;
    bool quoted = false;
  };
  Around around(uint64_t offset);
  // Whether the name over the next value stands there, and says what that is.
  bool is_known_name(const Window& window, uint64_t offset);
  Label input_label() const { return input_label_; }
  // True of cells only: other events of a table of columns have none.
  bool is_by_content(uint32_t column) const { return column < by_content_.size() && by_content_[column] != 0; }
  Label label_of_column(uint32_t column) const {
    const Label label = column < columns_.size() ? columns_[column] : Label::none;
    return label != Label::none ? label : input_label_;
  }
  // Whole values under a label that begin in `range`, blanks around them aside, in order; appends. Of the labels and
  // sizes that are wanted.
  void labelled(const Window& window, Span range, const LabelBounds& wanted, std::vector<Value>& out);
  // The values that were open at the end of a stretch, latest last; with the reader's state, a checkpoint.
  struct OpenValue {
    uint64_t begin = 0;
    Label label = Label::none;
  };
  const std::vector<OpenValue>& open_values() const { return open_values_; }
  void set_open_values(const std::vector<OpenValue>& open) { open_values_ = open; }

 private:
  Label label_of(const Window& window, const Event& event);
  Label label_of_key(const Window& window, const Event& event);
  // To the first event that ends behind `offset`.
  void seek(uint64_t offset) {
    const Event* const events = events_.data();
    size_t cursor = cursor_;
    const size_t size = events_.size();
    while (cursor > 0 && events[cursor - 1].end > offset) --cursor;
    while (cursor < size && events[cursor].end <= offset) ++cursor;
    cursor_ = cursor;
  }
  size_t last_of(size_t event) const;
  Value value_of(const Window& window, size_t index);
  bool want_columns(const LabelBounds& wanted);
  void labelled_cells(const Window& window, std::span<const Event> events, Span range, const LabelBounds& wanted,
                      std::vector<Value>& out);
  void labelled_keys(const Window& window, std::span<const Event> events, Span range, const LabelBounds& wanted,
                     std::vector<Value>& out);
  Label label_of_parent(const Window& window, const Event& event);
  bool is_given_meaning_near(const Window& window, const Event& event, int word) const;
  Label label_of_far(const Event& event) const;
  void note_far_names(const Reader& reader, size_t first);
  void note_open(const Window& window);

  const LabelTable* labels_ = nullptr;
  bool lines_ = false;
  bool named_ = false;      // the values were told: Event::column is the label
  bool far_names_ = false;  // whether the format has names that stand far from their values
  Label input_label_ = Label::none;
  std::vector<Label> columns_;
  std::vector<uint8_t> by_content_;  // of the columns; empty if all are named by the header
  struct Column {
    Label label = Label::none;
    LabelBounds::Bounds wanted;
  };
  std::vector<Column> wanted_;  // by labelled(), at each call
  std::vector<Event> events_;
  size_t cursor_ = 0;
  std::vector<OpenValue> open_values_;
  std::unordered_map<uint64_t, Label> far_;  // by table and column: what Reader::far_name() says of the events held
  size_t noted_ = 0;                         // of the events
  KeyLabels keys_;
};

}  // namespace pidun
