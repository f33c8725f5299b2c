// See coordinates.h.
#include "detect/coordinates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "base/ascii.h"

namespace pidun {
namespace {

enum class Axis : uint8_t { either, latitude, longitude };

struct Coordinate {
  size_t length = 0;  // bytes; 0: none
  double degrees = 0;
  size_t decimals = 0;
  Axis axis = Axis::either;  // told by a letter or a word
  bool minutes = false;      // written in degrees and minutes
};

size_t one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

// Digits and perhaps decimals; 0 bytes if there is none, or more than `most` digits before the point.
size_t read_decimal(std::string_view text, size_t most, double& value, size_t& decimals) {
  constexpr size_t kMostDecimals = 20;
  size_t at = 0;
  value = 0;
  decimals = 0;
  while (at < text.size() && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
  if (at == 0 || at > most) return 0;
  if (at + 1 >= text.size() || text[at] != '.' || !is_digit(text[at + 1])) return at;
  double scale = 1;
  for (++at; at < text.size() && is_digit(text[at]); ++at, ++decimals) value += (text[at] - '0') * (scale /= 10);
  return decimals <= kMostDecimals ? at : 0;
}

Axis axis_of(std::string_view text, size_t& length, bool& negative) {
  struct Word {
    std::string_view text;
    Axis axis;
    bool negative;
  };
  constexpr std::array<Word, 8> kWords = {{{"N", Axis::latitude, false},
                                           {"S", Axis::latitude, true},
                                           {"E", Axis::longitude, false},
                                           {"W", Axis::longitude, true},
                                           {"北纬", Axis::latitude, false},
                                           {"南纬", Axis::latitude, true},
                                           {"东经", Axis::longitude, false},
                                           {"西经", Axis::longitude, true}}};
  for (const Word& word : kWords) {
    if (!text.starts_with(word.text)) continue;
    length = word.text.size();
    negative = word.negative;
    return word.axis;
  }
  length = 0;
  return Axis::either;
}

// 31′52.3″ behind the sign of degrees.
size_t read_minutes(std::string_view text, double& degrees) {
  size_t at = 0;
  double value = 0;
  size_t decimals = 0;
  const size_t minutes = read_decimal(text, 2, value, decimals);
  const size_t minute_sign = minutes == 0 ? 0 : one_of(text.substr(minutes), {"'", "′", "’", "分"});
  if (minute_sign == 0 || value >= 60) return 0;
  degrees += value / 60;
  at = minutes + minute_sign;
  const size_t seconds = read_decimal(text.substr(at), 2, value, decimals);
  const size_t second_sign = seconds == 0 ? 0 : one_of(text.substr(at + seconds), {"\"", "″", "”", "秒", "''"});
  if (second_sign == 0 || value >= 60) return at;
  degrees += value / 3600;
  return at + seconds + second_sign;
}

Coordinate read_coordinate(std::string_view text) {
  Coordinate read;
  bool negative = false;
  size_t at = 0;
  read.axis = axis_of(text, at, negative);
  if (at != 0) at += one_of(text.substr(at), {" ", ":", "："});
  if (read.axis == Axis::either && (text.starts_with('-') || text.starts_with('+'))) negative = text[at++] == '-';
  const size_t number = read_decimal(text.substr(at), 3, read.degrees, read.decimals);
  if (number == 0) return {};
  at += number;
  if (const size_t sign = one_of(text.substr(at), {"°", "度", "º"}); sign != 0) {
    at += sign;
    const size_t minutes = read_minutes(text.substr(at), read.degrees);
    read.minutes = minutes != 0;
    at += minutes;
  }
  if (read.axis == Axis::either) {
    size_t letter = 0;
    read.axis = axis_of(text.substr(at), letter, negative);
    if (letter != 1 || (at + 1 < text.size() && is_letter(text[at + 1]))) read.axis = Axis::either;
    if (read.axis != Axis::either) ++at;
  }
  const auto next = [&](size_t by) { return at + by < text.size() ? text[at + by] : '\0'; };
  // A unit, or more of a longer number: 12.5ms, 1.2.3.
  const bool goes_on = is_alnum(next(0)) || next(0) == '%' || (next(0) == '.' && is_digit(next(1)));
  if (goes_on || read.degrees == 0) return {};
  if (negative) read.degrees = -read.degrees;
  read.length = at;
  return read;
}

bool may_be_latitude(const Coordinate& read) {
  return read.axis != Axis::longitude && read.degrees >= -90 && read.degrees <= 90;
}
bool may_be_longitude(const Coordinate& read) {
  return read.axis != Axis::latitude && read.degrees >= -180 && read.degrees <= 180;
}
bool is_fine(const Coordinate& read) { return read.decimals >= 3 || read.minutes; }

}  // namespace

size_t latitude_length(std::string_view text) {
  const Coordinate read = read_coordinate(text);
  return read.length != 0 && may_be_latitude(read) ? read.length : 0;
}

size_t longitude_length(std::string_view text) {
  const Coordinate read = read_coordinate(text);
  return read.length != 0 && may_be_longitude(read) ? read.length : 0;
}

Coordinates read_position(std::string_view text) {
  const Coordinate first = read_coordinate(text);
  if (first.length == 0 || !is_fine(first)) return {};
  size_t at = first.length;
  const auto skip_blanks = [&] {
    while (at < text.size() && text[at] == ' ') ++at;
  };
  skip_blanks();
  at += one_of(text.substr(at), {",", "，", ";", "；", "/", "|", "、"});
  skip_blanks();
  if (at == first.length) return {};
  const Coordinate second = read_coordinate(text.substr(at));
  if (second.length == 0 || !is_fine(second)) return {};
  const bool latitude_first = may_be_latitude(first) && may_be_longitude(second);
  const bool longitude_first = may_be_longitude(first) && may_be_latitude(second);
  if (!latitude_first && !longitude_first) return {};
  const bool swapped = !latitude_first || (longitude_first && is_in_china(second.degrees, first.degrees));
  Coordinates read;
  read.first_ends = first.length;
  read.second = at;
  read.length = at + second.length;
  read.decimals = std::min(first.decimals, second.decimals);
  read.latitude = swapped ? second.degrees : first.degrees;
  read.longitude = swapped ? first.degrees : second.degrees;
  double height = 0;
  size_t decimals = 0;
  if (text.substr(read.length).starts_with(','))
    if (const size_t more = read_decimal(text.substr(read.length + 1), 5, height, decimals); more != 0)
      read.length += 1 + more;
  return read;
}

bool is_in_china(double latitude, double longitude) {
  return latitude >= 3.5 && latitude <= 53.7 && longitude >= 73.4 && longitude <= 135.2;
}

}  // namespace pidun
