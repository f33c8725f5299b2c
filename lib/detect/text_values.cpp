// See text_values.h.
#include "detect/text_values.h"

#include <string_view>

#include "base/ascii.h"
#include "base/signs.h"
#include "detect/enclosed_label.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestValue = 160;  // bytes

// name => value, of PHP and Ruby.
bool is_arrow_head(const Window& window, uint64_t at) {
  return window.at(at) == '>' && at != 0 && window.at(at - 1) == '=';
}

// Bytes that end a value in text; so do the signs of Chinese sentences.
bool ends_value(const Window& window, uint64_t at) {
  const char c = window.at(at);
  if (static_cast<unsigned char>(c) <= ' ') return true;
  if (std::string_view(",;\"'()[]{}<>&|").find(c) != std::string_view::npos) return true;
  if (c != '\xE3' && c != '\xEF') return false;
  const std::string_view sign = window.view(at, at + 3);
  for (const std::string_view end : {"，", "。", "；", "、", "）", "】", "！", "？", "：", "（", "【", "》", "」"})
    if (sign == end) return true;
  return false;
}

// A check character in brackets, right behind digits: 5686611(1). Bytes of it, 0 if there is none.
uint64_t bracketed_check(const Window& window, uint64_t at) {
  const bool there = window.at(at) == '(' && at > 0 && is_digit(window.at(at - 1)) && is_alnum(window.at(at + 1)) &&
                     window.at(at + 2) == ')' && !is_alnum(window.at(at + 3));
  return there ? 3 : 0;
}

}  // namespace

Span value_behind(const Window& window, uint64_t at, const Value& around) {
  for (int skipped = 0; skipped < 3 && at < around.end; ++skipped, ++at) {
    const char c = window.at(at);
    if (c != ' ' && !is_quote(c) && c != '=' && c != ':' && !is_arrow_head(window, at)) break;
  }
  const char first = window.at(at);  // u'高血压' of Python 2, b'…'
  if ((first == 'u' || first == 'b') && window.at(at + 1) == '\'' && at + 2 < around.end) at += 2;
  const std::string_view closing = at < around.end ? quote_closing(window, at) : std::string_view();
  if (!closing.empty()) at += closing.size();
  uint64_t end = at;
  while (end < around.end && end - at < kLongestValue && !ends_value(window, end)) {
    if (!closing.empty() && window.view(end, end + closing.size()) == closing) break;
    ++end;
  }
  if (end > at) end += bracketed_check(window, end);
  while (end > at && (window.at(end - 1) == '.' || window.at(end - 1) == '!')) --end;
  return {at, end};
}

namespace {

// Whether text goes on behind the blank at `at`: before another name of a value it does not (a=1 b=2).
bool goes_on_behind_blank(const Window& window, uint64_t at, uint64_t end) {
  constexpr uint64_t kLongestWordSeen = 40;
  if (at + 1 >= end || static_cast<unsigned char>(window.at(at + 1)) <= ' ') return false;
  for (uint64_t next = at + 1; next < std::min(end, at + kLongestWordSeen); ++next) {
    const char c = window.at(next);
    if (c == ' ' || c == '\n' || c == ',') return true;
    if (c == '=' || c == ':' || c == '[' || c == '{' || window.view(next, next + 3) == kWideColon) return false;
  }
  return true;
}

}  // namespace

uint64_t behind_bracket(const Window& window, uint64_t at) {
  for (const std::string_view bracket : {"(", "[", "（", "【"})
    if (window.view(at, at + bracket.size()) == bracket) return at + bracket.size();
  return at;
}

Span date_before(const Window& window, Span word) {
  constexpr uint64_t kLongestDate = 32, kShortestDate = 6;
  constexpr std::string_view kDay = "日";
  const uint64_t end = word.begin + (window.view(word).starts_with(kDay) ? kDay.size() : 0);
  for (uint64_t at = before(end, kLongestDate); at + kShortestDate <= end; ++at) {
    if (!is_digit(window.at(at)) || (at != 0 && is_digit(window.at(at - 1)))) continue;
    if (field_prefix(FieldClass::date, window.view(at, end)) == end - at) return {at, end};
  }
  return {};
}

Span field_behind(const Window& window, uint64_t at, const Value& around, FieldClass wanted) {
  if (in_brackets(wanted)) at = behind_bracket(window, at);
  Span value = value_behind(window, at, around);
  if (!runs_on(wanted)) return value;
  const uint64_t limit = std::min(around.end, value.begin + kLongestField);
  if (const size_t length = field_prefix(wanted, window.view(value.begin, limit)); length != 0)
    return {value.begin, value.begin + length};
  while (value.end < limit && window.at(value.end) == ' ' && goes_on_behind_blank(window, value.end, limit)) {
    const Span more = value_behind(window, value.end, {value.end, limit, Label::none, false, false});
    if (more.size() == 0 || more.end <= value.end) break;
    value.end = more.end;
  }
  return value;
}

}  // namespace pidun
