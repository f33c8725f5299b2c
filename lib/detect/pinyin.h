// Names spelt in pinyin: a surname's syllable and one or two more (three of a compound one), in either order, apart or
// in one word. Example: "Zhang Wei", "ZHANG, Xiaoming", "Wei Zhang", "zhangwei", "Ouyang Nana"; not "Bobby", "admin".
// Tested in tests/unit/detect/pinyin_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

bool is_pinyin_name(std::string_view text);

}  // namespace pidun
