// See masked.h: what is looked at in which order, and the kinds that are told in a few lines.
#include "detect/masked.h"

#include <algorithm>

#include "base/ascii.h"
#include "detect/lossy.h"
#include "detect/masked_text.h"

namespace pidun {
namespace {

constexpr std::string_view kProvinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
constexpr uint64_t kHanzi = 3;             // bytes
constexpr uint64_t kLongestAddress = 160;  // bytes to either side of a mask

bool is_mask_place(const Window& window, uint64_t place) {
  const char c = window.at(place);
  return c == 'x' || c == 'X' || mask_at(window, place) != 0;
}

// Then the digits are an anchor of their own.
bool follows_long_run(const Window& window, uint64_t at) {
  uint64_t begin = at;
  while (begin > 0 && at - begin < kShortestRun && is_digit(window.at(begin - 1))) --begin;
  return at - begin >= kShortestRun;
}

bool ends_address(const Window& window, uint64_t at) {
  const char c = window.at(at);
  if (static_cast<unsigned char>(c) < ' ' || std::string_view(",;:|\"'<>{}=").find(c) != std::string_view::npos)
    return true;
  if (c != '\xE3' && c != '\xEF') return false;
  for (const std::string_view sign : {"，", "。", "；", "：", "、"})
    if (window.view(at, at + sign.size()) == sign) return true;
  return false;
}

// The stretch around `place` inside `value`, between the signs that end an address in text.
Span address_around(const Window& window, uint64_t place, const Value& value) {
  Span span{place, place};
  const uint64_t first = std::max(value.begin, before(place, kLongestAddress));
  while (span.begin > first) {
    uint64_t at = span.begin - 1;
    while (at > first && is_continuation(window.at(at))) --at;
    if (ends_address(window, at)) break;
    span.begin = at;
  }
  const uint64_t last = std::min(value.end, place + kLongestAddress);
  while (span.end < last && !ends_address(window, span.end)) ++span.end;
  // The longest stretch may end inside a character.
  while (span.begin < place && is_continuation(window.at(span.begin))) ++span.begin;
  while (span.end > place && is_continuation(window.at(span.end))) --span.end;
  if (window.at(span.end) == '=') {  // the name of the next pair of a log line
    const size_t blank = window.view(place, span.end).rfind(' ');
    if (blank != std::string_view::npos) span.end = place + blank;
  }
  while (span.begin < place && window.at(span.begin) == ' ') ++span.begin;
  while (span.end > place && window.at(span.end - 1) == ' ') --span.end;
  return span;
}

// What is looked at first, since comments and emphasis are full of stars: a masked number shows a digit among the
// letters, masks and joints around the place.
bool shows_digit(const Window& window, uint64_t place) {
  constexpr uint64_t kMost = 24;  // bytes to either side
  const auto goes_on = [](char c) {
    return is_alnum(c) || c == '*' || c == '#' || c == ' ' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  for (uint64_t by = 1; by <= kMost && by <= place && goes_on(window.at(place - by)); ++by)
    if (is_digit(window.at(place - by))) return true;
  for (uint64_t by = 0; by <= kMost && goes_on(window.at(place + by)); ++by)
    if (is_digit(window.at(place + by))) return true;
  return false;
}

// And a masked name or address has hanzi near the mask.
bool shows_hanzi(const Window& window, uint64_t place) {
  constexpr uint64_t kMost = 32;  // bytes to either side
  unsigned seen = 0;
  for (const char c : window.view(before(place, kMost), place + kMost)) seen |= static_cast<unsigned char>(c);
  return seen >= 0x80;
}

}  // namespace

void read_masked_plate(Context& context, uint64_t place, Readings& out) {
  const Window& window = context.window();
  MaskedText text;
  if (!text.read(window, place)) return;
  const std::string_view all = text.text();
  uint64_t begin = text.span().begin;
  size_t tail = 1;  // where the characters behind the office's letter begin
  if (begin >= 2 && window.view(begin - 2, begin) == "·" && begin >= 3) {  // 苏D·4***0
    begin -= 3;
    tail = 0;
  }
  if (begin < kHanzi || !is_upper(tail == 0 ? window.at(begin) : all[0])) return;
  const std::string_view province = window.view(begin - kHanzi, begin);
  const size_t known = kProvinces.find(province);
  if (known == std::string_view::npos || known % kHanzi != 0) return;
  const std::string_view behind = all.substr(tail);
  const VisibleEnds ends = visible_ends(behind);
  if ((behind.size() != 5 && behind.size() != 6) || ends.masks < 2 || ends.shown == 0) return;
  if (std::any_of(behind.begin(), behind.end(), is_lower)) return;
  Reading reading{.span = {begin - kHanzi, text.span().end}, .kind = Kind::vehicle_plate, .evidence = {}};
  const Beside beside = context.beside(reading.span);
  add_labels(beside, Label::none, reading.kind, reading.evidence);
  for (const Reason reason : {Reason::form, Reason::masked}) reading.evidence.add(reason);
  reading.evidence.add_if(beside.alone, Reason::alone);
  reading.confidence = reading.evidence.confidence();
  out.push_back(reading);
}

void read_masked_address(Context& context, uint64_t place, Readings& out) {
  const Window& window = context.window();
  const Value value = context.value_at(place);
  Span span = address_around(window, place, value);
  if (!context.named(span, value, Kind::home_address)) {  // 住址 北京市…
    const size_t blank = window.view(span.begin, place).find(' ');
    if (blank == std::string_view::npos) return;
    span.begin += blank + 1;
  }
  size_t hanzi = 0, masks = 0;
  for (uint64_t at = span.begin; at < span.end; ++at) {
    const size_t mask = mask_at(window, at, window.at(place));
    masks += mask != 0 ? 1 : 0;
    if (mask > 1) at += mask - 1;
    if (mask == 0 && static_cast<unsigned char>(window.at(at)) >= 0xE4) ++hanzi;
  }
  if (hanzi < 3 || masks < 2 || !context.named(span, value, Kind::home_address)) return;
  if (!out.empty() && out.back().span == span && out.back().kind == Kind::home_address) return;
  Reading reading{.span = span, .kind = Kind::home_address, .evidence = {}};
  for (const Reason reason : {Reason::form, Reason::masked, Reason::label}) reading.evidence.add(reason);
  reading.confidence = reading.evidence.confidence();
  out.push_back(reading);
}

uint64_t masked_local_begin(const Window& window, uint64_t at) {
  constexpr size_t kMostCharacters = 64;
  uint64_t begin = at, first = at;  // first: the last character before which a letter or digit was seen
  bool masked = false, found = false;
  for (size_t count = 0; count < kMostCharacters && begin > 0; ++count) {
    const char c = window.at(begin - 1);
    const size_t mask = c == '#' ? 0 : mask_before(window, begin);
    if (mask == 0 && !is_alnum(c) && c != '.' && c != '_' && c != '-') break;
    begin -= mask != 0 ? mask : 1;
    masked |= mask != 0;
    if (mask == 0 && is_alnum(c)) {
      first = begin;
      found = masked;
    }
  }
  const bool goes_on = begin > 0 && (is_alnum(window.at(begin - 1)) || mask_before(window, begin) != 0);
  return found && !goes_on ? first : at;
}

void read_masked(Context& context, const std::vector<uint64_t>& places, bool thorough, Readings& out) {
  const auto earlier = [](const Reading& a, const Reading& b) { return a.span.begin < b.span.begin; };
  uint64_t done = 0;  // end of the last reading
  for (const uint64_t place : places) {
    if (place < done) continue;
    const size_t count = out.size();
    if (context.window().at(place) == 'E' && !follows_long_run(context.window(), place))
      read_exponent(context, place, thorough, out);
    if (!is_mask_place(context.window(), place) || !shows_digit(context.window(), place)) continue;
    read_masked_plate(context, place, out);
    if (out.size() == count) read_masked_number(context, place, thorough, out);
    if (out.size() != count) done = out.back().span.end;
  }
  // Names are told by the values beside them, and numbers in other dress were added before these.
  if (!std::is_sorted(out.begin(), out.end(), earlier)) std::stable_sort(out.begin(), out.end(), earlier);
  Readings words;
  for (const uint64_t place : places) {
    if (!is_mask_place(context.window(), place) || !shows_hanzi(context.window(), place)) continue;
    read_masked_name(context, place, out, words);
    read_masked_address(context, place, words);
  }
  out.insert(out.end(), words.begin(), words.end());
}

}  // namespace pidun
