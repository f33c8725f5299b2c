// Names in running text, right behind a word for their bearer: how much of the text is one.
// Example: name_length("李芳因头痛就诊") is the bytes of 李芳: a surname, and behind the given name a word that goes on
// with the sentence. A name without such a word before it is not looked for.
// Tested in tests/unit/detect/names_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// 0 if the text does not begin with a name that surely ends.
size_t name_length(std::string_view text);

}  // namespace pidun
