// See address_numbers.h.
#include "detect/address_numbers.h"

#include "base/ascii.h"
#include "detect/address_chars.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

constexpr uint64_t kMostDigits = 5;

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool ends_name(uint32_t c) {
  static constexpr HanziSet set(
      u"路街道巷弄村号栋幢座元楼层室组队区期园厦苑庄寓场心城里坊同条段线镇乡屯院舍甲乙丙附临东西南北社箱");
  return set.has(c);
}
bool begins_unit(uint32_t c) {
  static constexpr HanziSet set(u"号栋幢座单室楼层弄组队户房支村大生小信分舍区期院门排");
  return set.has(c);
}
bool counts_otherwise(uint32_t c) { return c == u'第' || c == u'年' || c == u'月' || c == u'共'; }

bool is_numeral(uint32_t c) { return class_of(c) == CharClass::numeral; }

// The end of a line or cell, behind digits that may be the last of an address.
bool ends_value(const Window& window, uint64_t end) {
  const char c = window.at(end);
  return c == '\0' || c == '\n' || c == '\r' || c == ',' || c == '"';
}

}  // namespace

CodePoint character_before(const Window& window, uint64_t end) {
  if (end >= window.begin() + 3 && end <= window.end()) {  // mostly a hanzi
    const char* const last = window.bytes().data() + (end - window.begin());
    const auto byte = [last](int back) { return static_cast<unsigned>(static_cast<unsigned char>(last[-back])); };
    if (byte(3) >> 4 == 0xE && byte(3) != 0xE0 && byte(3) != 0xED && byte(2) >> 6 == 2 && byte(1) >> 6 == 2)
      return {(byte(3) & 15) << 12 | (byte(2) & 63) << 6 | (byte(1) & 63), 3};
  }
  for (uint64_t bytes = 1; bytes <= 4 && bytes <= end; ++bytes) {
    if (is_continuation(window.at(end - bytes))) continue;
    const CodePoint c = decode_utf8(window.view(end - bytes, end));
    return c.bytes == bytes ? c : CodePoint{};
  }
  return {};
}

bool may_be_number(const Window& window, uint64_t at) {
  uint64_t end = at;
  while (is_digit(window.at(end)) && end - at <= kMostDigits) ++end;
  if (end - at > kMostDigits) return false;
  const char nearest = window.at(at - 1);
  if (!is_high(nearest) && !is_letter(nearest) && nearest != ' ') return false;
  const uint32_t before = character_before(window, at - (is_high(nearest) ? 0 : 1)).value;
  if (counts_otherwise(before) || (nearest == ' ' && !ends_name(before))) return false;
  const bool joined = window.at(end) == '-' && is_digit(window.at(end + 1));
  if (joined || ends_name(before) || begins_unit(decode_utf8(window.view(end, end + 4)).value)) return true;
  // Behind a letter, a number that only ends or goes on with another is that of a plate or a product.
  return !is_letter(nearest) && (is_letter(window.at(end)) || ends_value(window, end));
}

bool continues_number(const Window& window, uint64_t at) {
  const CodePoint unit = character_before(window, at);
  if (unit.bytes == 0 || !begins_unit(unit.value)) return false;
  uint64_t begin = at - unit.bytes;
  const uint64_t end = begin;
  while (is_digit(window.at(begin - 1)) && end - begin <= kMostDigits) --begin;
  if (begin == end || end - begin > kMostDigits || !is_high(window.at(begin - 1))) return false;
  return !counts_otherwise(character_before(window, begin).value);
}

bool may_be_numeral(const Window& window, uint64_t at) {
  const CodePoint numeral = decode_utf8(window.view(at, at + 4));
  if (!is_numeral(numeral.value)) return false;
  if (!begins_unit(decode_utf8(window.view(at + numeral.bytes, at + numeral.bytes + 4)).value)) return false;
  CodePoint before = character_before(window, at);
  for (int more = 0; more < 4 && before.bytes != 0 && is_numeral(before.value); ++more)
    before = character_before(window, at -= before.bytes);
  if (before.bytes != 3 || counts_otherwise(before.value)) return false;
  const CodePoint earlier = character_before(window, at - before.bytes);
  if (earlier.bytes != 3) return false;
  // Not what only goes on with an earlier number.
  return !(begins_unit(before.value) && is_numeral(earlier.value));
}

}  // namespace pidun
