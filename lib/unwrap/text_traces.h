// Where bytes that should be pixels look as if text stood in them, cell by cell of 64 bytes. A cell is a trace of text
// when one of these ends in it: 8 characters that numbers are written with, 16 printable ones of ASCII, 3 hanzi of
// UTF-8 side by side, 8 pairs of GBK; or when it and the cell before hold no byte that no text has. Noise has a trace
// in one of 5,000 cells, text of any length and charset in each.
// Tested in tests/unit/unwrap/picture_gaps_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pidun {

class TextTraces {
 public:
  static constexpr size_t kCell = 64;

  // Whole cells, in order; `trace(i)` for the i-th of these that is one.
  template <class Trace>
  void read(std::string_view cells, const Trace& trace) {
    while (!cells.empty()) {
      const std::string_view some = cells.substr(0, kCells * kCell);
      mark(some);
      for (size_t i = 0; i < some.size() / kCell; ++i)
        if (marked_[i]) trace(read_ + i);
      read_ += some.size() / kCell;
      cells.remove_prefix(some.size());
    }
  }
  void clear() { *this = {}; }

 private:
  static constexpr size_t kCells = 64;  // at once
  // Where as many bytes of a sort stand side by side: bits of their last ones in a cell.
  struct Runs {
    uint64_t of8 = 0, of9 = 0, of16 = 0;
  };
  struct Levels {  // of the cell before
    uint64_t of1 = 0, of2 = 0, of4 = 0, of8 = 0;
    Runs next(uint64_t now);
  };
  void mark(std::string_view cells);

  std::array<bool, kCells> marked_{};
  std::array<char, kCell> last_{};  // the cell before
  uint64_t read_ = 0;               // cells
  Levels printable_, high_;
  bool all_text_ = false;
};

}  // namespace pidun
