// See sniff_ruled.h.
#include "structure/sniff_ruled.h"

#include <algorithm>

namespace pidun {
namespace {

// +----+------+, ----+------, |:---|---:|
bool is_rule(std::string_view line) {
  return line.find("---") != std::string_view::npos && line.find_first_of("+|") != std::string_view::npos &&
         line.find_first_not_of("-+|:= \t\r") == std::string_view::npos;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

auto count_bars(std::string_view line) { return std::count(line.begin(), line.end(), '|'); }

}  // namespace

std::string_view find_ruled_header(const std::vector<std::string_view>& lines) {
  constexpr size_t kMostOthers = 3, kRowsToAnother = 5;
  const auto rule_below = [&](size_t i) {
    return !is_rule(lines[i]) && count_bars(lines[i]) != 0 && i + 1 < lines.size() && is_rule(lines[i + 1]);
  };
  size_t header = 0;
  while (header < lines.size() && !rule_below(header)) ++header;
  if (header == lines.size()) return {};
  size_t rows = 0, others = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == header || is_rule(lines[i]) || is_blank(lines[i])) continue;
    const bool row = i > header && count_bars(lines[i]) == count_bars(lines[header]);
    row ? ++rows : ++others;
  }
  return rows != 0 && others <= std::max(kMostOthers, rows / kRowsToAnother) ? lines[header] : std::string_view();
}

}  // namespace pidun
