// Common Chinese surnames: those of the Song dynasty's 百家姓 that are still frequent, and compound ones. Evidence for
// a masked name beside other values; a name under a label needs none. Tested in
// tests/unit/detect/checks/surnames_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// `character` is one hanzi in UTF-8.
bool is_surname(std::string_view character);
// `two` are two hanzi: 欧阳, 司马.
bool is_compound_surname(std::string_view two);

}  // namespace pidun
