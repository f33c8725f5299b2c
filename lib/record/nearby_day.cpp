#include "record/nearby_day.h"

#include <algorithm>
#include <chrono>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint64_t kNear = 256;  // bytes
constexpr std::chrono::hours kChina{8};

// As many digits as are asked for, and none behind them; -1 if it is otherwise.
int digits_at(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return at + count < text.size() && is_digit(text[at + count]) ? -1 : value;
}

uint32_t number_of(std::chrono::year_month_day day) {
  return static_cast<uint32_t>(static_cast<int>(day.year())) * 10000 + static_cast<unsigned>(day.month()) * 100 +
         static_cast<unsigned>(day.day());
}

uint32_t day_in_china(std::chrono::sys_seconds time) {
  return number_of(std::chrono::floor<std::chrono::days>(time + kChina));
}

// 2026-01-02, 2026/01/02, 2026-01-02T23:10:00Z
uint32_t written_day(std::string_view text, size_t at) {
  constexpr size_t kYear = 4, kMonth = 5, kDay = 8, kTime = 11, kTimeEnds = 19;
  const int year = digits_at(text, at, kYear), month = digits_at(text, at + kMonth, 2);
  const int day = digits_at(text, at + kDay, 2);
  if (year < 1990 || year > 2100 || month < 0 || day < 0) return 0;
  const char sign = text[at + kYear];
  if ((sign != '-' && sign != '/' && sign != '.') || text[at + kDay - 1] != sign) return 0;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return 0;
  const int hour = digits_at(text, at + kTime, 2);
  const std::string_view rest = at + kTimeEnds < text.size() ? text.substr(at + kTimeEnds) : std::string_view{};
  const size_t zone = rest.find_first_not_of(".0123456789");
  const bool utc = hour >= 0 && zone != std::string_view::npos && rest[zone] == 'Z';
  return utc ? day_in_china(std::chrono::sys_days(date) + std::chrono::hours(hour)) : number_of(date);
}

// Seconds or milliseconds from 2001 to 2100.
uint32_t epoch_day(std::string_view text, size_t at) {
  constexpr size_t kSeconds = 10, kMilliseconds = 13;
  constexpr int64_t kFirst = 978307200, kLast = 4102444800;
  size_t end = at;
  int64_t value = 0;
  while (end < text.size() && is_digit(text[end]) && end - at <= kMilliseconds)
    value = value * 10 + (text[end++] - '0');
  if (end - at == kMilliseconds)
    value /= 1000;
  else if (end - at != kSeconds)
    return 0;
  if (value < kFirst || value > kLast || (end < text.size() && text[end] == '.')) return 0;
  return day_in_china(std::chrono::sys_seconds(std::chrono::seconds(value)));
}

uint32_t first_day(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.'))) continue;
    if (const uint32_t day = written_day(text, i); day != 0) return day;
    if (const uint32_t day = epoch_day(text, i); day != 0) return day;
  }
  return 0;
}

// What a line of a form or of an object says, behind its colon; empty of any other line.
std::string_view said_in(std::string_view line) {
  constexpr size_t kLongestLabel = 40;
  if (line.empty() || is_digit(line[0]) || line.find_first_of("{}") != std::string_view::npos) return {};
  const size_t colon = std::min(line.find(':'), line.find("："));
  return colon == 0 || colon > kLongestLabel ? std::string_view() : line.substr(colon);
}

// The day in the lines above, nearest first, up to one of another sort. The topmost says nothing unless it is `whole`.
uint32_t day_above(std::string_view text, bool whole) {
  while (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
    const size_t last = text.rfind('\n'), begin = last == std::string_view::npos ? 0 : last + 1;
    if (begin == 0 && !whole) return 0;
    const std::string_view said = said_in(text.substr(begin));
    if (said.empty()) return 0;
    if (const uint32_t day = first_day(said); day != 0) return day;
    text = text.substr(0, begin);
  }
  return 0;
}

uint32_t day_below(std::string_view text) {
  while (text.starts_with('\n') || text.starts_with("\r\n")) {
    text.remove_prefix(text[0] == '\r' ? 2 : 1);
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return 0;
    const std::string_view said = said_in(text.substr(0, end));
    if (said.empty()) return 0;
    if (const uint32_t day = first_day(said); day != 0) return day;
    text.remove_prefix(end);
  }
  return 0;
}

bool is_border(char c) { return c == '\n' || c == '\r' || c == '{' || c == '}'; }

}  // namespace

uint32_t nearby_day(const Window& window, Span place) {
  const std::string_view before = window.view(pidun::before(place.begin, kNear), place.begin);
  size_t begin = before.size();
  while (begin > 0 && !is_border(before[begin - 1])) --begin;
  const std::string_view behind = window.view(place.end, place.end + kNear);
  size_t end = 0;
  while (end < behind.size() && !is_border(behind[end])) ++end;
  if (const uint32_t day = first_day(behind.substr(0, end)); day != 0) return day;
  if (const uint32_t day = first_day(before.substr(begin)); day != 0) return day;
  if (const uint32_t day = day_above(before.substr(0, begin), place.begin <= kNear); day != 0) return day;
  if (const uint32_t day = day_below(behind.substr(end)); day != 0) return day;
  // In a track of elements the time stands on a line of its own.
  const size_t time = behind.substr(0, behind.find("</trkpt")).find("<time>");
  return time == std::string_view::npos ? 0 : first_day(behind.substr(time));
}

}  // namespace pidun
