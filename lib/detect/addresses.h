// Addresses in running text that no label names: looked for where a number stands behind hanzi, so that text without
// such a place costs next to nothing. Example: in "周五去朝阳区建国路88号3-2-1502看房" the address is found, its points
// say that it goes down to a room. What is found depends on nothing further than 210 bytes from the number.
// Tested in tests/unit/detect/addresses_test.cpp and tests/property/stream_cuts_test.cpp.
#pragma once

#include <cstdint>

#include "detect/context.h"
#include "detect/detectors.h"
#include "match/text_masks.h"

namespace pidun {

// Adds the addresses that hold a number in `range`, in order of their begin. `masks` cover the range. Where one of
// `fields`, readings of labelled values in order, stands, none is looked for.
void find_addresses(Context& context, Span range, const TextMasks& masks, const Readings& fields, Readings& out);

}  // namespace pidun
