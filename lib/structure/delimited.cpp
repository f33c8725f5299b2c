// See delimited.h. Bytes that mean something are found 64 at a time; all others are never looked at.
#include "structure/delimited.h"

#include <algorithm>
#include <bit>

#include "base/byte_masks.h"

namespace pidun {
namespace {

constexpr size_t kBlock = 4096;  // masks of one block stay in the first-level cache

}  // namespace

struct DelimitedReader::Word {
  uint64_t base;  // offset of bit 0
  uint64_t delimiter;
  uint64_t newline;
  uint64_t quote;
};

void DelimitedReader::emit(uint64_t end, uint8_t more_flags, std::vector<Event>& events) const {
  Event& event = events.emplace_back();
  event.begin = begin_;
  event.end = end;
  event.column = column_;
  event.flags = flags_ | more_flags;
}

void DelimitedReader::end_cell(uint64_t stop, std::vector<Event>& events) {
  emit(without_quote(stop), 0, events);
  begin_ = stop + 1;
  ++column_;
  flags_ = row_flags_;
  mode_ = Mode::plain;
}

void DelimitedReader::end_row(const Window& window, uint64_t stop, std::vector<Event>& events) {
  const uint64_t end = without_quote(without_return(window, begin_, stop));
  if (row_has_bytes(end)) {
    emit(end, kEventRowEnd, events);
    row_flags_ = 0;
  }
  begin_ = stop + 1;
  column_ = 0;
  flags_ = kEventRowBegin | row_flags_;
  mode_ = Mode::plain;
}

void DelimitedReader::on_quote(uint64_t at) {
  const bool opens = at == begin_ && (flags_ & kEventQuoted) == 0;
  switch (mode_) {
    case Mode::plain:
      if (!opens) return;
      begin_ = at + 1;
      flags_ |= kEventQuoted;
      mode_ = Mode::quoted;
      return;
    case Mode::quoted:
      quote_at_ = at;
      mode_ = Mode::after_quote;
      return;
    case Mode::after_quote:
      // Doubled: one quote of the text. Otherwise text stood between, so the first one had closed the cell.
      mode_ = at == quote_at_ + 1 ? Mode::quoted : Mode::plain;
      return;
  }
}

// Without a quote and outside of one. No branch but the loop: which mark ends a row cannot be foretold. The state is
// held in locals, since a store into the batch might be one into this object for all the compiler knows.
void DelimitedReader::read_plain(const Window& window, const Word& word, EventBatch& batch) {
  const std::string_view bytes = window.bytes();
  uint64_t begin = begin_;
  uint32_t column = column_;
  uint8_t row_flags = row_flags_, flags = flags_;
  Event* next = batch.room();
  for (uint64_t bits = word.delimiter | word.newline; bits != 0; bits &= bits - 1) {
    const int bit = std::countr_zero(bits);
    const uint64_t at = word.base + static_cast<uint64_t>(bit);
    const bool row_end = (word.newline >> bit & 1) != 0;
    const size_t index = at - window.begin();
    const bool has_return = row_end & (at > begin) & (bytes[index - (index != 0 ? 1 : 0)] == '\r');
    const uint64_t end = at - (has_return ? 1 : 0);
    const bool blank = row_end & (column == 0) & (end == begin) & ((flags & kEventQuoted) == 0);
    const auto its_flags = static_cast<uint8_t>(flags | (row_end ? kEventRowEnd : 0));
    *next = {begin, end, column, 0, 0, 0, EventKind::value, its_flags};
    next += blank ? 0 : 1;
    row_flags = row_end && !blank ? 0 : row_flags;
    begin = at + 1;
    column = row_end ? 0 : column + 1;
    flags = static_cast<uint8_t>(row_flags | (row_end ? kEventRowBegin : 0));
  }
  batch.commit(next);
  begin_ = begin;
  column_ = column;
  row_flags_ = row_flags;
  flags_ = flags;
}

void DelimitedReader::read_mixed(const Window& window, const Word& word, std::vector<Event>& events) {
  uint64_t left = ~uint64_t{0};
  for (;;) {
    const uint64_t outside = mode_ == Mode::quoted ? 0 : word.delimiter;
    const uint64_t bits = (outside | word.newline | word.quote) & left;
    if (bits == 0) return;
    const int bit = std::countr_zero(bits);
    const uint64_t at = word.base + static_cast<uint64_t>(bit);
    left = ~uint64_t{1} << bit;
    if ((word.quote >> bit & 1) != 0) {
      on_quote(at);
    } else if ((word.newline >> bit & 1) == 0) {
      end_cell(at, events);
    } else if (mode_ != Mode::quoted || at - begin_ >= kQuotedMost) {
      end_row(window, at, events);
    }
  }
}

void DelimitedReader::step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) {
  const ByteRange sets[] = {one_byte(delimiter_), one_byte('\n'), one_byte('"')};
  uint64_t words[3][mask_words(kBlock)];
  uint64_t* const masks[] = {words[0], words[1], words[2]};
  EventBatch batch(events);
  for (uint64_t at = from; at < end; at += kBlock) {
    const std::string_view block = window.view(at, std::min<uint64_t>(end, at + kBlock));
    byte_masks(block, sets, 3, masks);
    for (size_t i = 0; i < mask_words(block.size()); ++i) {
      const Word word{at + i * 64, words[0][i], words[1][i], words[2][i]};
      if (mode_ == Mode::plain && word.quote == 0) {
        read_plain(window, word, batch);
      } else {
        batch.flush();
        read_mixed(window, word, events);
      }
    }
  }
}

void DelimitedReader::pause(const Window& window, uint64_t end, std::vector<Event>& events) {
  const uint64_t so_far = without_quote(without_return(window, begin_, end));
  if (so_far <= begin_) return;  // without a byte it is not known yet what the cell is
  emit(so_far, kEventOpen, events);
  flags_ |= kEventContinued;
}

void DelimitedReader::finish(const Window& window, uint64_t end, std::vector<Event>& events) {
  end_row(window, end, events);
  begin_ = end;
}

}  // namespace pidun
