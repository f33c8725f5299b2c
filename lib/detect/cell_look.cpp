// See cell_look.h.
#include "detect/cell_look.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/checks/digits.h"
#include "detect/hanzi_set.h"
#include "detect/name_model.h"
#include "match/form_places.h"

namespace pidun {
namespace {

size_t leading_digits(std::string_view text) {
  size_t at = 0;
  while (at + 8 <= text.size() && are_digits(eight_digits(text.data() + at))) at += 8;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Numbers that signs part: none long enough to be a group of something longer.
bool is_figure(std::string_view text) {
  constexpr size_t kLongest = 10, kShortRun = 2, kLongestRun = 6;
  if (text.size() > kLongest) return false;
  size_t run = 0, before = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      if (++run > kLongestRun || (before > kShortRun && run > kShortRun)) return false;
    } else {
      if ((c != '.' && c != '-' && c != '/') || run == 0) return false;
      before = run;
      run = 0;
    }
  }
  return run != 0;
}

// 2022-04-02 10:30:00, or without the seconds.
bool is_moment(std::string_view text) {
  constexpr std::string_view kSigns = "    -  -     :  :";
  if (text.size() != kSigns.size() + 2 && text.size() != kSigns.size() - 1) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char sign = i < kSigns.size() ? kSigns[i] : ' ';
    const bool here = i == 10 ? text[i] == ' ' || text[i] == 'T' : sign == ' ' ? is_digit(text[i]) : text[i] == sign;
    if (!here) return false;
  }
  return true;
}

bool is_word(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }

CellLook look_from_digit(std::string_view text) {
  constexpr size_t kBeforeX = 17;
  const size_t digits = leading_digits(text);
  if (digits == text.size()) return CellLook::digits;
  const char behind = text[digits];
  if (digits == kBeforeX && text.size() == kBeforeX + 1 && (behind == 'X' || behind == 'x')) return CellLook::id;
  if (is_figure(text)) return CellLook::figure;
  return is_moment(text) ? CellLook::moment : CellLook::other;
}

// By the sign of a province: behind any other hanzi, letters and digits may be the end of an address.
bool is_plate_at(std::string_view text) {
  static constexpr HanziSet provinces(u"京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新");
  if (!provinces.has(kFirstHanzi + hanzi_at(text))) return false;
  text.remove_prefix(kHanziBytes);
  if (text.size() < 6 || text.size() > 7 || !is_upper(text[0])) return false;
  for (const char c : text)
    if (!is_digit(c) && !is_upper(c)) return false;
  return true;
}

// Digits behind the hanzi that ends at `at`, if they can be no form's: an index of `text`, whose bytes lie in `bytes`.
bool are_plain(std::string_view bytes, std::string_view text, size_t at, size_t digits) {
  constexpr size_t kMostDigits = 6, kFew = 4;  // fewer lead nowhere
  if (digits > kMostDigits) return false;
  return digits < kFew || !may_lead_to_form(bytes, static_cast<size_t>(text.data() - bytes.data()) + at - 1);
}

CellLook look_from_hanzi(std::string_view bytes, std::string_view text) {
  bool digits = false;
  for (size_t at = 0; at < text.size();) {
    if (const uint32_t hanzi = hanzi_at(text, at); hanzi != kHanziCount) {
      if (hanzi == kSomebody) return CellLook::other;
      at += kHanziBytes;
      continue;
    }
    size_t run = 0;
    while (at + run < text.size() && is_digit(text[at + run])) ++run;
    if (run == 0) return at == kHanziBytes && is_plate_at(text) ? CellLook::plate : CellLook::other;
    if (!are_plain(bytes, text, at, run)) return CellLook::other;
    digits = true;
    at += run;
  }
  return digits ? CellLook::mixed : CellLook::hanzi;
}

// Digits behind hanzi of which four or more begin what may be a form, as a mask of the hanzi's last bytes; `digits` and
// `high` are those of the cell.
uint64_t long_numbers(uint64_t digits, uint64_t high) {
  return high & digits >> 1 & digits >> 2 & digits >> 3 & digits >> 4;
}

bool seven_in_a_row(uint64_t bits) {
  bits &= bits >> 1;
  bits &= bits >> 2;
  return (bits & bits >> 3) != 0;
}

bool is_dashed_date(const char* cell, size_t size, uint64_t digits) {
  constexpr uint64_t kDate = 0b1101101111;  // 2022-04-02
  return size == 10 && digits == kDate && cell[4] == '-' && cell[7] == '-';
}

