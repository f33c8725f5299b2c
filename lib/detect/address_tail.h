// What stands behind the last number of an address and still belongs to it: who has the house, what lies beside it, and
// brackets. Example: 旁 and 友谊宾馆 do in 建国路88号友谊宾馆旁, 李芳 does not in 建国路88号李芳.
// Tested through address_walk_test.cpp.
#pragma once

#include "detect/address_walk.h"

namespace pidun {

// Moves the end of the walk behind such words.
void add_tail(const AddressChars& text, AddressFrame frame, AddressWalk& walk);

// (近知春里站): behind brackets at `i` that say where; 0 if there are none.
size_t behind_brackets(const AddressChars& text, size_t i);

}  // namespace pidun
