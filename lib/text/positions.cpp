#include "text/positions.h"

#include <cstring>

#include "base/ascii.h"
#include "base/byte_masks.h"

namespace pidun {
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

void LineCounter::advance(const Window& window, uint64_t offset) {
  std::string_view passed = window.view(at_, offset);
  if (passed.empty()) return;
  if (const void* last = memrchr(passed.data(), '\n', passed.size()); last != nullptr) {
    const auto behind = static_cast<size_t>(static_cast<const char*>(last) - passed.data()) + 1;
    // Most often the last newline passed is the only one.
    const bool only = memchr(passed.data(), '\n', behind) == last;
    lines_ += only ? 1 : count_byte(passed.substr(0, behind), '\n');
    line_begin_ = at_ + behind;
    units_ = {};
    passed.remove_prefix(behind);
  }
  const Units more = count_units(passed);
  units_.points += more.points;
  units_.utf16 += more.utf16;
  at_ = offset;
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
