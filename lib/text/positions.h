// Lines and columns of offsets, counted forward over an input that passes by in windows, and byte offsets in other
// units. Bytes that continue a UTF-8 sequence count nothing; a lead byte of four counts two UTF-16 units. For valid
// UTF-8 that is exact; elsewhere it is defined, and the same however the input is cut.
// Tested in tests/unit/text/positions_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/window.h"

namespace pidun {

// Code points and UTF-16 units of a text.
struct Units {
  uint64_t points = 0;
  uint64_t utf16 = 0;
};
Units count_units(std::string_view text);

struct Position {  // 0-based
  uint64_t line = 0;
  uint64_t column = 0;
  Units units;
};

class LineCounter {
 public:
  // Counts from `offset` on, as if it were the beginning of a line.
  explicit LineCounter(uint64_t offset = 0) : at_(offset), line_begin_(offset) {}
  // Moves to `offset`, which must not lie behind; the window holds the bytes passed over.
  void advance(const Window& window, uint64_t offset) { locate(window, {}, {}, offset); }
  // Moves to `end` and writes where each of `offsets` stands: they ascend, none lies behind this counter or past `end`.
  void locate(const Window& window, std::span<const uint64_t> offsets, std::span<Position> out, uint64_t end);
  Position position() const { return {lines_, at_ - line_begin_, units_}; }
  // Goes on over what `next` counted, which began where this one stands.
  void append(const LineCounter& next);

 private:
  void skip(const Window& window, uint64_t end);
  void locate_in(const Window& window, uint64_t end, std::span<const uint64_t>& offsets, std::span<Position>& out);

  uint64_t at_;
  uint64_t line_begin_;
  uint64_t lines_ = 0;
  Units units_;  // of [line_begin_, at_)
};

}  // namespace pidun
