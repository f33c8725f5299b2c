// multipart/form-data: the name of a part stands over its body.
//
// - A line that begins with the boundary (Layout::boundary) ends a part, newline and return before it excluded; two
//   hyphens right behind it end the form, which is a row. Up to the first boundary and behind the last there is text.
// - Header lines follow, up to a blank one. Of Content-Disposition each parameter but `name` is a value under its own
//   name (filename); of any other header what stands behind the colon is one under the header's name. A header line
//   of more than kHeaderLineMost bytes is a value without a name.
// - The body, however long, is one value; it may have no bytes. The end of the input ends it too, without a newline
//   right before that.
// Tested in tests/unit/structure/multipart_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

inline constexpr uint64_t kHeaderLineMost = 512;

class MultipartReader final : public ForwardReader {
 public:
  explicit MultipartReader(std::string boundary) : boundary_(std::move(boundary)) {}
  std::unique_ptr<Reader> clone() const override { return std::make_unique<MultipartReader>(*this); }

 protected:
  void start(uint64_t first) override { line_begin_ = begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  // line_begin: as many bytes of the line as match the boundary. tail: of the boundary's line.
  enum class State : uint8_t { line_begin, in_line, tail };

  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void end_boundary(Events& events);
  void end_tail(uint64_t at, Events& events);
  void end_line(const Window& window, uint64_t at, Events& events);
  void end_body(uint64_t end, Events& events);
  void put_header(const Window& window, uint64_t end, Events& events);
  void put_parameters(const Window& window, uint64_t from, uint64_t end, Events& events);
  uint64_t body_end() const;
  Event body(uint64_t end) const;

  std::string boundary_;
  State state_ = State::line_begin;
  bool in_headers_ = false;
  bool in_part_ = false;     // behind a boundary that is not the last
  uint8_t newline_ = 0;      // bytes of the newline before this line: 1, or 2 with its return
  uint64_t matched_ = 0;     // line_begin
  uint64_t line_begin_ = 0;  // tail: where that begins
  uint64_t begin_ = 0;       // of the body
  uint64_t name_ = 0;
  uint16_t name_length_ = 0;  // 0: the part has no name
  RowWriter row_;
};

}  // namespace pidun
