// See masked_text.h.
#include "detect/masked_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "match/odd_places.h"

namespace pidun {
namespace {

constexpr uint64_t kWide = 3;              // bytes
constexpr size_t kFewestLetters = 3;       // that mask together
constexpr std::string_view kCourt = "某";  // masks names, not numbers

bool is_letter_mask(char c) { return c == 'x' || c == 'X'; }

// Beside digits and letters.
size_t number_mask_at(const Window& window, uint64_t at) {
  const size_t bytes = mask_at(window, at);
  return bytes == kWide && window.view(at, at + kWide) == kCourt ? 0 : bytes;
}
size_t number_mask_before(const Window& window, uint64_t end) {
  const size_t bytes = mask_before(window, end);
  return bytes == kWide && window.view(end - kWide, end) == kCourt ? 0 : bytes;
}

// All letters, digits and masks around `place`; empty if it is longer than any value.
Span touching(const Window& window, uint64_t place) {
  Span span{place, place};
  size_t characters = 0;
  while (characters <= MaskedText::kMost && span.begin > 0) {
    const size_t bytes = is_alnum(window.at(span.begin - 1)) ? 1 : number_mask_before(window, span.begin);
    if (bytes == 0) break;
    span.begin -= bytes;
    ++characters;
  }
  while (characters <= MaskedText::kMost) {
    const size_t bytes = is_alnum(window.at(span.end)) ? 1 : number_mask_at(window, span.end);
    if (bytes == 0) break;
    span.end += bytes;
    ++characters;
  }
  return characters > MaskedText::kMost ? Span{place, place} : span;
}

// Digits and masks; an X may stand last.
bool is_group(const Window& window, Span span, char letter) {
  for (uint64_t at = span.begin; at < span.end; ++at) {
    const char c = window.at(at);
    if (is_letter(c) && c != letter && !(is_letter_mask(c) && at > span.begin && at + 1 == span.end)) return false;
  }
  return span.size() != 0;
}

}  // namespace

size_t mask_at(const Window& window, uint64_t at, char letter) {
  const char c = window.at(at);
  if (c == '*' || c == '#' || (letter != '\0' && c == letter)) return 1;
  return static_cast<unsigned char>(c) >= 0xE2 ? wide_mask(window.view(at, at + kWide)) : 0;
}

size_t mask_before(const Window& window, uint64_t end, char letter) {
  if (end == 0) return 0;
  const char c = window.at(end - 1);
  if (c == '*' || c == '#' || (letter != '\0' && c == letter)) return 1;
  return is_continuation(c) && end >= kWide ? wide_mask(window.view(end - kWide, end)) : 0;
}

VisibleEnds visible_ends(std::string_view text) {
  VisibleEnds ends;
  while (ends.first < text.size() && text[ends.first] != kMask) ++ends.first;
  while (ends.last < text.size() - ends.first && text[text.size() - 1 - ends.last] != kMask) ++ends.last;
  ends.masks = static_cast<size_t>(std::count(text.begin(), text.end(), kMask));
  ends.shown = text.size() - ends.masks;
  return ends;
}

// Adds one more group, in order. False if there is no room for it.
bool MaskedText::add(const Window& window, Span span, char letter) {
  if (groups_ == kMostGroups) return false;
  const size_t first = count_;
  group_at_[groups_++] = first;
  for (uint64_t at = span.begin; at < span.end;) {
    if (count_ == kMost) return false;
    const char c = window.at(at);
    const size_t bytes = is_alnum(c) ? 1 : number_mask_at(window, at);
    if (bytes == 0) return false;
    text_[count_] = is_alnum(c) ? c : kMask;
    at_[count_] = at;
    at += bytes;
    behind_[count_++] = at;
  }
  if (letter == '\0') return true;
  for (size_t begin = first; begin < count_;) {
    size_t end = begin;
    while (end < count_ && text_[end] == letter) ++end;
    if (end - begin >= kFewestLetters)
      std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
                kMask);
    begin = std::max(end, begin + 1);
  }
  return true;
}

bool MaskedText::read(const Window& window, uint64_t place) {
  count_ = groups_ = 0;
  const char letter = is_letter_mask(window.at(place)) ? window.at(place) : '\0';
  const Span span = touching(window, place);
  return span.size() != 0 && add(window, span, letter);
}

bool MaskedText::read_groups(const Window& window, uint64_t place) {
  count_ = groups_ = 0;
  const char letter = is_letter_mask(window.at(place)) ? window.at(place) : '\0';
  constexpr size_t kSide = 5;  // groups on either side of the first
  std::array<Span, 2 * kSide + 1> spans{};
  size_t first = kSide, behind = kSide + 1;
  spans[kSide] = touching(window, place);
  if (!is_group(window, spans[kSide], letter)) return false;
  const char after = window.at(spans[kSide].end);
  const char ahead = spans[kSide].begin > 0 ? window.at(spans[kSide].begin - 1) : '\0';
  const char joint = after == ' ' || after == '-' ? after : ahead;
  if (joint != ' ' && joint != '-') return false;
  while (first > 0 && spans[first].begin >= 2 && window.at(spans[first].begin - 1) == joint) {
    const uint64_t end = spans[first].begin - 1;
    Span span = touching(window, end);
    span.end = end;
    if (!is_group(window, span, letter)) break;
    spans[--first] = span;
  }
  while (behind < spans.size() && window.at(spans[behind - 1].end) == joint) {
    const uint64_t begin = spans[behind - 1].end + 1;
    Span span = touching(window, begin);
    span.begin = begin;
    if (!is_group(window, span, letter)) break;
    spans[behind++] = span;
  }
  if (behind - first < 2 || behind - first > kMostGroups) return false;
  for (size_t i = first; i < behind; ++i)
    if (!add(window, spans[i], letter)) return false;
  return true;
}

size_t MaskedText::group_length(size_t group) const { return group_end(group) - group_at_[group]; }

MaskedText MaskedText::part(size_t first, size_t behind) const {
  MaskedText part;
  const size_t begin = group_at_[first], end = group_end(behind - 1);
  part.count_ = end - begin;
  part.groups_ = behind - first;
  for (size_t i = 0; i < part.groups_; ++i) part.group_at_[i] = group_at_[first + i] - begin;
  for (size_t i = 0; i < part.count_; ++i) {
    part.text_[i] = text_[begin + i];
    part.at_[i] = at_[begin + i];
    part.behind_[i] = behind_[begin + i];
  }
  return part;
}

MaskedText MaskedText::without(size_t count) const {
  MaskedText rest;
  rest.count_ = count_ - count;
  rest.groups_ = 1;
  for (size_t i = 0; i < rest.count_; ++i) {
    rest.text_[i] = text_[count + i];
    rest.at_[i] = at_[count + i];
    rest.behind_[i] = behind_[count + i];
  }
  return rest;
}

}  // namespace pidun
