// See first_rows.h.
#include "scan/first_rows.h"

#include <algorithm>

#include "detect/checks/digits.h"
#include "detect/column_kinds.h"
#include "scan/input.h"

namespace pidun {
namespace {

constexpr int kTold = 50;  // points of a reading that needs no label

bool is_table(Format format) {
  return format == Format::delimited || format == Format::fixed || format == Format::dashed;
}

// Whole lines: a row that the preamble cuts says nothing.
std::string_view whole_rows(std::string_view preamble) {
  if (preamble.size() < kPreamble) return preamble;
  const size_t last = preamble.rfind('\n');
  return preamble.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

Span without_blanks(const Window& window, Span cell) {
  while (cell.begin < cell.end && window.at(cell.begin) == ' ') ++cell.begin;
  while (cell.begin < cell.end && window.at(cell.end - 1) == ' ') --cell.end;
  return cell;
}

// All that the label names can be told by its look, so that a cell which looks otherwise is none.
bool has_form(const Engine& engine, Label label) {
  if (label == Label::none || label == Label::other || is_negative(label)) return false;
  bool any = false;
  for (const Rule& rule : engine.rules().rules()) {
    if (!names_kind(label, rule.kind)) continue;
    if (rule.shape != RuleShape::number && rule.shape != RuleShape::form && rule.shape != RuleShape::labelled)
      return false;
    any = true;
  }
  return any && !tells_of_words(label);
}

class FirstRows {
 public:
  FirstRows(const Engine& engine, const std::vector<Label>& headers) : engine_(&engine), headers_(&headers) {
    columns_.resize(headers.size());
  }

  // `readings` are those of the whole text without any label, hopeless ones too.
  void add_cells(const Window& window, const Events& events, const Readings& readings, const Conflicts& conflicts) {
    size_t next = 0;
    for (const Event& event : events) {
      if (event.kind != EventKind::value || (event.flags & kEventHeader) != 0) continue;
      while (next < readings.size() && readings[next].span.begin < event.begin) ++next;
      const Span cell = without_blanks(window, {event.begin, event.end});
      if (cell.size() == 0 || event.column >= kMostColumns) continue;
      if (event.column >= columns_.size()) columns_.resize(event.column + 1);
      ++columns_[event.column].filled;
      held_.clear();
      bool as_named = matches_label(window, cell, header_of(event.column));
      for (size_t i = next; i < readings.size() && readings[i].span.begin < cell.end; ++i) {
        if (!covers(readings[i].span, cell)) continue;
        as_named |= names_kind(header_of(event.column), readings[i].kind);
        if (conflicts.winner(i)) add_reading(window, readings[i], columns_[event.column]);
      }
      columns_[event.column].as_named += as_named ? 1 : 0;
    }
  }

  std::vector<ColumnLabel> labels() const {
    std::vector<ColumnLabel> labels;
    for (uint32_t i = 0; i < columns_.size(); ++i) {
      // All rules are gone through, so it is asked only where it matters.
      const bool doubted = columns_[i].filled != 0 && columns_[i].as_named == 0;
      labels.push_back(settle_column(columns_[i], header_of(i), doubted && has_form(*engine_, header_of(i))));
    }
    return labels;
  }

 private:
  static constexpr uint32_t kMostColumns = kPreamble;

  Label header_of(uint32_t column) const { return column < headers_->size() ? (*headers_)[column] : Label::none; }

  // The value is what the cell is about, whatever else stands there.
  static bool covers(Span reading, Span cell) { return reading.end <= cell.end && reading.size() * 2 >= cell.size(); }

  // What is looked for only under its label.
  bool matches_label(const Window& window, Span cell, Label label) const {
    for (const uint16_t index : engine_->form_rules().named_by(label)) {
      const FormRule& rule = engine_->form_rules().all()[index];
      if (cell.size() >= rule.least && cell.size() <= rule.most && match_rule(rule, window, cell.begin) == cell)
        return true;
    }
    return false;
  }

  void add_reading(const Window& window, const Reading& reading, ColumnCells& column) {
    if (std::find(held_.begin(), held_.end(), reading.kind) != held_.end()) return;
    held_.push_back(reading.kind);
    column.add(reading.kind);
    const bool plain = reading.side == 0 && !reading.grouped && reading.span.size() == 18;
    if (reading.kind != Kind::resident_id_number || reading.check != Check::pass || !plain) return;
    column.birth_days.push_back(static_cast<uint32_t>(digits_to_number(window.view(reading.span), 6, 8)));
  }

  const Engine* engine_;
  const std::vector<Label>* headers_;
  std::vector<ColumnCells> columns_;
  std::vector<Kind> held_;  // by the cell under way
};

}  // namespace

void settle_columns(const Engine& engine, SegmentScanner& scanner, std::string_view preamble, InputState& input) {
  if (!is_table(input.layout.format)) return;
  const std::string_view rows = whole_rows(preamble);
  InputState trial;
  trial.layout = input.layout;
  trial.layout.header.clear();  // the header is what is doubted
  trial.reader = make_reader(trial.layout);
  trial.values.start(engine.labels(), trial.layout, Label::none);
  const Window window(rows, 0);
  const Readings& readings = scanner.read_thoroughly(trial, window);
  const Conflicts& conflicts = scanner.settle(kTold);
  FirstRows first(engine, input.values.columns());
  first.add_cells(window, trial.values.events(), readings, conflicts);
  input.values.set_columns(first.labels());
}

}  // namespace pidun
