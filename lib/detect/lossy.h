// Numbers that a spreadsheet spoilt: 1.38E+10 was a mobile number, 6.22202E+18 a card, 110101199003070000 an ID whose
// last three digits were lost. A reading of what has lost digits has the reason `lossy` and is never a
// key; 1.3900001234E10 has all of its digits. Found only under a label or in a column of its kind, or in a column of
// such cells. Tested in tests/unit/detect/lossy_test.cpp.
#pragma once

#include "detect/detectors.h"

namespace pidun {

// The number in powers of ten whose E stands at `at`. With `thorough`, what lacks its label is kept for explain(), with
// a confidence of 0.
void read_exponent(Context& context, uint64_t at, bool thorough, Readings& out);

// Adds the reason to readings from `first` on, which were made of these digits, if a label names them and all digits
// behind the fifteenth are zeros.
void note_lost_digits(std::string_view digits, size_t first, Readings& out);

// The masked form of a number in powers of ten: "1.38E+10" -> "1.38E+10", "6.22202E+18" -> "6.222**E+18". Writes at
// most kLongestEvidence bytes and a NUL, and returns the length.
size_t write_exponent_evidence(Kind kind, std::string_view value, char* out);

}  // namespace pidun
