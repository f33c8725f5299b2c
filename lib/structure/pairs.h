// key=value lines and logfmt: level=info phone=13900001234 name="张 三". A line is a row.
//
// - Words are parted by blanks, which are all bytes up to the space. A word of which the part before its first '='
// could
//   be a key names the value behind it; a key begins with a letter, '_', '@' or a byte of 0x80 and above, goes on with
//   these, digits and ". - / : [ ]", and has at most kKeyMost bytes.
// - A value that begins with a quote goes to the next quote that no backslash stands before, or to the end of its line.
//   Any other goes to the next blank; one comma or semicolon at its end is not part of it. It may have no bytes.
// - Words that are no pairs, with the blanks between them, are one value without a name.
// Tested in tests/unit/structure/pairs_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

inline constexpr uint64_t kKeyMost = 128;

class PairReader final : public ForwardReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<PairReader>(*this); }

 protected:
  void start(uint64_t) override {}
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  enum class State : uint8_t { between, word, text, value, bare, quoted, escaped };

  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_equals(const Window& window, uint64_t at, Events& events);
  void end_word(uint64_t at);
  void end_value(const Window& window, uint64_t at, Events& events);
  void end_line(const Window& window, uint64_t at, Events& events);
  uint64_t bare_end(const Window& window, uint64_t stop) const;
  Event value(uint64_t end) const;
  Event text(uint64_t end) const;

  State state_ = State::between;
  bool has_text_ = false;    // words without a key came last
  uint64_t text_begin_ = 0;  // of these
  uint64_t text_end_ = 0;
  uint64_t begin_ = 0;      // of the word, or of the value
  uint16_t name_back_ = 0;  // of the value
  uint16_t name_length_ = 0;
  RowWriter row_;
};

}  // namespace pidun
