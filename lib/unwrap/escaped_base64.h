// Base64 some characters of which are escaped, or whose lines end in escapes: \/ \u002b \n of JSON, %2B %0A of forms,
// &#x2F; of HTML. Only pictures are read so: they go on past the stretches that escapes are otherwise undone in.
// Example: of `"\/9j\/4AAQ"` the characters are /9j/4AAQ.
// Tested in tests/unit/unwrap/escaped_base64_test.cpp and tests/property/labelled_pictures_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "unwrap/encoding.h"

namespace pidun {

// Of the escape at text[at], if one of those stands there.
std::optional<Encoding> base64_escape_at(std::string_view text, size_t at);

// Whether such a run, its escapes spelt out, may hold the byte.
bool may_be_escaped_base64(char c);

// A run begins at most this much before its first part that is long enough to be noticed.
inline constexpr size_t kEscapedHead = 48;

// Where a run begins whose first part that is long enough to be noticed begins at `at`: not far before it, and behind
// what can be no part of it. npos if it is farther off, or before a text that is not `whole`.
size_t escaped_begin(std::string_view text, size_t at, bool whole);

struct EscapedRun {
  size_t end = 0;                       // behind its last character
  size_t aligned = 0;                   // the last place not behind `border` where a group of four begins
  std::optional<Encoding> escape = {};  // of the first in it
};
// From `from` on, where a group begins.
EscapedRun escaped_run(std::string_view text, size_t from, size_t border);

// Appends the characters of text[from, to) with a map to the text, of which text[0] is byte `base`.
void undo_base64_escapes(std::string_view text, uint64_t base, size_t from, size_t to, std::string& out,
                         OffsetMap& map);

}  // namespace pidun
