// See spot_masks.h.
#include "unwrap/spot_masks.h"

#include <cstring>

#include "base/byte_masks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "unwrap/spot_masks.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Stores the bits of one vector where they belong; never loads a word back that was stored in parts.
template <class D, class M>
HWY_INLINE void store_spot_bits(D d, M mask, uint64_t* words, size_t at) {
  if constexpr (hn::MaxLanes(D()) < 8) {  // scalar: one bit at a time
    uint8_t bit[8] = {};
    hn::StoreMaskBits(d, mask, bit);
    words[at / 64] = (at % 64 == 0 ? 0 : words[at / 64]) | uint64_t{bit[0]} << at % 64;
  } else {
    hn::StoreMaskBits(d, mask, reinterpret_cast<uint8_t*>(words) + at / 8);
  }
}

template <class D, class V>
HWY_INLINE hn::Mask<D> within(D d, V v, char first, uint8_t extent) {
  const auto moved = hn::Sub(v, hn::Set(d, static_cast<uint8_t>(first)));
  return hn::Eq(hn::Min(moved, hn::Set(d, extent)), moved);
}

HWY_INLINE uint64_t* words_of(uint64_t* const* sets, SpotSet set) { return sets[static_cast<size_t>(set)]; }

HWY_INLINE void mark_bytes(const uint8_t* bytes, size_t at, uint64_t* const* sets) {
  const hn::CappedTag<uint8_t, 64> d;
  const auto v = hn::LoadU(d, bytes);
  const auto is = [&](char c) { return hn::Eq(v, hn::Set(d, static_cast<uint8_t>(c))); };
  const auto store = [&](SpotSet set, auto mask) { store_spot_bits(d, mask, words_of(sets, set), at); };
  const auto folded = hn::Or(v, hn::Set(d, 0x20));
  const auto digit = within(d, v, '0', 9);
  const auto alnum = hn::Or(digit, within(d, folded, 'a', 25));
  // + and / differ in one bit.
  const auto marks = hn::Or(hn::Eq(hn::Or(v, hn::Set(d, 4)), hn::Set(d, '/')), hn::Or(is('-'), is('_')));
  store(SpotSet::backslash, is('\\'));
  store(SpotSet::percent, is('%'));
  store(SpotSet::ampersand, is('&'));
  store(SpotSet::equals, is('='));
  store(SpotSet::line_end, hn::Or(is('\n'), is('\r')));
  store(SpotSet::upper, within(d, v, 'A', 25));
  store(SpotSet::hex, hn::Or(digit, within(d, folded, 'a', 5)));
  store(SpotSet::base64, hn::Or(alnum, marks));
}

using Words = hn::CappedTag<uint64_t, 8>;

// The bits that stand `by` bytes further on, or back.
template <int by>
HWY_INLINE hn::Vec<Words> ahead(const uint64_t* words, size_t i) {
  const Words d;
  return hn::Or(hn::ShiftRight<by>(hn::LoadU(d, words + i)), hn::ShiftLeft<64 - by>(hn::LoadU(d, words + i + 1)));
}
template <int by>
HWY_INLINE hn::Vec<Words> behind(const uint64_t* words, size_t i) {
  const Words d;
  return hn::Or(hn::ShiftLeft<by>(hn::LoadU(d, words + i)), hn::ShiftRight<64 - by>(hn::LoadU(d, words + i - 1)));
}

// to[i] = from & (from, `by` bytes on): of bits that say "n in a row", those that say "n + by in a row". In place too,
// since words behind are read before they are written.
template <int by>
HWY_INLINE void narrow(const uint64_t* from, uint64_t* to, size_t count) {
  const Words d;
  for (size_t i = 0; i < count; i += hn::Lanes(d))
    hn::StoreU(hn::And(hn::LoadU(d, from + i), ahead<by>(from, i)), d, to + i);
}

// words |= (words, `by` bytes back), in place; from the last word to the first.
template <int by>
HWY_INLINE void widen(uint64_t* words, size_t count) {
  const Words d;
  const size_t lanes = hn::Lanes(d);
  for (size_t i = (count + lanes - 1) / lanes * lanes; i > 0;) {
    i -= lanes;
    hn::StoreU(hn::Or(hn::LoadU(d, words + i), behind<by>(words, i)), d, words + i);
  }
}

