// See apart.h.
#include "detect/apart.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint32_t kMobile = 11, kLongId = 18, kCard = 16, kLongCard = 19;
constexpr uint64_t kEmoji = 4;  // bytes

// Appends digits; false if there is no room. Groups of any length are allowed then.
bool append(const Window& window, uint64_t at, uint32_t count, Number& number) {
  if (count == 0 || number.count + count > kLongestRun) return false;
  window.view(at, at + count).copy(number.joined.data() + number.count, count);
  number.count += count;
  number.groups = 2;
  number.apart = true;
  return true;
}

bool is_year(std::string_view four) { return four.substr(0, 2) == "19" || four.substr(0, 2) == "20"; }

// Four digits, a sign or none, four digits: the rest of a mobile number. Returns its end, 0 if it is none.
uint64_t append_rest(const Window& window, uint64_t at, Number& number, char& sign) {
  sign = '\0';
  uint64_t second = at + 4;
  if (digits_from(window, at) != 8) {
    if (digits_from(window, at) != 4) return 0;
    sign = window.at(second);
    if (sign != ' ' && sign != '-' && sign != '.' && sign != '/') return 0;
    ++second;
    if (digits_from(window, second) != 4) return 0;
  }
  return append(window, at, 4, number) && append(window, second, 4, number) ? second + 4 : 0;
}

// More groups of the same kind follow.
bool goes_on(const Window& window, uint64_t end, char sign) {
  return sign != '\0' && window.at(end) == sign && is_alnum(window.at(end + 1));
}

// More groups of the same kind stand before.
bool went_on(const Window& window, uint64_t begin, char sign) {
  return begin >= 2 && window.at(begin - 1) == sign && (sign == ' ' ? is_digit : is_alnum)(window.at(begin - 2));
}

// Groups that dots or slashes join: those that people write.
Apart read_dotted(const Window& window, const NumberAnchor& anchor, char sign) {
  const uint64_t begin = anchor.begin;
  if (begin > 0 && window.at(begin - 1) == sign) return {};
  std::array<uint32_t, 6> lengths{};
  Apart apart;
  size_t groups = 0;
  for (uint64_t at = begin; groups < lengths.size(); ++groups) {
    const uint32_t count = lengths[groups] = digits_from(window, at);
    if (!append(window, at, count, apart.number)) return {};
    at += count;
    apart.number.span = {begin, at};
    if (window.at(at) != sign || !is_digit(window.at(at + 1))) break;
    ++at;
  }
  if (goes_on(window, apart.number.span.end, sign)) return {};
  const auto& g = lengths;
  const bool mobile = groups == 2 && g[0] == 3 && g[1] == 4 && g[2] == 4;
  const bool id = groups == 2 && g[0] == 6 && g[1] == 8 && (g[2] == 4 || g[2] == 3);
  const bool card = (groups == 3 || groups == 4) && g[0] == 4 && g[1] == 4 && g[2] == 4 &&
                    (groups == 3 ? g[3] == 4 : g[3] == 4 && g[4] <= 3);
  if (!mobile && !id && !card) return {};
  apart.needs_label = card && sign == '/';
  return apart;
}

// 138-0013 8000: two signs.
Apart read_mixed(const Window& window, const NumberAnchor& anchor, char first) {
  Apart apart;
  char second = '\0';
  if (anchor.length != 3 || !append(window, anchor.begin, 3, apart.number)) return {};
  const uint64_t end = append_rest(window, anchor.begin + 4, apart.number, second);
  if (end == 0 || second == first || goes_on(window, end, first) || goes_on(window, end, second)) return {};
  if (went_on(window, anchor.begin, first)) return {};
  apart.number.span = {anchor.begin, end};
  apart.needs_label = first != '-' || second != ' ';  // 150 2000-3000 is a count and a range
  return apart;
}

Apart read_single_digits(const Window& window, const NumberAnchor& anchor) {
  const char sign = window.at(anchor.begin + 1);
  Apart apart;
  uint64_t at = anchor.begin;
  for (; append(window, at, 1, apart.number); at += 2)
    if (window.at(at + 1) != sign || !is_digit(window.at(at + 2))) break;
  // A check character stands apart like the digits; Number knows it only where it touches them.
  apart.number.span = {anchor.begin, at + 1};
  apart.needs_label = apart.number.count != kLongId;  // rows of small numbers
  return apart;
}

// Bytes of the emoji, or of the rest of a keycap, at `at`.
uint64_t joint_at(const Window& window, uint64_t at) {
  constexpr std::string_view kVariant = "\xEF\xB8\x8F", kKeycap = "\xE2\x83\xA3", kEmojiLead = "\xF0\x9F";
  uint64_t end = at;
  for (int i = 0; i < 3; ++i) {
    if (window.view(end, end + kVariant.size()) == kVariant || window.view(end, end + kKeycap.size()) == kKeycap) {
      end += kKeycap.size();
    } else if (window.view(end, end + kEmojiLead.size()) == kEmojiLead && is_continuation(window.at(end + 3))) {
      end += kEmoji;
    } else {
      break;
    }
  }
  return end - at;
}

