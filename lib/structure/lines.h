// Plain lines: each line that is not blank is one value and one row.
// Tested in tests/unit/structure/lines_test.cpp.
#pragma once

#include "structure/forward.h"

namespace pidun {

class LineReader final : public ForwardReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<LineReader>(*this); }

 protected:
  void start(uint64_t first) override { begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) override;
  void pause(const Window& window, uint64_t end, std::vector<Event>& events) override;
  void finish(const Window& window, uint64_t end, std::vector<Event>& events) override;

 private:
  bool emit(const Window& window, uint64_t stop, uint8_t open, std::vector<Event>& events);

  uint64_t begin_ = 0;     // of the line
  uint8_t continued_ = 0;  // kEventContinued once the line was reported open
};

}  // namespace pidun
