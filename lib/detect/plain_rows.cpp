// See plain_rows.h.
#include "detect/plain_rows.h"

#include <algorithm>
#include <bit>

#include "detect/address_chars.h"
#include "detect/detect.h"
#include "detect/fields.h"
#include "detect/form_reader.h"
#include "detect/name_finder.h"

namespace pidun {
namespace {

constexpr size_t kMostColumns = 512;
constexpr unsigned kIdleCalls = 7;      // after one that was not worth the while
constexpr uint64_t kLongestBorder = 4;  // bytes between two rows: quotes and the end of a line

// Whether a row is made of cells that were read whole.
bool is_whole_cell(const Event& event) {
  constexpr unsigned kNotWhole = kEventHeader | kEventOpen | kEventContinued;
  const unsigned other = static_cast<unsigned>(event.kind) | (event.flags & kNotWhole);
  static_assert(static_cast<unsigned>(EventKind::value) == 0);
  return (other | event.name_back | event.table) == 0;
}

// Whether nothing but the border of two rows lies there.
bool is_border(const Window& window, uint64_t begin, uint64_t end) {
  if (end > begin + kLongestBorder) return false;
  const std::string_view between = window.view(begin, end);
  return std::all_of(between.begin(), between.end(), [](char c) { return c == '"' || c == '\r' || c == '\n'; });
}

// Behind the end of the line that ends at `at`, but for a quote.
uint64_t behind_line(const Window& window, uint64_t at) {
  for (uint64_t next = at; next < at + kLongestBorder; ++next) {
    const char c = window.at(next);
    if (c == '\n') return next + 1;
    if (c != '"' && c != '\r') break;
  }
  return at;
}

// Adds one that begins at or behind the begin of the last.
void add_span(Span span, std::vector<Span>& to) {
  if (!to.empty() && to.back().end >= span.begin) {
    to.back().end = std::max(to.back().end, span.end);
  } else {
    to.push_back(span);
  }
}

// Numerals may be the number of an address, for which four hanzi are the least.
bool may_hold_address(std::string_view hanzi) {
  constexpr size_t kLeast = 4 * kHanziBytes;
  if (hanzi.size() < kLeast) return false;
  for (size_t at = 0; at < hanzi.size(); at += kHanziBytes)
    if (class_of(kFirstHanzi + hanzi_at(hanzi, at)) == CharClass::numeral) return true;
  return false;
}

bool has_six_hanzi(const CellMasks& masks, size_t begin, size_t size) {
  constexpr size_t kMasked = 64;
  constexpr int kBytes = 6 * kHanziBytes;
  return size <= kMasked && std::popcount(masks.high(begin) & ~uint64_t{0} >> (kMasked - size)) >= kBytes;
}

NumberAnchor anchor_of(const Window& window, const Value& value, uint32_t digits) {
  NumberAnchor anchor{.begin = value.begin, .length = digits};
  if (value.begin != 0) anchor.before = window.at(value.begin - 1);
  anchor.behind = window.at(value.begin + digits);
  for (uint64_t by = 1; by <= 3 && by <= value.begin; ++by)
    anchor.behind_hanzi |= (window.at(value.begin - by) & 0x80) != 0;
  return anchor;
}

}  // namespace

void PlainRows::Left::clear() {
  rest.clear();
  loud.clear();
}

void PlainRows::note_columns(const Values& values) {
  columns_.clear();
  for (uint32_t i = 0; i <= values.columns().size(); ++i)
    columns_.emplace_back(values.label_of_column(i), values.is_by_content(i), *forms_, *fields_, *wanted_);
  last_column_ = static_cast<uint32_t>(columns_.size() - 1);
  if (known_.size() < columns_.size() * PlainColumn::kKnown) known_.resize(columns_.size() * PlainColumn::kKnown);
}

void PlainRows::ask_forms(Context& context, const Value& value, const Asked& asked, Readings& out) {
  if (asked.look == CellLook::plate && asked.labelled && is_told_by_label(context.window(), value) &&
      read_whole_form(context.window(), *forms_, value.name, {value.begin, value.end}, out))
    return;
  anchors_.clear();
  labelled_.clear();
  if (asked.digits != 0) anchors_.numbers.push_back(anchor_of(context.window(), value, asked.digits));
  if (asked.labelled) labelled_.push_back(value);
  if (asked.look == CellLook::plate) {
    const size_t before = out.size();
    if (asked.labelled && is_told_by_label(context.window(), value))
      read_forms(context, *forms_, anchors_, labelled_, false, out);
    if (out.size() != before) return;
    anchors_.places.push_back(value.begin);
  }
  read_forms(context, *forms_, anchors_, labelled_, false, out);
}

// Whether a cell that its column calls for nothing of may be left without a search.
bool PlainRows::is_nothing_else(const Window& window, CellLook look, const Value& value) const {
  if (look == CellLook::mixed) return !anywhere_.names && !anywhere_.addresses;
  if (look != CellLook::hanzi) return true;
  const std::string_view cell = window.view(value.begin, value.end);
  return !(anywhere_.names && may_hold_name(cell)) && !(anywhere_.addresses && may_hold_address(cell));
}

// Whether the label asks all rules that the look of the value asks: what these find, it finds as well.
bool PlainRows::is_told_by_label(const Window& window, const Value& value) const {
  const auto by_label = forms_->named_by(value.name);
  const auto by_look = forms_->beginning_with_wide(window.view(value.begin, value.end));
  return std::all_of(by_look.begin(), by_look.end(), [&](uint16_t rule) {
    return std::find(by_label.begin(), by_label.end(), rule) != by_label.end();
  });
}

// What a number or a form is, by itself and by the label of its column; false if only a part of the cell is that, or if
// it says something of the cells beside it.
bool PlainRows::read_number_or_form(Context& context, const PlainColumn& column, const Value& value, const Asked& asked,
                                    Readings& out) {
  const size_t first = out.size();
  if (asked.digits != 0) read_cell_number(context, asked.digits, value, out);
  if (asked.form) ask_forms(context, value, asked, out);
  const bool field = asked.field && read_field(context, *fields_, *column.field(), value, out);
  for (size_t i = first; i < out.size(); ++i)
    if (out[i].span != Span{value.begin, value.end} || out[i].kind == Kind::landline_number) return false;
  if (out.size() > first + 1)
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const Reading& a, const Reading& b) { return a.kind < b.kind; });
  return field || is_nothing_else(context.window(), asked.look, value);
}

