// Base64 and hex: runs of characters inside a text, wrapped into lines or not.
// Example: "MTM5MDAwMDEyMzQ=" decodes to "13900001234"; its first digit comes from characters [0, 2).
// Tested in tests/unit/unwrap/runs_test.cpp and against Python's base64 in tests/differential/unwrap_vs_python.py.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "unwrap/spots.h"
#include "unwrap/text_form.h"

namespace pidun {

// Appends the bytes of base64 or base64url characters and where they come from. Other bytes between the characters
// (line breaks, indentation) are passed over; a last group of two or three gives one or two bytes, of one none.
bool decode_base64(std::string_view text, uint64_t base, std::string& out, OffsetMap& map);
// Pairs of hex digits; text has an even number of bytes, all hex digits.
bool decode_hex(std::string_view text, uint64_t base, std::string& out, OffsetMap& map);

// One of the three bytes that four characters of base64 stand for; 0 if one of them is none.
uint8_t base64_byte(std::string_view group, size_t which);

// What the beginning of a run decodes to, judged on its first few characters. `cut` says that the text before it is
// part of the same encoding, so that its first character may have lost its beginning; `gb18030` as for text_form().
TextForm base64_form(std::string_view text, bool cut, bool gb18030 = true);
TextForm hex_form(std::string_view text, bool cut);

// Lines of base64 that belong together.
struct Block {
  size_t begin = 0;
  size_t end = 0;          // behind the last character, padding excluded
  size_t line_length = 0;  // of all lines but the first and the last; 0: one line so far
};

// Extends a block, which ends at the end of a line or not, over the lines that continue it: these are filled from
// border to border, all equally long and the last perhaps shorter.
void join_lines(std::string_view text, const Spots& spots, Block& block);

// A block's characters without what stands between its lines.
class JoinedLines {
 public:
  JoinedLines(std::string_view text, const Block& block);
  std::string_view text() const { return text_; }
  // Where in the text that was given the character stands; of the end, behind the last.
  size_t place_of(size_t character) const;

 private:
  struct Line {
    size_t first;  // its first character,
    size_t at;     // and where that stands
  };
  std::string text_;
  std::vector<Line> lines_;
};

// The last place not behind `target` where a group of `group` characters begins, counted from the block's begin.
size_t aligned_before(std::string_view text, const Block& block, size_t target, size_t group);

// Begin of "data:…;base64," right before a payload, or the payload's own begin.
inline constexpr size_t kLongestDataUriHead = 128;
size_t data_uri_begin(std::string_view text, size_t payload);

}  // namespace pidun
