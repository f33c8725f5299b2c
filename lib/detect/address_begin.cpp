// Where an address begins: of the text before a number, how much belongs to it. See address_walk.h.
#include "detect/address_walk.h"

namespace pidun {
namespace {

// Of the text before a number: where what may be an address begins.
struct Before {
  size_t border = 0;         // behind what no address holds
  size_t region = SIZE_MAX;  // where the first region begins, behind that
};

// Digits that belong to no address: a phone, a year.
bool ends_other_number(const AddressChars& text, size_t begin, size_t end) {
  constexpr size_t kMostDigits = 5;
  const size_t digits = end - begin;
  if (digits > kMostDigits || (digits == kMostDigits && !text.is_one_of(end, u"号室房户-"))) return true;
  return text.is_one_of(end, u"年月日时分元岁");
}

Before look_before(const AddressChars& text, size_t number) {
  Before found;
  for (size_t i = 0; i < number;) {
    const Place place = region_at(text, i);
    const bool whole = place.length != 0 && i + place.length <= number;
    if (whole && (!place.is_short || i == found.border)) {
      if (found.region == SIZE_MAX) found.region = i;
      i += place.length;
      continue;
    }
    size_t next = i + 1;
    bool breaks = stops_at(text, i) || text.kind(i) == CharClass::opening || text.kind(i) == CharClass::closing;
    if (text.is_digit(i)) {
      while (text.is_digit(next)) ++next;
      breaks = ends_other_number(text, i, next) && next < number;
      if (breaks && !text.is_digit(next) && text.is_one_of(next, u"年月日时分元岁")) ++next;
    }
    if (text.kind(i) == CharClass::blank && found.region == SIZE_MAX)
      breaks = i == 0 || !text.is_one_of(i - 1, u"省市区县镇乡道路街村号");
    if (text.value(i) == u'、') breaks = !text.is_digit(next);
    if (breaks) found = {next, SIZE_MAX};
    i = next;
  }
  return found;
}

}  // namespace

size_t address_begin(const AddressChars& text, size_t number) {
  constexpr size_t kMostUntold = 24, kLongestPrefix = 8, kShortestPrefix = 2;
  const Before found = look_before(text, number);
  size_t begin = found.border;
  while (begin > 0 && begin != found.region && begin < number && text.is_one_of(begin, u"至往到为地达向"))
    ++begin;  // 寄往, 居住地
  while (begin < number && !text.is_word(begin)) ++begin;
  if (found.region == SIZE_MAX) return number - begin <= kMostUntold ? begin : SIZE_MAX;
  if (found.region <= begin) return begin;
  // Words before the region are of the address where they end as its parts do: 关东街道洪山区.
  const size_t prefix = found.region - begin;
  const bool part = text.is_one_of(found.region - 1, u"省市区县镇乡道路街村");
  return part && prefix >= kShortestPrefix && prefix <= kLongestPrefix ? begin : found.region;
}

}  // namespace pidun
