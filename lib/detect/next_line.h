// Values in the line behind that of their label, as text copied from forms, scans and pages has them. Example: of
//   诊断：
//   2型糖尿病
// the value is the second line. A line that may be a sentence, a list or another label with its value is none.
// Tested in tests/unit/detect/next_line_test.cpp.
#pragma once

#include <cstdint>

#include "base/window.h"
#include "detect/values.h"

namespace pidun {

// The value behind the sign of a label that ends before `at`, in `around`; empty if the label's line goes on or the
// next one is no value. It lies within 96 bytes of the label.
Span value_in_next_line(const Window& window, uint64_t at, const Value& around, Values& values);

}  // namespace pidun
