// Which bytes of a raw picture are neither decoded nor searched: its pixels, as far as no text stands in them.
//
// What a picture says of the length of its pixels is only where to look: a head may lie. So pixels are passed over cell
// by cell (text_traces.h), and each trace of text is searched with 256 bytes to either side of it, as all else is. Gaps
// depend on the bytes from the picture's beginning on, and not on how they come.
//
//   gaps.start(begin, kept)     a picture begins at this place of the input; its first `kept` bytes are no gap
//   gaps.read(bytes, at)        pixels at this place of the picture; in order
//   gaps.end_pixels()           no more of them at once
//   gaps.decided()              what lies before is in a gap that is told, or in none
//
// Tested in tests/unit/unwrap/picture_gaps_test.cpp and tests/property/pictures_test.cpp.
#pragma once

#include <array>
#include <deque>
#include <string_view>

#include "base/window.h"
#include "unwrap/text_traces.h"

namespace pidun {

class PictureGaps {
 public:
  struct Gap {
    Span bytes;
    bool begins = false;  // else it goes on from one that was taken
  };

  void start(uint64_t begin, uint64_t kept);
  void read(std::string_view bytes, uint64_t at);
  void end_pixels();
  // UINT64_MAX if not among pixels.
  uint64_t decided() const;
  bool empty() const { return gaps_.empty(); }
  const Gap& next() const { return gaps_.front(); }
  void take() { gaps_.pop_front(); }

 private:
  void read_cells(std::string_view cells);
  // The cells before `end` are known.
  void settle(uint64_t end);
  uint64_t offset_of(uint64_t cell) const { return begin_ + cell * TextTraces::kCell; }

  std::deque<Gap> gaps_;
  TextTraces traces_;
  std::array<char, TextTraces::kCell> part_{};  // of a cell
  size_t part_size_ = 0;
  bool reading_ = false;
  uint64_t picture_ = 0;
  uint64_t first_ = 0;  // no gap before it
  uint64_t begin_ = 0;  // of the pixels
  uint64_t cells_ = 0;  // read
  uint64_t free_ = 0;   // the first cell behind what must be searched, or that is not in a gap yet
  bool open_ = false;   // a gap goes on at free_
};

}  // namespace pidun