// What the cell is; false if it may be more than what its look and its column say.
bool PlainRows::look_at_cell(Context& context, const PlainColumn& column, const Value& value, CellLook look,
                             Readings& out) {
  constexpr uint64_t kFewestDigits = 10, kMostDigits = 12;  // of what only a label or a zero makes a form
  const uint64_t size = value.end - value.begin;
  if (look == CellLook::other || column.halves()) return false;
  const bool number = look <= CellLook::id && size >= kShortestRun && size <= kLongestRun;
  if (!number || size >= kShortestHex)
    quiet_ &= is_quiet(masked_, masks_, look, value.begin - masked_from_, value.end - masked_from_);
  if (look == CellLook::mixed && has_six_hanzi(masks_, value.begin - masked_from_, size) &&
      column.read_address(context.window().view(value.begin, value.end), value.begin, context.labels(), out))
    return true;
  const bool labelled = column.fits(size);
  const bool short_run = number && size <= kMostDigits && (size < kFewestDigits || context.at(value.begin) == '0');
  const bool form = (labelled && column.forms()) || short_run || look == CellLook::plate;
  const bool field = labelled && column.field() != nullptr;
  if (number || form) {
    const uint64_t digits = !number ? 0 : look == CellLook::id ? size - 1 : size;
    return read_number_or_form(context, column, value, {static_cast<uint32_t>(digits), look, labelled, form, field},
                               out);
  }
  return (field && read_field(context, *fields_, *column.field(), value, out)) ||
         is_nothing_else(context.window(), look, value);
}

