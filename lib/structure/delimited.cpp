// See delimited.h. Bytes that mean something are found 64 at a time; all others are never looked at.
#include "structure/delimited.h"

#include <algorithm>
#include <bit>

#include "base/byte_masks.h"

namespace pidun {
namespace {

constexpr size_t kBlock = 4096;  // masks of one block stay in the first-level cache

// `event` is as an Event begins. Made where it stays: a copy right behind the stores that made it would wait for them.
void set_cell(Event& event, Span cell, uint32_t column, int flags) {
  event.begin = cell.begin;
  event.end = cell.end;
  event.column = column;
  event.flags = static_cast<uint8_t>(flags);
}

// Whether the row that ends with this cell is more than an empty line.
bool row_has_bytes(Span last_cell, uint32_t column, int flags) {
  return column != 0 || last_cell.size() != 0 || (flags & kEventQuoted) != 0;
}

}  // namespace

struct DelimitedReader::Word {
  uint64_t base;  // offset of bit 0
  uint64_t delimiter;
  uint64_t newline;
  uint64_t quote;
};

void DelimitedReader::emit(uint64_t end, int more_flags, std::vector<Event>& events) const {
  set_cell(events.emplace_back(), {begin_, end}, column_, flags_ | more_flags);
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
  if (row_has_bytes({begin_, end}, column_, flags_)) {
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

// A block without a quote, outside of one: the offsets of its marks first, then a cell for each.
void DelimitedReader::read_plain(const Window& window, uint64_t base, const uint64_t* delimiters,
                                 const uint64_t* newlines, size_t words, std::vector<Event>& events) {
  uint16_t marks[kBlock];
  size_t count = 0;
  for (size_t i = 0; i < words; ++i) {
    for (uint64_t bits = delimiters[i] | newlines[i]; bits != 0; bits &= bits - 1)
      marks[count++] = static_cast<uint16_t>(i * 64 + static_cast<size_t>(std::countr_zero(bits)));
  }
  const char* const bytes = window.view(base, base + kBlock).data();
  const size_t first = events.size();
  events.resize(first + count);
  Event* event = events.data() + first;
  uint64_t begin = begin_;
  uint32_t column = column_;
  int flags = flags_, row_flags = row_flags_;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t at = base + marks[i];
    if (bytes[marks[i]] != '\n') {
      set_cell(*event++, {begin, at}, column, flags);
      ++column;
      flags = row_flags;
    } else {
      const uint64_t end = without_return(window, begin, at);
      if (row_has_bytes({begin, end}, column, flags)) {
        set_cell(*event++, {begin, end}, column, flags | kEventRowEnd);
        row_flags = 0;
      }
      column = 0;
      flags = kEventRowBegin | row_flags;
    }
    begin = at + 1;
  }
  events.resize(static_cast<size_t>(event - events.data()));
  begin_ = begin;
  column_ = column;
  flags_ = static_cast<uint8_t>(flags);
  row_flags_ = static_cast<uint8_t>(row_flags);
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
  uint64_t delimiters[mask_words(kBlock)], newlines[mask_words(kBlock)], quotes[mask_words(kBlock)];
  uint64_t* const masks[] = {delimiters, newlines, quotes};
  for (uint64_t at = from; at < end; at += kBlock) {
    const std::string_view block = window.view(at, std::min<uint64_t>(end, at + kBlock));
    byte_masks(block, sets, 3, masks);
    const size_t words = mask_words(block.size());
    const bool quoted = std::any_of(quotes, quotes + words, [](uint64_t word) { return word != 0; });
    if (mode_ == Mode::plain && !quoted) {
      read_plain(window, at, delimiters, newlines, words, events);
    } else {
      for (size_t i = 0; i < words; ++i)
        read_mixed(window, {at + i * 64, delimiters[i], newlines[i], quotes[i]}, events);
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
