// Masked evidence: enough of a value to recognise it, too little to use it.
// Tested in tests/unit/detect/evidence_test.cpp: of any value, at most a third or eight characters stay visible.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/kinds.h"

namespace pidun {

inline constexpr size_t kLongestEvidence = 40;

// Writes the masked form of `value` to `out` (kLongestEvidence + 1 bytes, NUL-terminated) and returns its length.
// "11010119900307777X" -> "1101**********777X", "13900001234" -> "139****1234", "ab@x.cn" -> "a****@x.cn".
size_t write_evidence(Kind kind, std::string_view value, char* out);
// The same for a value of ASCII letters and digits alone: nothing has to be left out of it.
size_t write_plain_evidence(Kind kind, std::string_view value, char* out);

}  // namespace pidun
