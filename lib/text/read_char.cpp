#include "text/read_char.h"

#include "text/charset_tables.h"

namespace pidun {
namespace {

constexpr bool is_lead(uint8_t byte) { return byte >= kLeastLead && byte <= kMostLead; }
constexpr bool is_decimal(uint8_t byte) { return byte >= '0' && byte <= '9'; }

Char unpack(const Packed& packed) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(packed.bytes);
  return {read_utf8(bytes, bytes + packed.length()).point, 2, true};
}

Char read_pair(const PairTable& table, const uint8_t* at, const uint8_t* end) {
  if (end - at < 2 || !is_lead(at[0]) || at[1] < kLeastTrail) return {};
  const Packed& packed = table.at(at[0], at[1]);
  if (!packed.empty()) return unpack(packed);
  return {0xFFFD, static_cast<uint8_t>(at[1] >= 0xA1 && at[1] <= kMostLead ? 2 : 1), false};
}

Char read_four(const uint8_t* at, const uint8_t* end) {
  if (end - at < 4 || !is_lead(at[2]) || !is_decimal(at[3])) return {};
  const uint32_t linear = (at[0] - 0x81u) * 12600 + (at[1] - 0x30u) * 1260 + (at[2] - 0x81u) * 10 + (at[3] - 0x30u);
  char32_t point = 0;
  if (linear < kFoursBelow) point = charset_tables().gb18030_fours[linear];
  if (linear >= kFoursAbove && linear - kFoursAbove < 0x100000) point = 0x10000 + (linear - kFoursAbove);
  return point == 0 ? Char{} : Char{point, 4, true};
}

Char read_gb18030(const uint8_t* at, const uint8_t* end) {
  if (at[0] == 0x80) return {0x20AC, 1, true};  // the euro sign of code page 936
  if (end - at >= 2 && is_lead(at[0]) && is_decimal(at[1])) return read_four(at, end);
  return read_pair(charset_tables().gb18030, at, end);
}

Char read_utf16(const uint8_t* at, const uint8_t* end, size_t high) {
  if (end - at < 2) return {};
  const auto unit = [&](const uint8_t* p) { return static_cast<char32_t>(p[high] << 8 | p[1 - high]); };
  const char32_t first = unit(at);
  if (first < 0xD800 || first >= 0xE000) return {first, 2, true};
  if (first >= 0xDC00 || end - at < 4) return {0xFFFD, 2, false};
  const char32_t second = unit(at + 2);
  if (second < 0xDC00 || second >= 0xE000) return {0xFFFD, 2, false};
  return {0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF), 4, true};
}

}  // namespace

Char read_char(Charset charset, const uint8_t* at, const uint8_t* end) {
  switch (charset) {
    case Charset::utf16le:
      return read_utf16(at, end, 1);
    case Charset::utf16be:
      return read_utf16(at, end, 0);
    case Charset::utf8:
      return read_utf8(at, end);
    default:
      break;
  }
  if (at[0] < 0x80) return {at[0], 1, true};
  return charset == Charset::gb18030 ? read_gb18030(at, end) : read_pair(charset_tables().big5, at, end);
}

bool is_cut_short(Charset charset, const uint8_t* at, const uint8_t* end) {
  const auto left = end - at;
  switch (charset) {
    case Charset::utf8:
      if (at[0] < 0xC2 || at[0] > 0xF4 || left >= (at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4)) return false;
      for (const uint8_t* p = at + 1; p < end; ++p)
        if ((*p & 0xC0) != 0x80) return false;
      return true;
    case Charset::gb18030:
      if (!is_lead(at[0])) return false;
      return left < 2 || (left < 4 && is_decimal(at[1]) && (left < 3 || is_lead(at[2])));
    case Charset::big5:
      return left < 2 && is_lead(at[0]);
    default:
      return left < 2 || (left < 4 && (at[charset == Charset::utf16le ? 1 : 0] & 0xFC) == 0xD8);
  }
}

}  // namespace pidun
