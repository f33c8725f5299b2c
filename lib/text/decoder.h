// Reads an input in any charset forward, window by window, as valid UTF-8 with a map back to input offsets. The charset
// is decided again for each unit: a line, or each 4 KiB of a longer one, so that a GBK line in a UTF-8 log is read, and
// the reverse. An input in UTF-16 stays so. Units end at input offsets, wherever the windows end: any cutting gives the
// same text. State is a few numbers; a copy goes on as the original would.
// Example: Decoder decoder(settle_charset(first_4_kib, "gbk"));
//          const Stretch stretch = decoder.read(window, end, last, decoded);
//          view = stretch.plain ? window.view(stretch.input) : decoded.text;
// Tested in tests/unit/text/decoder_test.cpp and tests/property/decoder_cuts_test.cpp.
#pragma once

#include <cstdint>

#include "base/window.h"
#include "text/charset_prior.h"
#include "text/convert.h"

namespace pidun {

inline constexpr uint64_t kDecodeUnit = 4096;
// Bytes that a window must show behind `end` for all up to there to be read: a unit and the end of a character.
inline constexpr uint64_t kDecodeAhead = kDecodeUnit + 3;

// What one call read.
struct Stretch {
  Span input;          // [where reading stood, where it stands now)
  bool plain = false;  // the bytes are their own text, and nothing was appended
  bool ascii = false;  // plain, and no byte is more than ASCII: there is nothing to fold either
};

class Decoder {
 public:
  Decoder() = default;
  explicit Decoder(const CharsetPrior& prior) : prior_(prior) {}

  // Reads the units that begin in [offset(), end). Less, if the window does not show a unit whole and is not the `last`
  // of the input, whose end is the input's end. Appends to `out` unless the stretch is plain.
  Stretch read(const Window& window, uint64_t end, bool last, DecodedText& out);
  // The same if what it would read is its own text; else reads nothing.
  Stretch read_plain(const Window& window, uint64_t end, bool last);
  // Goes on behind what is no text.
  void pass_to(uint64_t offset) {
    offset_ = offset;
    border_ = offset + kDecodeUnit;
  }
  // How far the input is read.
  uint64_t offset() const { return offset_; }
  const CharsetPrior& prior() const { return prior_; }

 private:
  struct Unit {
    uint64_t end = 0;    // nominal: characters that begin before it belong to the unit
    bool whole = false;  // its bytes are there
    bool line = false;   // a line feed or the input ends it
  };
  Unit unit_at(const Window& window, uint64_t begin, uint64_t border, bool last) const;
  uint64_t behind_last_unit(const Window& window, uint64_t end, bool last, uint64_t& border) const;
  void read_unit(const Window& window, const Unit& unit, DecodedText& out);
  void read_utf16(const Window& window, uint64_t end, bool last, DecodedText& out);

  CharsetPrior prior_;
  uint64_t offset_ = 0;
  uint64_t border_ = kDecodeUnit;  // where the unit at offset_ ends unless a line feed ends it before
};

}  // namespace pidun
