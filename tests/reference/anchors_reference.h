// The anchors of a text, found byte by byte: the oracle of tests/unit/match/numbers_test.cpp. Written from the promise
// in match/numbers.h alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "match/numbers.h"

namespace pidun::reference {

inline bool digit_at(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

inline size_t digits_from(std::string_view text, size_t at) {
  size_t count = 0;
  while (digit_at(text, at + count)) ++count;
  return count;
}

// Anchors that begin in [begin, end) of a text whose first byte is the input's first.
inline Anchors find_anchors(std::string_view text, size_t begin, size_t end) {
  Anchors anchors;
  for (size_t at = begin; at < end && at < text.size(); ++at) {
    if (text[at] == '@') anchors.ats.push_back(at);
    if (!digit_at(text, at) || (at > 0 && digit_at(text, at - 1))) continue;
    const size_t length = digits_from(text, at);
    const size_t behind = at + length;
    const bool separated = behind < text.size() && (text[behind] == ' ' || text[behind] == '-');
    const bool grouped = length >= 3 && separated && digits_from(text, behind + 1) >= 3;
    if (length > 24 || (length < 7 && !grouped)) continue;
    NumberAnchor anchor{at, static_cast<uint32_t>(length), grouped};
    if (at > 0) anchor.before = text[at - 1];
    if (behind < text.size()) anchor.behind = text[behind];
    for (size_t by = 1; by <= 3 && by <= at; ++by)
      anchor.behind_hanzi |= static_cast<unsigned char>(text[at - by]) >= 0x80;
    anchors.numbers.push_back(anchor);
  }
  return anchors;
}

}  // namespace pidun::reference
