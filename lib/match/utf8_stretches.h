// The longest stretches of valid UTF-8 in any bytes: what RE2 and Hyperscan may be asked to read as text.
// Example: "ab\xFF号\xE5" has the stretches [0, 2) and [3, 6).
// Tested in tests/unit/match/utf8_stretches_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/window.h"

namespace pidun {

// Replaces `stretches`; none is empty, ascending, offsets into `bytes`. A malformed sequence is stepped over byte by
// byte.
void find_utf8_stretches(std::string_view bytes, std::vector<Span>& stretches);

}  // namespace pidun
