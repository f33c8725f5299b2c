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

// A block as masks, with what stands before each word: characters, and of these those of four bytes.
class BlockUnits {
 public:
  explicit BlockUnits(std::string_view bytes) : words_(mask_words(bytes.size())) {
    constexpr ByteRange kSets[] = {one_byte('\n'), {0x80, 0x3F}, {0xF0, 0x0F}};
    uint64_t* const masks[] = {newlines_, continued_, four_};
    byte_masks(bytes, kSets, 3, masks);
    uint32_t points = 0, fours = 0;
    for (size_t i = 0; i < words_; ++i) {
      points_before_[i] = points;
      fours_before_[i] = fours;
      points += 64 - static_cast<uint32_t>(std::popcount(continued_[i]));
      fours += static_cast<uint32_t>(std::popcount(four_[i]));
    }
    all_ = {points - (64 * words_ - bytes.size()), fours};
  }
  struct Count {
    uint64_t points, fours;
  };
  // In front of byte `at`, which is one of the block.
  Count before(size_t at) const {
    const size_t word = at / 64;
    const uint64_t below = ~(~uint64_t{0} << (at % 64));
    return {points_before_[word] + static_cast<uint64_t>(std::popcount(~continued_[word] & below)),
            fours_before_[word] + static_cast<uint64_t>(std::popcount(four_[word] & below))};
  }
  Count all() const { return all_; }

  // The places of the newlines, one after another; kNone behind the last.
  static constexpr size_t kNone = SIZE_MAX;
  size_t next_newline() {
    while (left_ == 0) {
      if (next_ == words_) return kNone;
      left_ = newlines_[next_++];
    }
    const size_t at = (next_ - 1) * 64 + static_cast<size_t>(std::countr_zero(left_));
    left_ &= left_ - 1;
    return at;
  }

 private:
  uint64_t newlines_[mask_words(kBlock)], continued_[mask_words(kBlock)], four_[mask_words(kBlock)];
  uint32_t points_before_[mask_words(kBlock)], fours_before_[mask_words(kBlock)];
  size_t words_, next_ = 0;
  uint64_t left_ = 0;  // newlines of the word before next_
  Count all_;
};

}  // namespace

// Moves to `end`, at most one block away, and takes the offsets before it from the two lists. What stood in the line
// before the block is as if it stood in front of it: counts may be below zero, and wrap.
void LineCounter::locate_in(const Window& window, uint64_t end, std::span<const uint64_t>& offsets,
                            std::span<Position>& out) {
  const uint64_t begin = at_;
  BlockUnits units(window.view(begin, end));
  uint64_t lines = lines_, line_begin = line_begin_;
  BlockUnits::Count start{0 - units_.points, units_.points - units_.utf16};  // of the line
  size_t newline = units.next_newline();
  const auto pass_newlines = [&](size_t limit) {
    while (newline < limit) {
      ++lines;
      line_begin = begin + newline + 1;
      start = units.before(newline);
      ++start.points;
      newline = units.next_newline();
    }
  };
  const uint64_t *next = offsets.data(), *const last = next + offsets.size();
  for (Position* to = out.data(); next != last && *next < end; ++next, ++to) {
    const auto at = static_cast<size_t>(*next - begin);
    pass_newlines(at);
    const BlockUnits::Count before = units.before(at);
    const uint64_t points = before.points - start.points;
    *to = {lines, *next - line_begin, {points, points + before.fours - start.fours}};
  }
  pass_newlines(static_cast<size_t>(end - begin));
  const auto taken = static_cast<size_t>(next - offsets.data());
  offsets = offsets.subspan(taken);
  out = out.subspan(taken);
  lines_ = lines;
  line_begin_ = line_begin;
  units_.points = units.all().points - start.points;
  units_.utf16 = units_.points + units.all().fours - start.fours;
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
