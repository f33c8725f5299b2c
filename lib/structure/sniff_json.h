// Whether a preamble reads as JSON, and not as a log line that begins with a bracket.
// Tested in tests/unit/structure/sniff_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// True if the text begins with '{' or '[' and is in order as JSON up to its end, up to the first name and colon, or
// up to the end of the first document with nothing but blanks behind it in its line.
bool looks_like_json(std::string_view text);

}  // namespace pidun
