// The name of a field as it is meant, where it is written with escapes: {"\u59d3\u540d":…} as Python's json writes it,
// %E5%A7%93%E5%90%8D=… as browsers send a form, <th>&#22995;&#21517;</th>. Example: of all three the name is 姓名.
// Tested in tests/unit/unwrap/spelt_name_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pidun {

// Whether escapes may stand in the name; nearly none has any. For those who ask of every key.
inline bool may_be_spelt(std::string_view name) { return name.find_first_of("\\%&") != std::string_view::npos; }

// The name as it is if no escapes may stand in it; else without them, of at most its first 768 bytes.
std::string spelt_name(std::string_view name);

}  // namespace pidun