HWY_INLINE void find_runs(uint64_t* const* sets, size_t count) {
  const Words d;
  uint64_t* row = words_of(sets, SpotSet::scratch);
  const uint64_t *base64 = words_of(sets, SpotSet::base64), *hex = words_of(sets, SpotSet::hex);
  static_assert(1 + 1 + 2 + 4 + 7 == kShortestBase64 && 1 + 1 + 2 + 4 + 8 + 6 == kShortestHex);
  narrow<1>(base64, row, count);
  narrow<2>(row, row, count);
  narrow<4>(row, row, count);
  narrow<7>(row, row, count);
  widen<1>(row, count);
  widen<2>(row, count);
  widen<4>(row, count);
  widen<7>(row, count);
  for (size_t i = 0; i < count; i += hn::Lanes(d))
    hn::StoreU(hn::And(hn::LoadU(d, row + i), hn::LoadU(d, words_of(sets, SpotSet::upper) + i)), d,
               words_of(sets, SpotSet::capital) + i);
  narrow<1>(hex, row, count);
  narrow<2>(row, row, count);
  narrow<4>(row, row, count);
  narrow<8>(row, row, count);
  narrow<6>(row, row, count);
  for (size_t i = 0; i < count; i += hn::Lanes(d))
    hn::StoreU(hn::AndNot(behind<1>(row, i), hn::LoadU(d, row + i)), d, words_of(sets, SpotSet::hex_run) + i);
}

HWY_INLINE void find_escapes(uint64_t* const* sets, size_t count) {
  const Words d;
  const uint64_t *hex = words_of(sets, SpotSet::hex), *upper = words_of(sets, SpotSet::upper),
                 *equals = words_of(sets, SpotSet::equals), *line_end = words_of(sets, SpotSet::line_end);
  for (size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto load = [&](SpotSet set) { return hn::LoadU(d, words_of(sets, set) + i); };
    const auto second = ahead<2>(hex, i);
    const auto percent = hn::And(load(SpotSet::percent), second);
    const auto telling = hn::Or(ahead<2>(upper, i), ahead<3>(equals, i));
    const auto pair = hn::And(hn::And(ahead<1>(hex, i), second), telling);
    const auto quoted = hn::And(load(SpotSet::equals), hn::Or(pair, ahead<1>(line_end, i)));
    hn::StoreU(percent, d, words_of(sets, SpotSet::percent) + i);
    hn::StoreU(quoted, d, words_of(sets, SpotSet::quoted) + i);
    const auto escapes = hn::Or(hn::Or(load(SpotSet::backslash), load(SpotSet::ampersand)), hn::Or(percent, quoted));
    hn::StoreU(hn::Or(escapes, hn::Or(load(SpotSet::capital), load(SpotSet::hex_run))), d,
               words_of(sets, SpotSet::any) + i);
  }
}

// Every set has a vector's room of zeros before it and behind `count` words.
void find_spots(const uint8_t* bytes, size_t size, uint64_t* const* given) {
  constexpr size_t kAhead = 2048;
  uint64_t* sets[kSpotSets];  // a copy that nobody else knows of stays in registers
  std::memcpy(sets, given, sizeof(sets));
  const size_t lanes = hn::Lanes(hn::CappedTag<uint8_t, 64>());
  const size_t whole = size / 64 * 64, count = (size + 63) / 64;
  for (size_t at = 0; at < whole; at += lanes) {
    hwy::Prefetch(bytes + at + kAhead);
    mark_bytes(bytes + at, at, sets);
  }
  if (whole < size) {
    uint8_t tail[64] = {};  // NUL is in no set
    std::memcpy(tail, bytes + whole, size - whole);
    for (size_t at = 0; at < 64; at += lanes) mark_bytes(tail + at, whole + at, sets);
  }
  find_runs(sets, count);
  find_escapes(sets, count);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(find_spots);

void SpotMasks::find(std::string_view text) {
  const size_t count = mask_words(text.size()), stride = kMargin + count + 2 * kMargin;
  if (words_.size() < stride * kSpotSets) words_.resize(stride * kSpotSets);
  for (size_t i = 0; i < kSpotSets; ++i) {
    uint64_t* words = sets_[i] = words_.data() + i * stride + kMargin;
    std::memset(words - kMargin, 0, kMargin * sizeof(uint64_t));
    std::memset(words + count, 0, 2 * kMargin * sizeof(uint64_t));
  }
  HWY_DYNAMIC_DISPATCH(find_spots)(reinterpret_cast<const uint8_t*>(text.data()), text.size(), sets_.data());
}

}  // namespace pidun
#endif  // HWY_ONCE
