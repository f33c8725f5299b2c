// Whether the first row of a table names its columns.
// Tested in tests/unit/structure/sniff_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pidun {

using Row = std::vector<std::string_view>;

// Longest run of ASCII digits.
size_t longest_digit_run(std::string_view text);

// True if the cells of the first row could be names, and either one of them is a word that fields are called by or
// a column below one without digits has digits in half of its rows or more.
bool first_row_is_header(const std::vector<Row>& rows);

}  // namespace pidun
