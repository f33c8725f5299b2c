// Numbers whose digits stand apart in other ways than in groups of one sign, all in one value: digits of two cells,
// rows or JSON values are never joined.
// Examples: 138.0013.8000, 138/0013/8000, 138-0013 8000, (138)0013-8000, 1 3 8 0 0 1 3 8 0 0 0, digits that emoji part
// or keycaps show, and two halves on two lines of a quoted cell. Tested in tests/unit/detect/apart_test.cpp.
#pragma once

#include "detect/number.h"

namespace pidun {

struct Apart {
  Number number;             // count is 0 if there is none
  bool needs_label = false;  // other things look so, too
};

// From an anchor of groups or of single digits.
Apart read_apart_groups(const Window& window, const NumberAnchor& anchor);
// Three digits in brackets before the anchor, which is a run of eight digits or groups of four.
Apart read_apart_brackets(const Window& window, const NumberAnchor& anchor);
// Digits that emoji part, or that stand on keycaps; `place` is behind the first of them.
Apart read_apart_emoji(const Window& window, uint64_t place);
// The run at the anchor and the digits on the next line of `value`, or on the line before if these are fewer.
Apart read_wrapped(const Window& window, const NumberAnchor& anchor, Span value);

}  // namespace pidun
