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

// Whether a cell is what fields are called in a form, one below the other: 姓名, 诊断, Name.
bool names_form_field(std::string_view cell);

// Whether the first row may be that of a form: each of its fields is called by the cell before its own, as in 姓名,
// 李娜, 性别, 女. So may the header of a table, 姓名, 成绩, which the second row tells.
bool may_be_form(const Row& row);

// True if the cells of the first row could be names, and either one of them is a word that fields are called by or
// a column below one without digits has digits in half of its rows or more.
bool first_row_is_header(const std::vector<Row>& rows);

}  // namespace pidun
