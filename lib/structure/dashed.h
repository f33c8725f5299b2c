// Rows whose cells are parted by four hyphens, as stolen accounts are traded: user----password----name----ID.
//
// - Hyphens that follow one another are counted from the first: each four part two cells, one to three left over are
//   the beginning of the next cell. Nothing is quoted.
// - Rows may differ in length. A row without bytes gives no event; an empty cell gives one with begin == end.
// Tested in tests/unit/structure/dashed_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

class DashedReader final : public ForwardReader {
 public:
  explicit DashedReader(bool has_header) : row_flags_(has_header ? kEventHeader : 0) {}
  std::unique_ptr<Reader> clone() const override { return std::make_unique<DashedReader>(*this); }

 protected:
  void start(uint64_t first) override { begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  void end_cell(uint64_t end, uint64_t next, Events& events);
  void end_line(const Window& window, uint64_t at, Events& events);
  Event value(uint64_t end) const;

  uint64_t begin_ = 0;     // of the cell
  uint64_t dash_end_ = 0;  // behind the last hyphen
  uint32_t dashes_ = 0;    // hyphens up to there that part nothing yet
  uint32_t column_ = 0;
  uint8_t row_flags_;
  RowWriter row_;
};

}  // namespace pidun
