// Whether a number in a text may be one of an address, told from the characters beside it alone: most are turned away
// here. Example: 88 in 建国路88号 may, 5 in 5月5日 may not. Tested through addresses_test.cpp.
#pragma once

#include "base/utf8.h"
#include "base/window.h"

namespace pidun {

// The character that ends before `end`; 0 bytes if none does.
CodePoint character_before(const Window& window, uint64_t end);

// Of the digits that begin at `at`, behind a hanzi, a letter or a blank.
bool may_be_number(const Window& window, uint64_t at);

// Whether these only go on with what a number before them began: 3栋 behind 88号.
bool continues_number(const Window& window, uint64_t at);

// Of the numeral at `at`, if it stands before a unit, behind two hanzi, and begins an address's numbers.
bool may_be_numeral(const Window& window, uint64_t at);

}  // namespace pidun
