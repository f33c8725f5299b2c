// See json_masks.h.
#include "structure/json_masks.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "structure/json_masks.cpp"
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

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);

void json_masks(std::string_view block, JsonMasks& masks) {
  HWY_DYNAMIC_DISPATCH(masks_of)(reinterpret_cast<const uint8_t*>(block.data()), block.size(), masks);
}

}  // namespace pidun
#endif  // HWY_ONCE
