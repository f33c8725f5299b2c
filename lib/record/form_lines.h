// Lines of plain text that say of somebody what a form asks: 姓名：王伟, and in the next line 手机号：13900001234.
// Lines that stand together are one record, which ends at an empty line, at a line of another sort, and where a label
// comes again.
//
// Said of a line by what stands up to kFormReach before it, and nothing else: so it is the same however the text is
// cut. Tested in tests/unit/record/form_lines_test.cpp.
#pragma once

#include <string_view>

#include "base/window.h"
#include "detect/key_labels.h"

namespace pidun {

inline constexpr uint64_t kFormReach = 2048;  // bytes; what is longer is several records

// What a line of a form is labelled; empty if it is none. A view into the line.
std::string_view form_label(std::string_view line, const LabelTable& labels, KeyLabels& known);

// Where the first line begins of the record that the line which begins at `line` belongs to: `line` itself, most often.
uint64_t form_begin(const Window& window, uint64_t line, const LabelTable& labels, KeyLabels& known);

}  // namespace pidun