// The same; most cells need no look.
inline bool PlainRows::read_cell(Context& context, uint32_t number, const Event& cell, Readings& out) {
  const size_t at = cell.begin - masked_from_, size = cell.end - cell.begin;
  if (size == 0) return true;
  if (columns_[number].read_at_once({masked_.data() + at, size}, cell.begin, context.labels(), out)) return true;
  return read_other(context, number, cell, out);
}

bool PlainRows::read_other(Context& context, uint32_t number, const Event& cell, Readings& out) {
  PlainColumn& column = columns_[number];
  const size_t at = cell.begin - masked_from_, size = cell.end - cell.begin, first = out.size();
  if (!anywhere_.any() && column.calls_for_nothing() && holds_no_number(masked_, masks_, at, at + size)) return true;
  PlainColumn::Known* const known = known_.data() + number * PlainColumn::kKnown;
  if (column.recall(masked_, at, size, cell.begin, known, out)) return true;
  const Value value{cell.begin, cell.end, column.label(), false, false, column.by_content()};
  const CellLook look = cell_look(masked_, masks_, at, at + size);
  if (!look_at_cell(context, column, value, look, out)) return false;
  if (look == CellLook::hanzi || look == CellLook::figure)
    column.remember(masked_, at, size, out.size() != first ? &out.back() : nullptr, known);
  return true;
}

// The cells up to the end of the row, or to one that is not plain, which is where nullptr tells to look on from. A row
// of one cell may be a line of wrapped base64, and so may what follows an empty cell.
const Event* PlainRows::read_row(Context& context, const Event* cell, const Event* last, uint64_t end, Readings& out) {
  quiet_ = (cell->flags & kEventRowEnd) == 0 && cell->begin != cell->end;
  for (; cell != last && cell->end < end; ++cell) {
    const auto column = std::min(cell->column, last_column_);
    if (!is_whole_cell(*cell) || !read_cell(context, column, *cell, out)) return nullptr;
    if ((cell->flags & kEventRowEnd) != 0) return cell + 1;
  }
  return nullptr;
}

uint64_t PlainRows::read_rows(Context& context, const std::vector<Event>& events, Span range, Readings& out,
                              Left& left) {
  uint64_t at = range.begin, plain = 0;  // where what is left begins; bytes of plain rows
  const auto leave = [&](uint64_t end) {
    left.rest.push_back({at, end});
    add_span({at, end}, left.loud);
  };
  const Event* const last = events.data() + events.size();
  const Event* row = std::partition_point(events.data(), last, [&](const Event& e) { return e.begin < range.begin; });
  while (row != last && row->begin < range.end) {
    const size_t first = out.size();
    const Event* next = (row->flags & kEventRowBegin) != 0 ? read_row(context, row, last, range.end, out) : nullptr;
    if (next != nullptr) {
      if (!is_border(context.window(), at, row->begin)) leave(row->begin);
      const uint64_t end = next[-1].end;
      if (!quiet_) add_span({at, behind_line(context.window(), end)}, left.loud);
      at = end;
      plain += at - row->begin;
    } else {
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
      for (next = row; next != last && (next->flags & kEventRowEnd) == 0;) ++next;
      if (next != last) ++next;
    }
    row = next;
  }
  if (at < range.end) leave(range.end);
  return plain;
}

bool PlainRows::read(Context& context, const Values& values, Span range, unsigned least, Readings& out, Left& left) {
  constexpr unsigned kAll = 100;
  left.clear();
  if (least > kAll) return false;
  if (range.begin == 0) idle_ = 0;  // another input
  if (idle_ != 0) return --idle_, false;
  if (values.columns().size() > kMostColumns) return false;
  note_columns(values);
  masked_ = context.window().view(range);
  masked_from_ = std::max(range.begin, context.window().begin());
  masks_.make(masked_);
  left.loud.push_back({0, range.begin});
  const size_t first_reading = out.size();
  if (read_rows(context, values.events(), range, out, left) * kAll >= masked_.size() * least) {
    add_span({range.end, UINT64_MAX}, left.loud);
    return true;
  }
  out.erase(out.begin() + static_cast<std::ptrdiff_t>(first_reading), out.end());
  left.clear();
  idle_ = kIdleCalls;
  return false;
}

}  // namespace pidun
