// How many columns of a terminal a text takes: hanzi and other wide characters two, combining marks none.
// Example: text_width("手机no") is 6. Tested by tests/cli/cases_columns.py.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pidun::cli {

std::size_t text_width(std::string_view utf8);

// With blanks behind it, or before it if `right`, up to `width`.
std::string padded(std::string_view utf8, std::size_t width, bool right = false);

}  // namespace pidun::cli
