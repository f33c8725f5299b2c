// See column_kinds.h.
#include "detect/column_kinds.h"

#include <algorithm>
#include <iterator>

namespace pidun {
namespace {

constexpr uint32_t kFewest = 5;             // cells that say anything against a header
constexpr uint32_t kFewestUnnamed = 3;      // and where no header says anything
constexpr uint32_t kFewestIds = 10;         // and against one that says the numbers are no person's
constexpr uint32_t kHeld = 80, kAll = 100;  // of a hundred cells

bool share_reached(uint32_t part, uint32_t whole) { return part * kAll >= whole * kHeld; }

// Numbers that are counted up, or made of one day, hardly pass the check in a row; but this costs nothing.
bool days_vary(std::vector<uint32_t> days) {
  const size_t all = days.size();
  std::sort(days.begin(), days.end());
  return static_cast<size_t>(std::unique(days.begin(), days.end()) - days.begin()) * 2 >= all;
}

bool are_ids(const ColumnCells& cells) {
  const auto checked = static_cast<uint32_t>(cells.birth_days.size());
  return cells.filled >= kFewestIds && share_reached(checked, cells.filled) && days_vary(cells.birth_days);
}

// Of a position, a stay, a journey or a delivery the value may be an address: a column of such does not lie.
bool is_said_as_address(Label header) {
  constexpr Kind kKinds[] = {Kind::location_trajectory, Kind::travel_record, Kind::accommodation_information,
                             Kind::delivery_record, Kind::real_estate_owner};
  return std::any_of(std::begin(kKinds), std::end(kKinds), [&](Kind kind) { return names_kind(header, kind); });
}

ColumnCells::OfKind most_held(const ColumnCells& cells) {
  ColumnCells::OfKind most;
  for (const ColumnCells::OfKind& each : cells.kinds)
    if (each.cells > most.cells || (each.cells == most.cells && each.kind < most.kind)) most = each;
  return most;
}

}  // namespace

void ColumnCells::add(Kind kind) {
  for (OfKind& each : kinds)
    if (each.kind == kind) return void(++each.cells);
  kinds.push_back({kind, 1});
}

ColumnLabel settle_column(const ColumnCells& cells, Label header, bool has_form) {
  if (is_negative(header)) {
    const bool ids = are_ids(cells);
    return {ids ? label_of(Kind::resident_id_number) : header, ids};
  }
  const ColumnCells::OfKind most = most_held(cells);
  const ColumnLabel content{label_of(most.kind), true};
  const bool says_nothing = header == Label::none || header == Label::other;
  if (!says_nothing && most.cells != 0 && names_kind(header, most.kind)) return {header, false};
  if (!says_nothing && cells.filled < kFewest) return {header, false};
  if (most.kind == Kind::home_address && is_said_as_address(header)) return {header, false};
  if (!says_nothing && most.cells != 0 && share_reached(most.cells, cells.filled)) return content;
  const bool lies = !says_nothing && has_form && cells.as_named == 0;
  if (!says_nothing && !lies) return {header, false};
  if (cells.filled >= kFewestUnnamed && most.cells * 2 > cells.filled) return content;
  return {says_nothing ? header : Label::none, false};
}

void tell_columns_alike(Context& context, Readings& readings) {
  for (Reading& reading : readings) {
    Evidence& evidence = reading.evidence;
    if (!evidence.has(Reason::label) && !evidence.has(Reason::other_label)) continue;
    const Value value = context.value_at(reading.span.begin);
    if (!value.by_content) continue;
    const bool fills = value.filled_by(reading.span), hopeless = reading.confidence == 0;
    if (names_kind(value.name, reading.kind)) {
      // A word beside it named it.
      if (!fills && names_kind(context.beside(reading.span, value).word, reading.kind)) continue;
      if (!evidence.has(Reason::label)) continue;
      evidence.remove(Reason::label);
      evidence.add(Reason::column_alike);
    } else if (fills && evidence.has(Reason::other_label)) {
      evidence.remove(Reason::other_label);
    } else {
      continue;
    }
    if (!hopeless) reading.confidence = evidence.confidence();
  }
}

}  // namespace pidun
