// Whether all of a value under a label is a person's name: Han names of two to four characters, names with dots between
// their parts, names in pinyin. Words that merely begin with a surname are none.
// Example: 欧阳娜娜, 阿依古丽·买买提, Zhang Wei and zhangwei are names; 颜色, 华为, 广东省, admin are none.
// Tested in tests/unit/detect/name_values_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// `text` has no blanks at its ends.
bool is_name_value(std::string_view text);
// The same of two to four hanzi.
bool is_name_of_hanzi(std::string_view hanzi);

}  // namespace pidun
