// The decoders of escapes: each takes a text, appends the decoded text and the map that leads back, and says whether
// anything changed. Any bytes are taken; what is no escape is kept. The decoded text is never longer than the text,
// and the time is linear. `base` is the offset of text[0] in what the map leads to.
// Example: decode_percent("a%E5%BC%A0", 100, out, map) appends "a张"; its bytes 1 to 4 come from [101, 110).
// Base64 and hex, which are runs inside a text, have their own: runs.h.
// Tested in tests/unit/unwrap/decoders_test.cpp and against Python's in tests/differential/unwrap_vs_python.py.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "unwrap/spots.h"

namespace pidun {

// What decode_backslashes() met besides.
struct BackslashTraits {
  bool beyond_json = false;  // an escape that JSON has not
  bool may_encode = false;   // what came out, or a line end behind an equals sign, may be part of another encoding
  bool may_fold = false;     // what came out may be a disguise
};

// JSON and JavaScript: \" \/ \\ \b \f \n \r \t \uXXXX with surrogate pairs; \' \` \v \u{…} \xHH, which JSON has not.
// \xHH spell bytes where these are a UTF-8 character or a pair of GBK, else code points. A lone surrogate and unknown
// escapes (\d, \0) stay.
bool decode_backslashes(std::string_view text, uint64_t base, std::string& out, OffsetMap& map,
                        BackslashTraits& traits);
// The same of a part of a text, text[begin, end), whose backslashes are known; of parts that ascend.
bool decode_backslashes(std::string_view text, size_t begin, size_t end, uint64_t base, BackslashPlaces& places,
                        std::string& out, OffsetMap& map, BackslashTraits& traits);
// Whether an escape stands at text[at], a backslash.
bool backslash_escape_at(std::string_view text, size_t at);

// %XX and %uXXXX. Control characters other than tab and line ends stay encoded: 50%13 is no escape. A plus is a space
// in the tokens of a text that are encoded queries (a=b%20c+d), anywhere if `form`; but not as sign of a number.
bool decode_percent(std::string_view text, uint64_t base, bool form, std::string& out, OffsetMap& map);

// &lt; &#49; &#x31; and more names than one meets; without the semicolon where HTML allows it.
bool decode_entities(std::string_view text, uint64_t base, std::string& out, OffsetMap& map);
// Length of the entity at text[at], an ampersand; 0 if none stands there.
size_t entity_length(std::string_view text, size_t at);

// =XX, and soft line breaks, which are dropped. Control characters stay as with %XX.
bool decode_quoted_printable(std::string_view text, uint64_t base, std::string& out, OffsetMap& map);

// "" to ", inside a quoted cell.
bool decode_csv_quotes(std::string_view text, uint64_t base, std::string& out, OffsetMap& map);

}  // namespace pidun
