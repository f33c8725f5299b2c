// Settles the layout from the preamble: format, delimiter, header. The rules stand at their functions.
// Tested in tests/unit/structure/sniff_test.cpp.
#include <algorithm>
#include <optional>

#include "structure/delimited.h"
#include "structure/delimited_header.h"
#include "structure/sniff_json.h"
#include "structure/sniff_kinds.h"
#include "structure/sniff_ruled.h"

namespace pidun {
namespace {

constexpr char kDelimiters[] = {',', '\t', '|', ';'};
constexpr size_t kShortCell = 48;  // bytes, in the first row of a table of two columns

// The complete rows of the preamble, as the reader will see them.
std::vector<Row> complete_rows(std::string_view preamble, char delimiter) {
  DelimitedReader reader(delimiter, false);
  std::vector<Event> events;
  const Window window(preamble, 0);
  reader.read(window, preamble.size(), preamble.size() < kPreamble, events);
  std::vector<Row> rows;
  Row row;
  for (const Event& event : events) {
    if ((event.flags & kEventOpen) != 0) break;
    row.push_back(window.view(event.begin, event.end));
    if ((event.flags & kEventRowEnd) == 0) continue;
    rows.push_back(std::move(row));
    row.clear();
  }
  return rows;
}

struct Shape {
  size_t cells = 0;    // the most common number of cells in a row, of several the greatest
  size_t fitting = 0;  // rows that have as many
};

Shape shape_of(const std::vector<Row>& rows) {
  std::vector<size_t> counts;
  for (const Row& row : rows) counts.push_back(row.size());
  std::sort(counts.begin(), counts.end());
  Shape shape;
  for (size_t begin = 0; begin < counts.size();) {
    const auto next = std::upper_bound(counts.begin(), counts.end(), counts[begin]);
    const size_t end = static_cast<size_t>(next - counts.begin());
    if (end - begin >= shape.fitting) shape = {counts[begin], end - begin};
    begin = end;
  }
  return shape;
}

// One delimiter a row proves little, so the first row must look like two cells and not like a sentence.
bool row_of_two_cells(const Row& row) {
  return row.size() == 2 && std::all_of(row.begin(), row.end(), [](std::string_view cell) {
           return !cell.empty() && cell.size() <= kShortCell && cell.find(' ') == std::string_view::npos &&
                  longest_digit_run(cell) < 5;
         });
}

// A delimiter that parts nine rows of ten, two at least, into the same number of cells. Of several the one that the
// more rows agree on, then the one that makes more cells.
std::optional<char> find_delimiter(std::string_view preamble) {
  std::optional<char> best;
  double best_share = 0;
  size_t best_cells = 0;
  for (const char delimiter : kDelimiters) {
    if (preamble.find(delimiter) == std::string_view::npos) continue;
    const std::vector<Row> rows = complete_rows(preamble, delimiter);
    const Shape shape = shape_of(rows);
    if (rows.size() < 2 || shape.cells < 2 || shape.fitting * 10 < rows.size() * 9) continue;
    if (shape.cells == 2 && !row_of_two_cells(rows[0])) continue;
    const double share = static_cast<double>(shape.fitting) / static_cast<double>(rows.size());
    if (share < best_share || (share == best_share && shape.cells <= best_cells)) continue;
    best = delimiter;
    best_share = share;
    best_cells = shape.cells;
  }
  return best;
}

// The cell as a name: doubled quotes made single, without spaces around it.
std::string name_of(std::string_view cell) {
  std::string name;
  cell.remove_prefix(std::min(cell.find_first_not_of(' '), cell.size()));
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  for (size_t i = 0; i < cell.size(); ++i) {
    name.push_back(cell[i]);
    if (cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"') ++i;
  }
  return name;
}

void name_columns(const Row& row, Layout& layout) {
  for (const std::string_view cell : row) layout.header.push_back(name_of(cell));
}

Layout delimited_layout(std::string_view preamble, char delimiter) {
  Layout layout;
  layout.format = Format::delimited;
  layout.delimiter = delimiter;
  const std::vector<Row> rows = complete_rows(preamble, delimiter);
  layout.has_header = first_row_is_header(rows);
  if (!layout.has_header) return layout;
  name_columns(rows[0], layout);
  return layout;
}

// Whatever stands before the header is read as rows of one cell.
Layout ruled_layout(std::string_view header) {
  Layout layout;
  layout.format = Format::delimited;
  layout.delimiter = '|';
  layout.has_header = true;
  name_columns(complete_rows(header, layout.delimiter).front(), layout);
  return layout;
}

Layout plain_layout(Format format) {
  Layout layout;
  layout.format = format;
  return layout;
}

Layout multipart_layout(std::string_view preamble) {
  Layout layout;
  layout.boundary = find_boundary(preamble);
  if (!layout.boundary.empty()) layout.format = Format::multipart;
  return layout;
}

Layout sql_layout(std::string_view preamble) {
  Layout layout = plain_layout(Format::sql);
  layout.backslash_escapes = sql_backslash_escapes(preamble);
  return layout;
}

// The first line with bytes names the columns under the same rule as in other tables, if no digit is in it and another
// line follows: accounts are called user1, too.
Layout dashed_layout(std::string_view preamble) {
  Layout layout = plain_layout(Format::dashed);
  std::vector<Row> rows;
  for (std::string_view line : preamble_lines(preamble)) {
    rows.emplace_back();
    for (bool more = true; more;) {
      const size_t dashes = line.find("----");
      rows.back().push_back(line.substr(0, dashes));
      more = dashes != std::string_view::npos;
      line.remove_prefix(more ? dashes + 4 : 0);
    }
  }
  layout.has_header =
      rows.size() > 1 && first_row_is_header(rows) &&
      std::all_of(rows[0].begin(), rows[0].end(), [](std::string_view cell) { return longest_digit_run(cell) == 0; });
  if (!layout.has_header) return layout;
  name_columns(rows[0], layout);
  return layout;
}

// Formats that are known by their words or the form of their lines; lines if none is.
Layout telling_layout(std::string_view preamble, const std::vector<std::string_view>& lines) {
  if (const std::optional<Format> markup = find_markup(preamble)) return plain_layout(*markup);
  if (looks_like_hl7(preamble)) return plain_layout(Format::hl7);
  if (!find_boundary(preamble).empty()) return multipart_layout(preamble);
  if (looks_like_sql(preamble)) return sql_layout(preamble);
  if (looks_like_form(lines)) return plain_layout(Format::form);
  if (looks_like_pairs(lines)) return plain_layout(Format::pairs);
  if (looks_dashed(lines)) return dashed_layout(preamble);
  if (looks_like_chat(lines)) return plain_layout(Format::chat);
  return {};
}

Layout hinted_layout(std::string_view preamble, FormatHint hint) {
  switch (hint) {
    case FormatHint::comma:
      return delimited_layout(preamble, ',');
    case FormatHint::tab:
      return delimited_layout(preamble, '\t');
    case FormatHint::pipe:
      return delimited_layout(preamble, '|');
    case FormatHint::semicolon:
      return delimited_layout(preamble, ';');
    case FormatHint::json:
      return plain_layout(Format::json);
    case FormatHint::pairs:
      return plain_layout(Format::pairs);
    case FormatHint::form:
      return plain_layout(Format::form);
    case FormatHint::multipart:
      return multipart_layout(preamble);
    case FormatHint::dashed:
      return dashed_layout(preamble);
    case FormatHint::fixed:
      return find_fixed(preamble, preamble_lines(preamble));
    case FormatHint::chat:
      return plain_layout(Format::chat);
    case FormatHint::hl7:
      return plain_layout(Format::hl7);
    case FormatHint::sql:
      return sql_layout(preamble);
    case FormatHint::xml:
      return plain_layout(Format::xml);
    case FormatHint::html:
      return plain_layout(Format::html);
    case FormatHint::lines:
    case FormatHint::automatic:
      break;
  }
  return {};
}

}  // namespace

Layout settle_layout(std::string_view preamble, FormatHint hint) {
  preamble = preamble.substr(0, kPreamble);
  const std::string_view text = preamble.substr(preamble.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const bool delimited =
      hint == FormatHint::comma || hint == FormatHint::tab || hint == FormatHint::pipe || hint == FormatHint::semicolon;
  if (hint != FormatHint::automatic) return hinted_layout(delimited ? preamble : text, hint);
  if (looks_like_json(text)) return plain_layout(Format::json);
  const std::vector<std::string_view> lines = preamble_lines(text);
  Layout layout = telling_layout(text, lines);
  if (layout.format != Format::lines) return layout;
  if (const std::string_view header = find_ruled_header(lines); !header.empty()) return ruled_layout(header);
  if (const std::optional<char> delimiter = find_delimiter(preamble)) return delimited_layout(preamble, *delimiter);
  return find_fixed(text, lines);
}

}  // namespace pidun
