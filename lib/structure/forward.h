// What the readers have in common: they go forward, skip a UTF-8 byte order mark, and close or report what is open.
// Tested in tests/unit/structure/lines_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/structure.h"

namespace pidun {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class ForwardReader : public Reader {
 public:
  void read(const Window& window, uint64_t end, bool last, std::vector<Event>& events) final;
  uint64_t offset() const final { return offset_; }

 protected:
  // The first value can begin at `first`: behind the byte order mark, if there is one.
  virtual void start(uint64_t first) = 0;
  virtual void step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) = 0;
  // Reports what is open at `end`, where reading stops for now.
  virtual void pause(const Window& window, uint64_t end, std::vector<Event>& events) = 0;
  // Closes what is open at `end`, where the input ends.
  virtual void finish(const Window& window, uint64_t end, std::vector<Event>& events) = 0;

 private:
  bool find_start(const Window& window, uint64_t end, bool last);

  uint64_t offset_ = 0;
  uint64_t at_ = 0;  // lags behind offset_ only while the first bytes may still become a byte order mark
  bool started_ = false;
};

// Where the value that stops at `stop` ends: a carriage return before a newline or the end is not part of it.
inline uint64_t without_return(const Window& window, uint64_t begin, uint64_t stop) {
  return stop > begin && window.at(stop - 1) == '\r' ? stop - 1 : stop;
}

}  // namespace pidun
