// See address_tail.h.
#include "detect/address_tail.h"

#include "detect/checks/surnames.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

// What words that tell of a place end in.
bool ends_place(uint16_t c) {
  static constexpr HanziSet set(u"端侧旁边面内外里上下口处米道桥门店馆园院宫库楼厅坊场站寺塔岸转湖南北东西");
  return set.has(c);
}

// What is said, not where.
bool is_said(uint16_t c) {
  static constexpr HanziSet set(u"有没不吗呢吧来去等买卖租看见快谢又才就都还很挺发生着过");
  return set.has(c);
}

// 李芳, 欧阳小明, 李芳收.
bool is_person(const AddressChars& text, size_t begin, size_t end) {
  const size_t characters = end - begin;
  if (characters < 2 || characters > 4) return false;
  if (is_compound_surname(text.bytes(begin, begin + 2))) return true;
  return is_surname(text.bytes(begin, begin + 1)) && (characters <= 3 || text.value(end - 1) == u'收');
}

// Words behind an address, up to a sign, a stop or the end.
struct Rest {
  size_t end = 0;
  bool closed = false;  // nothing goes on behind it but a sign, or a word like 电话
  bool said = false;    // it tells something else
  bool phone = false;
};

Rest rest_behind(const AddressChars& text, size_t begin, bool blanks) {
  constexpr size_t kMost = 24, kMostDigits = 5;
  Rest rest{begin, true, false, false};
  size_t digits = 0;
  for (; rest.end - begin < kMost; ++rest.end) {
    const size_t i = rest.end;
    if (!text.is_word(i) && !(blanks && text.kind(i) == CharClass::blank)) break;
    if (stops_at(text, i)) {
      rest.closed = tells_of_person(text, i);
      break;
    }
    digits = text.is_digit(i) ? digits + 1 : 0;
    rest.phone |= digits > kMostDigits;
    rest.said |= is_said(text.value(i));
  }
  rest.closed &= rest.end - begin < kMost;
  while (rest.end > begin && text.kind(rest.end - 1) == CharClass::blank) --rest.end;
  return rest;
}

bool ends_beside(const AddressChars& text, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i)
    if (const size_t beside = beside_at(text, i); beside != 0 && i + beside == end) return true;
  return false;
}

// Of the rest [begin, end): whether it belongs to the address.
bool belongs(const AddressChars& text, AddressFrame frame, const AddressWalk& walk, size_t begin, const Rest& rest) {
  constexpr size_t kShortestPlace = 3, kMostOfWhole = 14;
  const size_t characters = rest.end - begin;
  const bool number = walk.any_number();
  if (characters == 0 || !rest.closed || is_person(text, begin, rest.end)) return false;
  const bool near_room = walk.room && text.has(begin, u"附近");
  if ((number || walk.any_name()) && !near_room && ends_beside(text, begin, rest.end)) return true;
  if (number && characters >= 2 && !rest.phone && ends_tenant(text, rest.end)) return true;
  if (rest.said || rest.phone) return false;
  if (frame == AddressFrame::whole) return number && rest.end == text.size() && characters <= kMostOfWhole;
  if (frame != AddressFrame::cue || characters < kShortestPlace) return false;
  return (number || walk.any_name() || (walk.nested && characters > kShortestPlace)) &&
         (ends_place(text.value(rest.end - 1)) || text.has(rest.end - 2, u"景区"));
}

}  // namespace

void add_tail(const AddressChars& text, AddressFrame frame, AddressWalk& walk) {
  const Rest rest = rest_behind(text, walk.end, frame == AddressFrame::whole);
  if (!belongs(text, frame, walk, walk.end, rest)) return;
  walk.beside = true;
  walk.end = rest.end;
  if (const size_t end = behind_brackets(text, walk.end); end != 0) walk.end = end;
}

size_t behind_brackets(const AddressChars& text, size_t i) {
  constexpr size_t kMost = 30, kLeast = 3, kMostDigits = 5;
  if (text.kind(i) != CharClass::opening) return 0;
  bool where = text.is_one_of(i + 1, u"近原距");
  size_t k = i + 1, digits = 0;
  for (; k - i <= kMost && (text.is_word(k) || text.kind(k) == CharClass::joint); ++k) {
    digits = text.is_digit(k) ? digits + 1 : 0;
    if (digits > kMostDigits) return 0;
    where |= ends_place(text.value(k)) || beside_at(text, k) != 0 || mark_at(text, k).end != 0;
  }
  if (text.kind(k) != CharClass::closing || k - i <= kLeast || !where || is_person(text, i + 1, k)) return 0;
  return k + 1;
}

}  // namespace pidun
