// What the columns of scanned inputs hold.
#include <algorithm>

#include "api/options.h"

namespace {

static_assert(sizeof(pidun_column) == 96);

// The kinds of most cells first; of equals, the lesser number.
void fill_kinds(const pidun::ColumnCount& count, pidun_column& column) {
  std::vector<pidun::ColumnCount::OfKind> kinds = count.kinds;
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.cells > b.cells; });
  column.kind_count = static_cast<uint32_t>(std::min<size_t>(kinds.size(), PIDUN_COLUMN_KINDS));
  for (uint32_t i = 0; i < column.kind_count; ++i) {
    column.kinds[i] = static_cast<uint16_t>(kinds[i].kind);
    column.hits[i] = kinds[i].cells;
  }
}

const pidun::ColumnTable* last_table(const pidun_results* results) {
  if (!is_valid(results) || results->found.columns.empty()) return nullptr;
  return results->found.columns.back().table.get();
}

}  // namespace

size_t pidun_results_column_count(const pidun_results* results) {
  return is_valid(results) ? results->found.column_count() : 0;
}

pidun_status pidun_results_column(const pidun_results* results, size_t i, pidun_column* out) {
  if (!is_valid(results) || i >= results->found.column_count()) return PIDUN_E_ARGUMENT;
  const std::vector<pidun::InputColumns>& inputs = results->found.columns;
  const auto behind = std::partition_point(inputs.begin(), inputs.end(),
                                           [&](const pidun::InputColumns& each) { return each.first <= i; });
  const pidun::InputColumns& input = *std::prev(behind);
  const pidun::ColumnCount& count = input.table->columns[i - input.first];
  pidun_column column{};
  column.struct_size = sizeof(column);
  column.slice = input.slice;
  column.index = count.index;
  column.name = count.name.c_str();
  column.cells = count.cells;
  column.filled = count.filled;
  fill_kinds(count, column);
  return pidun::api::hand_out(column, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

uint32_t pidun_results_format(const pidun_results* results) {
  const pidun::ColumnTable* table = last_table(results);
  return table != nullptr ? table->format : uint32_t{PIDUN_FORMAT_AUTO};
}

uint64_t pidun_results_rows(const pidun_results* results) {
  const pidun::ColumnTable* table = last_table(results);
  return table != nullptr ? table->rows : 0;
}
