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

uint64_t count_bits(uint64_t bits) { return static_cast<uint64_t>(std::popcount(bits)); }

// 64 bytes as masks, and where their first byte stands. `leads` are the bytes that continue no sequence, `fours` those
// that lead one of four; the counts are of the bytes since line_begin.
struct CountedWord {
  uint64_t newlines, leads, fours;
  uint64_t lines, line_begin, points, pairs;
};

// Where the byte `count` bytes behind `begin`, the first of `word`, stands. Without a branch: whether a line begins in
// a word is a coin toss.
CountedWord pass(const CountedWord& word, uint64_t begin, uint64_t count) {
  const uint64_t before = count < 64 ? (uint64_t{1} << count) - 1 : ~uint64_t{0};
  const uint64_t newlines = word.newlines & before;
  const bool any = newlines != 0;
  const auto last = static_cast<uint64_t>(63 - std::countl_zero(newlines | 1));
  const uint64_t since = any ? before & ~((uint64_t{2} << last) - 1) : before;
  CountedWord next = word;
  next.lines = word.lines + count_bits(newlines);
  next.line_begin = any ? begin + last + 1 : word.line_begin;
  next.points = (any ? 0 : word.points) + count_bits(word.leads & since);
  next.pairs = (any ? 0 : word.pairs) + count_bits(word.fours & since);
  return next;
}

}  // namespace

// Moves to `end`, at most one block away, and takes the offsets before it from the two lists.
void LineCounter::locate_in(const Window& window, uint64_t end, std::span<const uint64_t>& offsets,
                            std::span<Position>& out) {
  constexpr ByteRange kSets[] = {one_byte('\n'), {0x80, 0x3F}, {0xF0, 0x0F}};
  uint64_t sets[3][mask_words(kBlock)];
  uint64_t* const masks[] = {sets[0], sets[1], sets[2]};
  const std::string_view bytes = window.view(at_, end);
  byte_masks(bytes, kSets, 3, masks);
  CountedWord words[mask_words(kBlock)];
  CountedWord here{0, 0, 0, lines_, line_begin_, units_.points, units_.utf16 - units_.points};
  for (size_t i = 0; i < mask_words(bytes.size()); ++i) {
    here.newlines = sets[0][i];
    here.leads = ~sets[1][i];
    here.fours = sets[2][i];
    words[i] = here;
    here = pass(here, at_ + i * 64, bytes.size() - i * 64);
  }
  size_t taken = 0;
  for (; taken < offsets.size() && offsets[taken] < end; ++taken) {
    const uint64_t from = offsets[taken] - at_;
    const CountedWord place = pass(words[from / 64], at_ + from / 64 * 64, from % 64);
    out[taken] = {place.lines, offsets[taken] - place.line_begin, {place.points, place.points + place.pairs}};
  }
  offsets = offsets.subspan(taken);
  out = out.subspan(taken);
  lines_ = here.lines;
  line_begin_ = here.line_begin;
  units_ = {here.points, here.points + here.pairs};
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
