#include "text/positions.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/ascii.h"
#include "base/byte_masks.h"

namespace pidun {
namespace {

constexpr size_t kBlock = 4096;  // masks of one block stay in the first-level cache

}  // namespace

Units count_units(std::string_view text) {
  Units units;
  // Eight bytes at a time. Continuation bytes are 10xxxxxx, leads of four-byte sequences 1111xxxx.
  constexpr uint64_t kOnes = 0x0101010101010101;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    uint64_t word = 0;
    memcpy(&word, text.data(), sizeof(word));
    units.points += 8;
    if ((word & (kOnes << 7)) == 0) continue;
    const uint64_t continued = (word >> 7) & ~(word >> 6) & kOnes;
    const uint64_t four = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & kOnes;
    units.points -= (continued * kOnes) >> 56;
    units.utf16 += (four * kOnes) >> 56;
  }
  for (const char c : text) {
    units.points += is_continuation(c) ? 0u : 1u;
    units.utf16 += static_cast<unsigned char>(c) >= 0xF0 ? 1u : 0u;
  }
  units.utf16 += units.points;
  return units;
}

namespace {

// 64 bytes of the input as masks; `at` is the offset of bit 0. `lead` are the bytes that continue no sequence, `four`
// those that lead one of four.
struct Word {
  uint64_t at, newline, lead, four;
};

// Where a place is, counted on over words. By value, so that the loop holds it in registers.
struct Running {
  uint64_t lines, line_begin, points, utf16;

  // Counts the bytes of `word` whose bits are set: the first ones.
  void pass(const Word& word, uint64_t bits) {
    if (const uint64_t newlines = word.newline & bits; newlines != 0) {
      const int last = 63 - std::countl_zero(newlines);
      lines += static_cast<uint64_t>(std::popcount(newlines));
      line_begin = word.at + static_cast<uint64_t>(last) + 1;
      points = utf16 = 0;
      bits &= ~((uint64_t{2} << last) - 1);
    }
    const auto more = static_cast<uint64_t>(std::popcount(word.lead & bits));
    points += more;
    utf16 += more + static_cast<uint64_t>(std::popcount(word.four & bits));
  }
  // Where `offset` is, which lies in `word`, before which all was counted.
  Position at(const Word& word, uint64_t offset) const {
    Running there = *this;
    there.pass(word, (uint64_t{1} << (offset - word.at)) - 1);
    return {there.lines, offset - there.line_begin, {there.points, there.utf16}};
  }
};

}  // namespace

// Moves to `end`, at most one block away, and takes the offsets before it from the two lists.
void LineCounter::locate_in(const Window& window, uint64_t end, std::span<const uint64_t>& offsets,
                            std::span<Position>& out) {
  constexpr ByteRange kSets[] = {one_byte('\n'), {0x80, 0x3F}, {0xF0, 0x0F}};
  uint64_t sets[3][mask_words(kBlock)];
  uint64_t* const masks[] = {sets[0], sets[1], sets[2]};
  const std::string_view bytes = window.view(at_, end);
  byte_masks(bytes, kSets, 3, masks);
  Running running{lines_, line_begin_, units_.points, units_.utf16};
  const uint64_t* next = offsets.data();
  const uint64_t* const last = next + offsets.size();
  Position* to = out.data();
  for (size_t i = 0; i < mask_words(bytes.size()); ++i) {
    const Word word{at_ + i * 64, sets[0][i], ~sets[1][i], sets[2][i]};
    const uint64_t word_end = std::min(word.at + 64, end);
    for (; next != last && *next < word_end; ++next, ++to) *to = running.at(word, *next);
    running.pass(word, ~uint64_t{0} >> (64 - (word_end - word.at)));
  }
  const auto taken = static_cast<size_t>(next - offsets.data());
  offsets = offsets.subspan(taken);
  out = out.subspan(taken);
  lines_ = running.lines;
  line_begin_ = running.line_begin;
  units_ = {running.points, running.utf16};
  at_ = end;
}

// Moves over a stretch that no position is asked of: only its last line needs its units.
void LineCounter::skip(const Window& window, uint64_t end) {
  std::string_view passed = window.view(at_, end);
  if (const void* last = memrchr(passed.data(), '\n', passed.size()); last != nullptr) {
    const auto behind = static_cast<size_t>(static_cast<const char*>(last) - passed.data()) + 1;
    lines_ += count_byte(passed.substr(0, behind), '\n');
    line_begin_ = at_ + behind;
    units_ = {};
    passed.remove_prefix(behind);
  }
  const Units more = count_units(passed);
  units_.points += more.points;
  units_.utf16 += more.utf16;
  at_ = end;
}

void LineCounter::locate(const Window& window, std::span<const uint64_t> offsets, std::span<Position> out,
                         uint64_t end) {
  while (at_ < end) {
    const uint64_t next = offsets.empty() ? end : std::min(end, offsets.front());
    if (next - at_ >= kBlock || (offsets.empty() && next > at_)) {
      skip(window, next);
    } else {
      locate_in(window, std::min(end, at_ + kBlock), offsets, out);
    }
  }
  for (Position& last : out) last = position();  // those at the end itself
}

void LineCounter::append(const LineCounter& next) {
  at_ = next.at_;
  lines_ += next.lines_;
  if (next.lines_ > 0) {
    line_begin_ = next.line_begin_;
    units_ = {};
  }
  units_.points += next.units_.points;
  units_.utf16 += next.units_.utf16;
}

}  // namespace pidun
