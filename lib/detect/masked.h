// Values that were masked already: 138****8000, 110101********7774, 6222 **** **** 1234, 张**, a***@b.com, 苏D4***0.
// A reading has the reason `masked`, no check, and is never a key. What is wholly masked is no value. What hardly
// anything else looks like stands alone; the rest needs a label, a column, or another value of its record beside it.
// Tested in tests/unit/detect/masked_test.cpp and masked_names_test.cpp.
#pragma once

#include <vector>

#include "detect/detectors.h"

namespace pidun {

// Looks at the places that match/odd_places.h leads to, which ascend, and appends readings. `out` holds those of plain
// values, in order of their begin: a name counts beside them. With `thorough`, what lacks its label is kept for
// explain(), with a confidence of 0.
void read_masked(Context& context, const std::vector<uint64_t>& places, bool thorough, Readings& out);

// The parts of it, each at one place.
void read_masked_number(Context& context, uint64_t place, bool thorough, Readings& out);
void read_masked_plate(Context& context, uint64_t place, Readings& out);
void read_masked_address(Context& context, uint64_t place, Readings& out);
// `plain` readings are in order of their begin.
void read_masked_name(Context& context, uint64_t place, const Readings& plain, Readings& out);
// Where the name part of a masked address before the '@' at `at` begins: a letter, then masks. `at` if it is none.
uint64_t masked_local_begin(const Window& window, uint64_t at);

// The masked form of a value that was masked already: what stays visible, but no more than of any value of its kind.
// Writes at most kLongestEvidence bytes and a NUL, and returns the length.
size_t write_masked_evidence(Kind kind, std::string_view value, char* out);

}  // namespace pidun
