// See json_tokens.h.
#include "structure/json_tokens.h"

#include <algorithm>
#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "structure/json_tokens.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

HWY_INLINE void mark_bytes(const uint8_t* bytes, size_t at, JsonMasks& masks) {
  const hn::CappedTag<uint8_t, 64> d;
  const auto v = hn::LoadU(d, bytes);
  const auto space = hn::Set(d, 0x20);
  const auto quote = hn::Eq(v, hn::Set(d, '"'));
  const auto backslash = hn::Eq(v, hn::Set(d, '\\'));
  // [ \ ] differ from { | } in one bit, so one comparison finds all six; the backslash is taken out again.
  const auto moved = hn::Sub(hn::Or(v, space), hn::Set(d, '{'));
  const auto brackets = hn::AndNot(backslash, hn::Eq(hn::Min(moved, hn::Set(d, 2)), moved));
  const auto mark = hn::Or(brackets, hn::Eq(v, hn::Set(d, ',')));
  const auto colon = hn::Eq(v, hn::Set(d, ':'));
  const auto blank = hn::Eq(hn::Min(v, space), v);
  store_bits(d, quote, masks.quote, at);
  store_bits(d, backslash, masks.backslash, at);
  store_bits(d, hn::Eq(v, hn::Set(d, '\n')), masks.newline, at);
  store_bits(d, colon, masks.colon, at);
  store_bits(d, mark, masks.mark, at);
  store_bits(d, hn::Not(hn::Or(hn::Or(mark, quote), hn::Or(blank, colon))), masks.solid, at);
}

void masks_of(const uint8_t* bytes, size_t size, JsonMasks& masks) {
  const size_t lanes = hn::Lanes(hn::CappedTag<uint8_t, 64>());
  const size_t whole = size / 64 * 64;
  for (size_t at = 0; at < whole; at += lanes) mark_bytes(bytes + at, at, masks);
  if (whole == size) return;
  uint8_t tail[64] = {};  // NUL counts as a blank: in no set
  std::memcpy(tail, bytes + whole, size - whole);
  for (size_t at = 0; at < 64; at += lanes) mark_bytes(tail + at, whole + at, masks);
}

// The bytes behind an odd number of backslashes, of a word of which `bytes` are in use.
HWY_INLINE uint64_t escaped_bytes(uint64_t backslash, size_t bytes, uint64_t& carry) {
  if ((backslash & (backslash << 1 | carry)) == 0 && backslash >> (bytes - 1) == 0) {  // none beside another
    const uint64_t escaped = backslash << 1 | carry;
    carry = 0;
    return escaped;
  }
  uint64_t escaped = carry;
  backslash &= ~escaped;
  carry = 0;
  while (backslash != 0) {
    const size_t next = static_cast<size_t>(std::countr_zero(backslash)) + 1;
    if (next == bytes) {
      carry = 1;
      break;
    }
    escaped |= uint64_t{1} << next;
    backslash &= ~uint64_t{1} << next;  // what is escaped does not escape
  }
  return escaped;
}

// Bit i is set if an odd number of the bits up to i are: a product without carries.
HWY_INLINE uint64_t odd_up_to(uint64_t bits) {
#if HWY_TARGET == HWY_SCALAR
  for (const int by : {1, 2, 4, 8, 16, 32}) bits ^= bits << by;
  return bits;
#else
  const hn::Full128<uint64_t> d;
  return hn::GetLane(hn::CLMulLower(hn::Set(d, bits), hn::Set(d, ~uint64_t{0})));
#endif
}

size_t tokens_of(JsonMasks& masks, size_t first, size_t size, bool newlines, JsonCarry& carry) {
  const uint64_t newline_tokens = newlines ? ~uint64_t{0} : 0;
  uint64_t in_string = carry.in_string ? ~uint64_t{0} : 0;
  uint64_t escape = carry.escape ? 1 : 0, solid_before = carry.solid ? 1 : 0;
  size_t word = first;
  for (; word * 64 < size; ++word) {
    const uint64_t quote = masks.quote[word], newline = masks.newline[word], backslash = masks.backslash[word];
    if (in_string != 0 && (quote | newline | backslash) == 0) {  // text of a long string
      masks.token[word] = 0;
      escape = 0;
      continue;
    }
    const size_t bytes = std::min<size_t>(64, size - word * 64);
    uint64_t escape_behind = escape, escaped = 0;
    if ((backslash | escape) != 0) escaped = escaped_bytes(backslash, bytes, escape_behind);
    const uint64_t borders = quote & ~escaped;
    const uint64_t inside = odd_up_to(borders) ^ in_string;  // opening quotes, but no closing ones
    if (((quote & escaped & ~inside) | (newline & inside)) != 0) break;
    const uint64_t solid = masks.solid[word] & ~inside;
    const uint64_t begun = solid & ~(solid << 1 | solid_before);
    masks.token[word] = borders | (masks.mark[word] & ~inside) | begun | (newline & newline_tokens);
    escape = escape_behind;
    solid_before = solid >> (bytes - 1) & 1;
    in_string = uint64_t{0} - (inside >> 63);
  }
  carry.escape = escape != 0;
  return word;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);
HWY_EXPORT(tokens_of);

void json_masks(std::string_view block, JsonMasks& masks) {
  HWY_DYNAMIC_DISPATCH(masks_of)(reinterpret_cast<const uint8_t*>(block.data()), block.size(), masks);
}

size_t json_tokens(JsonMasks& masks, size_t first, size_t size, bool newlines, JsonCarry& carry) {
  return HWY_DYNAMIC_DISPATCH(tokens_of)(masks, first, size, newlines, carry);
}

}  // namespace pidun
#endif  // HWY_ONCE
