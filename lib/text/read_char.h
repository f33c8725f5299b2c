// One character of any charset: the plain way, for judging and for what the fast converters meet seldom.
// Example: read_char(Charset::gb18030, "\xD5\xC5") is U+5F20, two bytes long.
// Tested in tests/unit/text/convert_test.cpp.
#pragma once

#include "text/charset.h"
#include "text/utf8.h"

namespace pidun {

// The character at `at`, which lies before `end`. What is not valid is U+FFFD and one byte long; one unit in UTF-16;
// and both bytes of a pair that has the shape of a character but no meaning, so that reading stays in step.
Char read_char(Charset charset, const uint8_t* at, const uint8_t* end);

// Whether [at, end) is the beginning of a character that more bytes could complete.
bool is_cut_short(Charset charset, const uint8_t* at, const uint8_t* end);

}  // namespace pidun
