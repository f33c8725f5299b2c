// Values in running text, behind the label that names them: where they begin and end.
// Example: behind the sign of "诊断：2型糖尿病，入院" the value is the five characters up to the comma.
// Tested in tests/unit/detect/fields_test.cpp and form_reader_test.cpp.
#pragma once

#include <cstdint>

#include "base/window.h"
#include "detect/field_values.h"
#include "detect/values.h"

namespace pidun {

// JSON sets names and values in double quotes, Python's repr() and JavaScript in single ones.
constexpr bool is_quote(char c) { return c == '"' || c == '\''; }

// The value that begins at or behind `at`, blanks and quotes before it aside, inside `around`.
Span value_behind(const Window& window, uint64_t at, const Value& around);

// The value of a field that begins at or behind `at`. Dates and amounts end where they are whole, texts with the
// sentence or its part.
Span field_behind(const Window& window, uint64_t at, const Value& around, FieldClass wanted);

// Behind the bracket that a position may stand in: 坐标(116.3975,39.9087).
uint64_t behind_bracket(const Window& window, uint64_t at);
constexpr bool in_brackets(FieldClass wanted) { return wanted == FieldClass::position || wanted == FieldClass::place; }

// The date that ends where `word` begins, or with its first character: 1990年3月7日生. Empty if there is none.
Span date_before(const Window& window, Span word);

}  // namespace pidun
