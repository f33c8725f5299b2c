// Tables that a rule of dashes underlines the header of: what the clients of MySQL and PostgreSQL print, and Markdown.
// Example: of the lines "| id | name |", "|----|------|", "| 1 | 李娜 |" the first is the header.
// Tested in tests/unit/structure/sniff_formats_test.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace pidun {

// The header of the table that nearly all of the lines are, cells parted by '|'; empty if they are none. A few lines
// may stand around it: the query, a heading, how many rows there were.
std::string_view find_ruled_header(const std::vector<std::string_view>& lines);

}  // namespace pidun
