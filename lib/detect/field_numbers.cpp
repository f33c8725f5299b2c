// See field_numbers.h.
#include "detect/field_numbers.h"

#include <initializer_list>

#include "base/ascii.h"

namespace pidun {
namespace {

// What is left to read of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  size_t at() const { return at_; }
  void back_to(size_t at) { at_ = at; }
  std::string_view rest() const { return text_.substr(at_); }
  char next(size_t by = 0) const { return at_ + by < text_.size() ? text_[at_ + by] : '\0'; }

  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::string_view take_one_of(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
      if (take(word)) return word;
    return {};
  }
  // A word, perhaps behind a blank, as documents set dates: 1990 年 3 月 7 日.
  bool take_spaced(std::string_view word) {
    const size_t start = at_;
    take(" ");
    if (!take(word)) return at_ = start, false;
    return true;
  }
  // Digits, at most `most`; -1 if there is none or one more follows.
  int take_number(size_t most, size_t* count = nullptr) {
    size_t digits = 0;
    int value = 0;
    while (digits <= most && is_digit(next(digits))) value = value * 10 + (next(digits++) - '0');
    if (count != nullptr) *count = digits;
    if (digits == 0 || digits > most) return -1;
    at_ += digits;
    return value;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

bool is_year(int year) { return year >= 1900 && year <= 2099; }
bool is_month(int month) { return month >= 1 && month <= 12; }
bool is_day(int day) { return day >= 1 && day <= 31; }

// 一 to 三十一, or digits; -1 if it is neither.
int take_counted(Cursor& cursor) {
  if (is_digit(cursor.next())) return cursor.take_number(2);
  constexpr std::string_view kDigits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const auto digit = [&] {
    for (int i = 0; i < 9; ++i)
      if (cursor.take(kDigits[i])) return i + 1;
    return 0;
  };
  const int tens = digit();
  if (!cursor.take("十")) return tens != 0 ? tens : -1;
  return (tens != 0 ? tens : 1) * 10 + digit();
}

// 18:31:46.036+08:00 behind a blank or T.
void take_time(Cursor& cursor) {
  const size_t start = cursor.at();
  if (!cursor.take(" ") && !cursor.take("T")) return;
  if (cursor.take_number(2) < 0 || !cursor.take(":") || cursor.take_number(2) < 0) return cursor.back_to(start);
  const size_t minutes = cursor.at();
  if (cursor.take(":") && cursor.take_number(2) < 0) cursor.back_to(minutes);
  const size_t seconds = cursor.at();
  if (cursor.take(".") && cursor.take_number(9) < 0) cursor.back_to(seconds);
  const size_t zone = cursor.at();
  if (cursor.take("Z")) return;
  if (cursor.take_one_of({"+", "-"}).empty()) return;
  if (cursor.take_number(4) < 0) return cursor.back_to(zone);
  if (cursor.take(":")) cursor.take_number(2);
}

// 3月7日, 三月七号, 3月.
bool take_month_and_day(Cursor& cursor, bool day_needed) {
  if (!is_month(take_counted(cursor)) || !cursor.take_spaced("月")) return false;
  cursor.take("份");
  const size_t month = cursor.at();
  cursor.take(" ");
  const int day = take_counted(cursor);
  if (!is_day(day)) return cursor.back_to(month), !day_needed;
  if (!cursor.take_spaced("日")) cursor.take_spaced("号");
  return true;
}

size_t year_first(std::string_view text) {
  Cursor cursor(text);
  size_t digits = 0;
  const int year = cursor.take_number(8, &digits);
  if (digits == 8 && is_date_number(year)) {
    take_time(cursor);
    return cursor.at();
  }
  if (cursor.take_spaced("年") && (digits == 2 || (digits == 4 && is_year(year)))) {
    const size_t end = cursor.at();
    cursor.take(" ");
    return take_month_and_day(cursor, false) ? cursor.at() : digits == 4 ? end : 0;
  }
  if (digits != 4 || !is_year(year)) return 0;
  const std::string_view sign = cursor.take_one_of({"-", "/", "."});
  if (sign.empty() || !is_month(cursor.take_number(2))) return 0;
  const size_t month = cursor.at();
  if (!cursor.take(sign)) return sign == "." ? 0 : month;  // 1990.03 is a number
  if (!is_day(cursor.take_number(2))) return 0;
  take_time(cursor);
  return cursor.at();
}

// 03/07/1990, 7-3-1990.
size_t year_last(std::string_view text) {
  Cursor cursor(text);
  const int first = cursor.take_number(2);
  const std::string_view sign = cursor.take_one_of({"-", "/", "."});
  if (!is_day(first) || sign.empty() || !is_day(cursor.take_number(2)) || !cursor.take(sign)) return 0;
  return is_year(cursor.take_number(4)) ? cursor.at() : 0;
}

// 12,000.50; false if there is no digit.
bool take_plain_number(Cursor& cursor) {
  const size_t start = cursor.at();
  size_t digits = 0;
  while (is_digit(cursor.next()) ||
         (cursor.next() == ',' && digits != 0 && is_digit(cursor.next(1)) && is_digit(cursor.next(2)) &&
          is_digit(cursor.next(3)) && !is_digit(cursor.next(4)))) {
    digits += is_digit(cursor.next()) ? 1u : 0u;
    cursor.back_to(cursor.at() + 1);
  }
  if (digits == 0 || digits > 15) {
    cursor.back_to(start);
    return false;
  }
  if (cursor.next() == '.' && is_digit(cursor.next(1))) {
    cursor.take(".");
    while (is_digit(cursor.next())) cursor.back_to(cursor.at() + 1);
  }
  return true;
}

// 两万, 三十万.
bool take_hanzi_number(Cursor& cursor) {
  size_t taken = 0;
  while (!cursor.take_one_of({"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千"}).empty())
    ++taken;
  return taken != 0;
}

bool take_amount(Cursor& cursor) {
  cursor.take_one_of({"约", "近", "大约"});
  cursor.take_one_of({"¥", "￥", "RMB", "CNY", "$", "-"});
  const bool hanzi = !is_digit(cursor.next());
  if (hanzi ? !take_hanzi_number(cursor) : !take_plain_number(cursor)) return false;
  cursor.take(" ");
  const std::string_view scale = cursor.take_one_of({"万亿", "亿", "万", "千", "百万", "k", "K", "w", "W"});
  const std::string_view unit =
      cursor.take_one_of({"人民币", "美元", "港币", "欧元", "元", "块钱", "块", "RMB", "CNY", "USD", "分"});
  return !hanzi || !scale.empty() || !unit.empty();
}

// Of a unit, which has neither digits, but for 10^9/L, nor blanks; 0 if what stands there is none.
size_t unit_length(std::string_view text) {
  constexpr size_t kLongestUnit = 12;  // bytes
  size_t unit = 0;
  bool power = false;
  while (unit < text.size() && unit <= kLongestUnit) {
    const char c = text[unit];
    const std::string_view wide = text.substr(unit, 3);
    if (wide == "，" || wide == "。" || wide == "；" || wide == "、" || wide == "）" || wide == "！") break;
    const bool sign = c == '%' || c == '/' || c == '^' || static_cast<unsigned char>(c) >= 0x80;
    if (!is_letter(c) && !sign && !(power && is_digit(c))) break;
    power |= c == '^';
    ++unit;
  }
  return unit <= kLongestUnit ? unit : 0;
}

}  // namespace

bool is_date_number(int number) {
  return is_year(number / 10000) && is_month(number / 100 % 100) && is_day(number % 100);
}

size_t date_length(std::string_view text) {
  if (const size_t length = year_first(text); length != 0) return length;
  if (const size_t length = year_last(text); length != 0) return length;
  Cursor cursor(text);
  return take_month_and_day(cursor, true) ? cursor.at() : 0;
}

size_t amount_length(std::string_view text) {
  Cursor cursor(text);
  if (!take_amount(cursor)) return 0;
  const size_t first = cursor.at();
  if (!cursor.take_one_of({"-", "~", "～", "至", "到", "—"}).empty() && !take_amount(cursor)) cursor.back_to(first);
  cursor.take_one_of({"以上", "以下", "左右", "以内", "多", "整"});
  if (const std::string_view per = cursor.take_one_of({"/月", "/年", "每月", "每年"}); per.empty())
    while (!cursor.rest().empty() && cursor.next() == ' ') cursor.back_to(cursor.at() + 1);
  std::string_view taken = text.substr(0, cursor.at());
  while (taken.ends_with(' ')) taken.remove_suffix(1);
  return taken.size();
}

size_t measure_length(std::string_view text) {
  Cursor cursor(text);
  cursor.take_one_of({"<", ">", "≤", "≥", "+", "-", "孕"});
  if (!take_plain_number(cursor)) return 0;
  for (int parts = 0; parts < 3; ++parts) {
    const size_t before = cursor.at();
    cursor.take_one_of({"周", "w", "W"});  // 39周+2天
    if (cursor.take_one_of({"+", "/", "-", "~", "×", "x", "*", "："}).empty() || !take_plain_number(cursor)) {
      cursor.back_to(before);
      break;
    }
  }
  cursor.take(" ");
  const size_t unit = unit_length(cursor.rest());
  std::string_view taken = text.substr(0, cursor.at() + unit);
  while (taken.ends_with(' ')) taken.remove_suffix(1);
  return taken.size();
}

size_t age_length(std::string_view text) {
  Cursor cursor(text);
  const int age = cursor.take_number(3);
  if (age < 0 || age > 130) return 0;
  cursor.take(" ");
  const size_t number = cursor.at();
  const std::string_view unit = cursor.take_one_of({"周岁", "岁", "个月", "月", "天", "y", "Y", "years old", "years"});
  if (unit.empty()) cursor.back_to(number);
  std::string_view taken = text.substr(0, cursor.at());
  while (taken.ends_with(' ')) taken.remove_suffix(1);
  return taken.size();
}

}  // namespace pidun
