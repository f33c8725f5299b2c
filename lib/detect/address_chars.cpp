// See address_chars.h.
#include "detect/address_chars.h"

#include "base/utf8.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

bool is_numeral(uint32_t c) {
  static constexpr HanziSet set(u"一二三四五六七八九十百〇零两");
  return set.has(c);
}

// Full-width letters, digits and signs as the plain ones.
uint32_t narrow(uint32_t c) { return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c == 0x3000 ? ' ' : c; }

CharClass class_of_ascii(uint32_t c) {
  if (c >= '0' && c <= '9') return CharClass::digit;
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return CharClass::letter;
  switch (c) {
    case '-':
    case '#':
    case '/':
    case '~':
      return CharClass::joint;
    case ' ':
    case '_':
      return CharClass::blank;
    case '(':
      return CharClass::opening;
    case ')':
      return CharClass::closing;
    default:
      return CharClass::end;
  }
}

}  // namespace

CharClass class_of(uint32_t point) {
  const uint32_t c = narrow(point);
  if (c < 0x80) return class_of_ascii(c);
  if (is_numeral(c)) return CharClass::numeral;
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)) return CharClass::hanzi;
  // Dashes; and 、 between numbers.
  return c == 0x2014 || c == 0x2013 || c == 0x2010 || c == 0x3001 ? CharClass::joint : CharClass::end;
}

AddressChars::AddressChars(std::string_view text) : text_(text) {
  size_t at = 0;
  while (size_ < kMost) {
    const CodePoint c = decode_utf8(text.substr(at));
    const CharClass kind = c.bytes == 0 ? CharClass::end : class_of(c.value);
    if (kind == CharClass::end) break;
    values_[size_] = static_cast<uint16_t>(narrow(c.value));
    kinds_[size_] = kind;
    offsets_[size_] = static_cast<uint16_t>(at);
    ++size_;
    at += c.bytes;
  }
  offsets_[size_] = static_cast<uint16_t>(at);
}

bool AddressChars::has(size_t i, std::u16string_view word) const {
  if (i + word.size() > size_) return false;
  for (size_t k = 0; k < word.size(); ++k)
    if (values_[i + k] != word[k]) return false;
  return true;
}

}  // namespace pidun