CellLook masked_look(std::string_view bytes, const CellMasks& masks, size_t begin, size_t size) {
  const uint64_t all = ~uint64_t{0} >> (64 - size);
  const uint64_t digits = masks.digits(begin) & all;
  if (digits == all) return CellLook::digits;
  if ((digits & 1) != 0) {
    if (is_dashed_date(bytes.data() + begin, size, digits)) return CellLook::figure;
    return look_from_digit(bytes.substr(begin, size));
  }
  const uint64_t high = masks.high(begin) & all, odd = masks.odd(begin) & all;
  if ((high & 1) == 0) return is_word(bytes.substr(begin, size)) ? CellLook::word : CellLook::other;
  if (odd != 0) return CellLook::other;
  if (high == all) return CellLook::hanzi;
  if ((high | digits) != all) return is_plate_at(bytes.substr(begin, size)) ? CellLook::plate : CellLook::other;
  if (seven_in_a_row(digits)) return CellLook::other;
  for (uint64_t left = long_numbers(digits, high); left != 0; left &= left - 1)
    if (may_lead_to_form(bytes, begin + static_cast<size_t>(std::countr_zero(left)))) return CellLook::other;
  return CellLook::mixed;
}

// Of the hanzi that `bytes` begin with: whether folding may take it for a digit.
bool is_numeral_at(const char* bytes) {
  static constexpr HanziSet numerals(u"零一幺壹二两兩贰貳三叁叄四肆五伍六陆陸七柒八捌九玖");
  return numerals.has(point_of_three(bytes));
}

// Places from which `mask` holds as many bytes in a row as kLeastNumerals hanzi have.
uint64_t long_hanzi(uint64_t mask) {
  static_assert(1 + 1 + 2 + 4 + 8 + 5 == kLeastNumerals * kHanziBytes);
  mask &= mask >> 1;
  mask &= mask >> 2;
  mask &= mask >> 4;
  mask &= mask >> 8;
  return mask & mask >> 5;
}

}  // namespace

// Digits are at most six in a row here, so that a number of kLeastNumerals is either all numerals, and one of every so
// many hanzi is, or has a numeral beside a digit.
bool has_few_numerals(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end) {
  constexpr size_t kMasked = 64, kLast = (kLeastNumerals - 1) * kHanziBytes;
  if (end - begin > kMasked) return false;
  const uint64_t all = ~uint64_t{0} >> (kMasked - (end - begin));
  const uint64_t digits = masks.digits(begin) & all, high = masks.high(begin) & all;
  const char* const cell = bytes.data() + begin;
  const uint64_t first = digits & ~(digits << 1), behind = digits << 1 & high;
  for (uint64_t beside = (first >> kHanziBytes & high) | behind; beside != 0; beside &= beside - 1)
    if (is_numeral_at(cell + std::countr_zero(beside))) return false;
  for (uint64_t left = long_hanzi(high); left != 0;) {
    const auto seventh = static_cast<size_t>(std::countr_zero(left)) + kLast;
    if (is_numeral_at(cell + seventh)) return false;
    left &= ~uint64_t{0} << 1 << (seventh + 2);
  }
  return true;
}

bool holds_no_number(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end) {
  constexpr size_t kMasked = 64;
  const size_t size = end - begin;
  if (size == 0 || size > kMasked) return false;
  const uint64_t all = ~uint64_t{0} >> (kMasked - size), digits = masks.digits(begin) & all;
  const uint64_t high = masks.high(begin) & all;
  if ((high & 1) == 0) return is_dashed_date(bytes.data() + begin, size, digits);
  if ((high | digits) != all || (masks.odd(begin) & all) != 0 || seven_in_a_row(digits)) return false;
  return (digits == 0 && size < kLeastNumerals * kHanziBytes) || has_few_numerals(bytes, masks, begin, end);
}

CellLook cell_look(std::string_view bytes, size_t begin, size_t end) {
  const std::string_view text = bytes.substr(begin, end - begin);
  if (text.empty()) return CellLook::empty;
  if (text.size() > kLongestPlainCell) return CellLook::other;
  if (is_digit(text[0])) return look_from_digit(text);
  if (static_cast<unsigned char>(text[0]) >= 0x80) return look_from_hanzi(bytes, text);
  return is_word(text) ? CellLook::word : CellLook::other;
}

CellLook cell_look(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end) {
  constexpr size_t kMasked = 64;
  const size_t size = end - begin;
  if (size == 0) return CellLook::empty;
  return size <= kMasked ? masked_look(bytes, masks, begin, size) : cell_look(bytes, begin, end);
}

}  // namespace pidun
