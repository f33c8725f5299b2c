// Tables without delimiters: each column begins at the same byte of its line (Layout::starts). A line is a row.
//
// - A cell is the bytes from the beginning of its column to that of the next, or to the end of the line, without the
//   blanks before it and at most kTrimMost blanks behind it. An empty one gives no event; the others keep their column.
// - The cells of the first Layout::header_lines lines are names: kEventHeader.
// Tested in tests/unit/structure/fixed_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

inline constexpr uint64_t kTrimMost = 64;

class FixedReader final : public ForwardReader {
 public:
  // `starts` ascend from 0; without any, lines are one column.
  FixedReader(std::vector<uint32_t> starts, uint32_t header_lines)
      : starts_(std::move(starts)), header_lines_(header_lines) {}
  std::unique_ptr<Reader> clone() const override { return std::make_unique<FixedReader>(*this); }

 protected:
  void start(uint64_t first) override { line_begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  void look_for_begin(const Window& window, uint64_t from, uint64_t end);
  void end_cell(const Window& window, uint64_t stop, Events& events);
  void end_line(const Window& window, uint64_t at, Events& events);
  Event value(const Window& window, uint64_t stop) const;

  std::vector<uint32_t> starts_;
  uint32_t header_lines_;  // still to come
  uint64_t line_begin_ = 0;
  uint64_t begin_ = 0;  // of the cell's first byte that is no blank, if that was seen
  bool begun_ = false;
  uint32_t column_ = 0;
  RowWriter row_;
};

}  // namespace pidun
