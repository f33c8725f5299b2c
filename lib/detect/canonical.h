// The one form of a value, however it was written: what fingerprints, suppressions, test-data ranges and counting
// compare. Separators are gone, letters of numbers are upper case, a mobile number has no country code, an e-mail
// address is lower case, a 15-digit ID number is lifted to 18.
//
//   "+86 139-5827-0461" -> "13958270461"      "110101900307001" -> "110101199003070011"
//   "11010119900307010x" -> "11010119900307010X"      "H12345678 02" -> "H12345678" (the card's issue is no part of it)
//
// Takes text as the detectors read it (decoded, folded), not raw bytes of any charset.
// Tested in tests/unit/detect/canonical_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "rules/kinds.h"

namespace pidun {

// How many bytes a canonical form may be longer than its value.
inline constexpr size_t kCanonicalRoom = 8;

// Written to `out`, where value.size() + kCanonicalRoom bytes have room, perhaps all of them touched; gives the end.
char* write_canonical(Kind kind, std::string_view value, char* out);
// Written to `out`, which is cleared first; the caller wipes it. Any bytes have a canonical form, maybe an empty one.
void write_canonical(Kind kind, std::string_view value, std::string& out);
std::string canonical(Kind kind, std::string_view value);

// Of the beginning of a value, which is no value itself: what the canonical forms of all values that go on from there
// begin with.
std::string canonical_prefix(Kind kind, std::string_view prefix);

}  // namespace pidun
