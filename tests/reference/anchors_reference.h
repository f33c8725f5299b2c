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

// A row of 11 to 19 single digits, parted by one and the same sign.
inline bool begins_row(std::string_view text, size_t at) {
  if (at + 1 >= text.size() || std::string_view(" -./").find(text[at + 1]) == std::string_view::npos) return false;
  const auto single = [&](size_t i) { return digits_from(text, i) == 1 && (i == 0 || !digit_at(text, i - 1)); };
  const char sign = text[at + 1];
  if (at >= 2 && text[at - 1] == sign && digit_at(text, at - 2)) return false;  // goes on before
  size_t count = 0, i = at;
  for (; single(i); i += 2) {
    ++count;
    if (i + 1 >= text.size() || text[i + 1] != sign || !digit_at(text, i + 2)) return count >= 11 && count <= 19;
  }
  return false;
}

// Anchors that begin in [begin, end) of a text whose first byte is the input's first.
inline Anchors find_anchors(std::string_view text, size_t begin, size_t end) {
  Anchors anchors;
  for (size_t at = begin; at < end && at < text.size(); ++at) {
    if (text[at] == '@') anchors.ats.push_back(at);
    if (!digit_at(text, at) || (at > 0 && digit_at(text, at - 1))) continue;
    const auto anchor_of = [&](size_t length, bool grouped) {
      NumberAnchor anchor{at, static_cast<uint32_t>(length), grouped};
      if (at > 0) anchor.before = text[at - 1];
      if (at + length < text.size()) anchor.behind = text[at + length];
      for (size_t by = 1; by <= 3 && by <= at; ++by)
        anchor.behind_hanzi |= static_cast<unsigned char>(text[at - by]) >= 0x80;
      return anchor;
    };
    if (begins_row(text, at)) anchors.numbers.push_back(anchor_of(1, true));
    const size_t length = digits_from(text, at);
    const size_t behind = at + length;
    const char sign = behind < text.size() ? text[behind] : '\0';
    const size_t least = sign == ' ' || sign == '-' ? 3 : sign == '.' || sign == '/' ? 4 : SIZE_MAX;
    const bool grouped = length >= 3 && digits_from(text, behind + 1) >= least;
    if (length > 24 || (length < 7 && !grouped)) continue;
    anchors.numbers.push_back(anchor_of(length, grouped));
  }
  return anchors;
}

}  // namespace pidun::reference
