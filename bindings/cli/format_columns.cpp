// See format_columns.h.
#include "format_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

#include "escape.h"
#include "format_names.h"
#include "messages.h"
#include "text_width.h"

namespace pidun::cli {
namespace {

constexpr std::size_t kCells = 7;
using TableRow = std::array<std::string, kCells>;

double hit_rate(const pidun_column& column, std::uint32_t kind) {
  return column.filled == 0 ? 0 : static_cast<double>(column.hits[kind]) / static_cast<double>(column.filled);
}

// Four decimals, as many as a reader of rates needs.
std::string rate_json(const pidun_column& column, std::uint32_t kind) {
  return fmt::format("{}", std::round(hit_rate(column, kind) * 10000) / 10000);
}

const char* sensitive_word(char sensitive) {
  if (sensitive == 'C') return text(Msg::kColumnsByContext);
  return text(sensitive == 'Y' ? Msg::kColumnsYes : Msg::kColumnsNo);
}

std::string level(std::uint8_t level) { return level == 0 ? "-" : std::to_string(level); }

TableRow headings() {
  TableRow row;
  std::string_view rest = text(Msg::kColumnsHeadings);
  for (std::string& cell : row) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    cell = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return row;
}

void append_rows(std::string& out, const std::vector<TableRow>& rows) {
  std::array<std::size_t, kCells> widths{};
  for (const TableRow& row : rows)
    for (std::size_t i = 0; i < kCells; ++i) widths[i] = std::max(widths[i], text_width(row[i]));
  for (const TableRow& row : rows) {
    out += "  ";
    for (std::size_t i = 0; i + 1 < kCells; ++i) out += padded(row[i], widths[i], i == 2 || i == 3) + "  ";
    out += row[kCells - 1] + '\n';
  }
}

}  // namespace

// A key may be a value itself, as in {"13900001234": …}: such are masked, as all values are.
std::string ColumnsFormat::safe_name(const char* name) {
  std::string safe = name;
  auto options = default_options();
  options.format = PIDUN_FORMAT_LINES;
  scratch_.scan(name, safe.size(), options, found_);
  for (std::size_t i = found_.size(); i-- > 0;)
    safe.replace(found_[i].outer_begin, found_[i].outer_end - found_[i].outer_begin, found_.evidence(i));
  return safe;
}

ColumnsFormat::Row ColumnsFormat::row_of(const pidun_column& column) {
  const bool has_kind = column.kind_count != 0 && hit_rate(column, 0) >= options_.threshold;
  return {column, safe_name(column.name), has_kind};
}

std::string ColumnsFormat::table(const std::string& path, const Results& results) {
  const std::string shown = printable(path);
  if (results.column_count() == 0) return say(Msg::kColumnsNone, shown, format_name(results.format())) + '\n';
  std::string out = say(Msg::kColumnsHead, shown, format_name(results.format()), results.rows()) + '\n';
  std::vector<TableRow> rows{headings()};
  for (std::size_t i = 0; i < results.column_count(); ++i) {
    const Row row = row_of(results.column(i));
    TableRow cells;
    cells.fill("-");
    cells[0] = row.name.empty() ? fmt::format("#{}", row.column.index) : printable(row.name);
    if (row.has_kind) {
      const KindInfo& kind = kinds_.at(row.column.kinds[0]);
      cells[1] = printable(lang() == Lang::kChinese ? kind.name_zh : kind.name);
      cells[2] = fmt::format("{:.1f}%", hit_rate(row.column, 0) * 100);
      cells[3] = kind.tier == 0 ? "-" : std::to_string(kind.tier);
      cells[4] = sensitive_word(kind.sensitive);
      cells[5] = level(kind.jrt0171);
      cells[6] = level(kind.gbt39725);
    }
    rows.push_back(cells);
  }
  append_rows(out, rows);
  return out;
}

void ColumnsFormat::append_json(std::string& out, const Row& row) const {
  const pidun_column& column = row.column;
  out += R"({"name":)";
  append_json_string(out, row.name);
  fmt::format_to(std::back_inserter(out), R"(,"index":{},"kind":)", column.index);
  const KindInfo* kind = row.has_kind ? &kinds_.at(column.kinds[0]) : nullptr;
  out += kind != nullptr ? json_string(kind->name) : "null";
  fmt::format_to(std::back_inserter(out), R"(,"hit_rate":{},"cells":{},"filled":{})",
                 kind != nullptr ? rate_json(column, 0) : "null", column.cells, column.filled);
  if (kind != nullptr) {
    fmt::format_to(std::back_inserter(out), R"(,"tier":{},"sensitive":{},"jrt0171":{},"gbt39725":{})", kind->tier,
                   sensitive_json(kind->sensitive), kind->jrt0171, kind->gbt39725);
  } else {
    out += R"(,"tier":null,"sensitive":null,"jrt0171":null,"gbt39725":null)";
  }
  out += R"(,"also":[)";
  const std::uint32_t first = kind != nullptr ? 1 : 0;
  for (std::uint32_t i = first; i < column.kind_count; ++i) {
    if (i > first) out += ',';
    out +=
        R"({"kind":)" + json_string(kinds_.at(column.kinds[i]).name) + R"(,"hit_rate":)" + rate_json(column, i) + '}';
  }
  out += "]}";
}

std::string ColumnsFormat::json(const std::string& path, const Results& results, bool complete) {
  std::string out = R"({"path":)" + json_string(path);
  fmt::format_to(std::back_inserter(out), R"(,"format":"{}","rows":{},"columns":[)", format_name(results.format()),
                 results.rows());
  for (std::size_t i = 0; i < results.column_count(); ++i) {
    if (i > 0) out += ',';
    append_json(out, row_of(results.column(i)));
  }
  return out + R"(],"complete":)" + (complete ? "true}\n" : "false}\n");
}

std::string ColumnsFormat::write(const std::string& path, const Results& results, bool complete) {
  return options_.format == OutputFormat::kColumnsJson ? json(path, results, complete) : table(path, results);
}

}  // namespace pidun::cli
