// See spot_masks.h.
#include "unwrap/spot_masks.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "unwrap/spot_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Stores the bits of one vector where they belong; never loads a word back that was stored in parts.
template <class D, class M>
HWY_INLINE void store_spot_bits(D d, M mask, uint64_t* word, size_t at) {
  if constexpr (hn::MaxLanes(D()) < 8) {  // scalar: one bit at a time
    uint8_t bit[8] = {};
    hn::StoreMaskBits(d, mask, bit);
    *word = (at % 64 == 0 ? 0 : *word) | uint64_t{bit[0]} << at % 64;
  } else {
    hn::StoreMaskBits(d, mask, reinterpret_cast<uint8_t*>(word) + at % 64 / 8);
  }
}

template <class D, class V>
HWY_INLINE hn::Mask<D> within(D d, V v, char first, uint8_t extent) {
  const auto moved = hn::Sub(v, hn::Set(d, static_cast<uint8_t>(first)));
  return hn::Eq(hn::Min(moved, hn::Set(d, extent)), moved);
}

HWY_INLINE void mark_spots(const uint8_t* bytes, size_t at, SpotMasks& word) {
  const hn::CappedTag<uint8_t, 64> d;
  const auto v = hn::LoadU(d, bytes);
  const auto is = [&](char c) { return hn::Eq(v, hn::Set(d, static_cast<uint8_t>(c))); };
  const auto folded = hn::Or(v, hn::Set(d, 0x20));
  const auto digit = within(d, v, '0', 9);
  const auto alnum = hn::Or(digit, within(d, folded, 'a', 25));
  const auto marks = hn::Or(hn::Or(is('+'), is('/')), hn::Or(is('-'), is('_')));
  store_spot_bits(d, is('\\'), &word.backslash, at);
  store_spot_bits(d, is('%'), &word.percent, at);
  store_spot_bits(d, is('&'), &word.ampersand, at);
  store_spot_bits(d, is('='), &word.equals, at);
  store_spot_bits(d, hn::Or(is('\n'), is('\r')), &word.line_end, at);
  store_spot_bits(d, within(d, v, 'A', 25), &word.upper, at);
  store_spot_bits(d, hn::Or(digit, within(d, folded, 'a', 5)), &word.hex, at);
  store_spot_bits(d, hn::Or(alnum, marks), &word.base64, at);
}

void spots_of(const uint8_t* bytes, size_t size, SpotMasks* words) {
  const size_t lanes = hn::Lanes(hn::CappedTag<uint8_t, 64>());
  const size_t whole = size / 64 * 64;
  for (size_t at = 0; at < whole; at += lanes) mark_spots(bytes + at, at, words[at / 64]);
  if (whole == size) return;
  uint8_t tail[64] = {};  // NUL is in no set
  std::memcpy(tail, bytes + whole, size - whole);
  for (size_t at = 0; at < 64; at += lanes) mark_spots(tail + at, at, words[whole / 64]);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(spots_of);

void spot_masks(std::string_view text, SpotMasks* words) {
  HWY_DYNAMIC_DISPATCH(spots_of)(reinterpret_cast<const uint8_t*>(text.data()), text.size(), words);
}

}  // namespace pidun
#endif  // HWY_ONCE
