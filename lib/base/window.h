// A stretch of the input that is held in memory, addressed by input offsets.
// Every stage speaks in these offsets; only Window knows where the bytes lie.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

// Half-open range of input bytes.
struct Span {
  uint64_t begin = 0;
  uint64_t end = 0;
  uint64_t size() const { return end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

// `by` bytes before `offset`, or 0 if there are fewer.
constexpr uint64_t before(uint64_t offset, uint64_t by) { return offset > by ? offset - by : 0; }

class Window {
 public:
  Window() = default;
  // Does not own the bytes. `begin` is the input offset of bytes[0].
  Window(std::string_view bytes, uint64_t begin) : bytes_(bytes), begin_(begin) {}

  uint64_t begin() const { return begin_; }
  uint64_t end() const { return begin_ + bytes_.size(); }
  bool contains(uint64_t offset) const { return offset >= begin_ && offset < end(); }
  // The byte at `offset`, or NUL outside the window: no value continues across a NUL.
  char at(uint64_t offset) const { return contains(offset) ? bytes_[offset - begin_] : '\0'; }
  // Bytes of [begin, end) clipped to the window.
  std::string_view view(uint64_t begin, uint64_t end) const {
    if (begin < begin_) begin = begin_;
    if (end > this->end()) end = this->end();
    return begin < end ? bytes_.substr(begin - begin_, end - begin) : std::string_view{};
  }
  std::string_view view(Span span) const { return view(span.begin, span.end); }
  // The same for a range that is known to lie inside.
  std::string_view inside(Span span) const { return {bytes_.data() + (span.begin - begin_), span.size()}; }
  std::string_view bytes() const { return bytes_; }
  // The part of this window inside [begin, end).
  Window slice(uint64_t begin, uint64_t end) const {
    if (begin < begin_) begin = begin_;
    return Window(view(begin, end), begin);
  }

 private:
  std::string_view bytes_;
  uint64_t begin_ = 0;
};

}  // namespace pidun
