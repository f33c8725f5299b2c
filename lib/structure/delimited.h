// Rows of cells: CSV and its kin with tab, pipe or semicolon.
//
// A cell that begins with a quote is quoted: delimiters and newlines in it are text and a doubled quote is one quote.
// What is not in order is still read:
// - A quote inside a cell that does not begin with one is text.
// - Text behind the closing quote belongs to the cell: "ab"cd, gives the value ab"cd with kEventQuoted.
// - A newline at least kQuotedMost bytes behind the opening quote ends cell and row, so that a quote that is never
//   closed costs at most that much.
// - Rows may differ in length. A row without bytes gives no event; an empty cell gives one with begin == end.
// Tested in tests/unit/structure/delimited_test.cpp.
#pragma once

#include "structure/forward.h"

namespace pidun {

inline constexpr uint64_t kQuotedMost = 65536;

class DelimitedReader final : public ForwardReader {
 public:
  DelimitedReader(char delimiter, bool has_header)
      : row_flags_(has_header ? kEventHeader : 0),
        flags_(static_cast<uint8_t>(row_flags_ | kEventRowBegin)),
        delimiter_(delimiter) {}
  std::unique_ptr<Reader> clone() const override { return std::make_unique<DelimitedReader>(*this); }

 protected:
  void start(uint64_t first) override { begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) override;
  void pause(const Window& window, uint64_t end, std::vector<Event>& events) override;
  void finish(const Window& window, uint64_t end, std::vector<Event>& events) override;

 private:
  enum class Mode : uint8_t { plain, quoted, after_quote };
  struct Word;  // 64 bytes of the input as masks

  void read_plain(const Window& window, uint64_t base, const uint64_t* delimiters, const uint64_t* newlines,
                  size_t words, std::vector<Event>& events);
  void read_mixed(const Window& window, const Word& word, std::vector<Event>& events);
  void on_quote(uint64_t at);
  void end_cell(uint64_t stop, std::vector<Event>& events);
  void end_row(const Window& window, uint64_t stop, std::vector<Event>& events);
  void emit(uint64_t end, int more_flags, std::vector<Event>& events) const;
  // `end` without the closing quote, if that is the last byte before it.
  uint64_t without_quote(uint64_t end) const {
    return mode_ == Mode::after_quote && end == quote_at_ + 1 ? quote_at_ : end;
  }

  uint64_t begin_ = 0;     // of the cell, behind its opening quote
  uint64_t quote_at_ = 0;  // after_quote: the quote that perhaps closes the cell
  uint32_t column_ = 0;
  uint8_t row_flags_;  // of every cell of this row
  uint8_t flags_;      // of this cell
  Mode mode_ = Mode::plain;
  char delimiter_;
};

}  // namespace pidun
