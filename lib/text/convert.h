// Bytes of one charset to valid UTF-8 with a map back, as fast as a table per character allows. What is not valid
// becomes U+FFFD, one for each byte (in UTF-16: for each unit), and is counted.
// Example: convert(Charset::gb18030, "\xD5\xC5" "1", 0, 3, out) appends "张1"; out.map leads [0, 3) to [0, 2).
// Tested in tests/unit/text/convert_test.cpp against ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "text/charset.h"

namespace pidun {

struct DecodedText {
  std::string text;      // valid UTF-8
  OffsetMap map;         // from text to input offsets
  uint64_t invalid = 0;  // bytes (units) that were no text

  void clear() {
    text.clear();
    map.clear();
    invalid = 0;
  }
};

// Appends the characters that begin in the first `stop` bytes; the last may end behind. `offset` is that of bytes[0]
// in the input. Returns how many bytes were read: at least `stop`.
size_t convert(Charset charset, std::string_view bytes, uint64_t offset, size_t stop, DecodedText& out);

}  // namespace pidun
