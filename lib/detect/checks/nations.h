// Countries on ID documents: ISO 3166-1 (GB/T 2659). Tested in tests/unit/detect/checks/nations_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

bool alpha3_known(std::string_view letters);  // "USA"; capitals
bool numeric_known(std::string_view digits);  // "840"; three digits

}  // namespace pidun