// Whether a joint ends before `end`.
bool joint_before(const Window& window, uint64_t end) {
  for (const uint64_t by : {3u, 4u, 6u, 7u, 8u, 9u, 10u, 11u, 12u})
    if (by <= end && joint_at(window, end - by) >= by && by + 1 <= end && is_digit(window.at(end - by - 1)))
      return true;
  return false;
}

// Mobile numbers, IDs, cards; digits in small numbers between emoji are counts.
bool emoji_may_part(const Window& window, const Number& number) {
  const char behind = to_lower(window.at(number.span.end));
  return number.count == kMobile || number.count == kLongId || number.count == kCard || number.count == kLongCard ||
         (number.count == kLongId - 1 && behind == 'x');
}

}  // namespace

Apart read_apart_groups(const Window& window, const NumberAnchor& anchor) {
  if (anchor.length == 1) return read_single_digits(window, anchor);
  const char sign = window.at(anchor.begin + anchor.length);
  if (sign == '.' || sign == '/') {
    if (const Apart dotted = read_dotted(window, anchor, sign); dotted.number.count != 0) return dotted;
  }
  return read_mixed(window, anchor, sign);
}

Apart read_apart_brackets(const Window& window, const NumberAnchor& anchor) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  uint64_t end = anchor.begin;
  if (end > 0 && window.at(end - 1) == ' ') --end;
  const bool wide = end >= 3 && window.view(end - 3, end) == kClose;
  if (!wide && (end == 0 || window.at(end - 1) != ')')) return {};
  const uint64_t bracket = wide ? kOpen.size() : 1, close = end - bracket;
  if (close < 3 + bracket || digits_from(window, close - 3) != 3) return {};
  const uint64_t begin = close - 3 - bracket;
  if (wide ? window.view(begin, begin + bracket) != kOpen : window.at(begin) != '(') return {};
  if (begin > 0 && is_alnum(window.at(begin - 1))) return {};  // a volume before its number: 31(138)2000-2001
  Apart apart;
  char sign = '\0';
  if (!append(window, close - 3, 3, apart.number)) return {};
  const uint64_t behind = append_rest(window, anchor.begin, apart.number, sign);
  if (behind == 0 || goes_on(window, behind, sign)) return {};
  const std::string_view digits{apart.number.joined.data(), apart.number.count};
  apart.needs_label = is_year(digits.substr(3, 4)) && is_year(digits.substr(7, 4));
  apart.number.span = {begin, behind};
  return apart;
}

Apart read_apart_emoji(const Window& window, uint64_t place) {
  uint64_t begin = place;
  while (begin > 0 && place - begin <= kMobile && is_digit(window.at(begin - 1))) --begin;
  if (begin == place || place - begin > kMobile || joint_before(window, begin)) return {};
  Apart apart;
  for (uint64_t at = begin;;) {
    const uint32_t count = digits_from(window, at);
    if (!append(window, at, count, apart.number)) return {};
    at += count;
    const uint64_t joint = joint_at(window, at);
    const bool keycap = joint != 0 && window.at(at) != '\xF0';
    apart.number.span = {begin, keycap ? at + joint : at};
    if (joint == 0 || !is_digit(window.at(at + joint))) break;
    at += joint;
  }
  return emoji_may_part(window, apart.number) ? apart : Apart{};
}

Apart read_wrapped(const Window& window, const NumberAnchor& anchor, Span value) {
  uint64_t first = anchor.begin, break_at = anchor.begin + anchor.length;
  const auto break_bytes = [&](uint64_t at) -> uint64_t {
    return window.at(at) == '\n' ? 1 : window.at(at) == '\r' && window.at(at + 1) == '\n' ? 2 : 0;
  };
  uint64_t bytes = break_bytes(break_at);
  if (bytes == 0 || !is_digit(window.at(break_at + bytes))) {
    if (first < 2 || window.at(first - 1) != '\n') return {};
    break_at = first - (window.at(first - 2) == '\r' ? 2 : 1);
    bytes = anchor.begin - break_at;
    uint64_t begin = break_at;
    while (begin > 0 && break_at - begin < kShortestRun && is_digit(window.at(begin - 1))) --begin;
    if (begin == break_at || break_at - begin >= kShortestRun) return {};  // else the first half is an anchor
    first = begin;
  }
  Apart apart;
  const auto before = static_cast<uint32_t>(break_at - first), behind = digits_from(window, break_at + bytes);
  if (!append(window, first, before, apart.number) || !append(window, break_at + bytes, behind, apart.number))
    return {};
  apart.number.span = {first, break_at + bytes + behind};
  if (first < value.begin || apart.number.span.end > value.end) return {};
  return apart;
}

}  // namespace pidun
