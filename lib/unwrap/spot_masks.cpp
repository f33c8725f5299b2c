// See spot_masks.h.
#include "unwrap/spot_masks.h"

#include <cstring>
#include <initializer_list>

#include "base/byte_masks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "unwrap/spot_masks.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

#ifndef PIDUN_UNWRAP_SPOT_MASKS_TABLES
#define PIDUN_UNWRAP_SPOT_MASKS_TABLES
namespace pidun {
namespace {

// A byte is of a class when its low half and its high half both have the class's bit.
enum SpotClass : unsigned {
  kDigit = 1,
  kHexLetter = 2,
  kLetterToO = 4,
  kLetterFromP = 8,
  kSign = 16,  // + - /
  kUnderscore = 32,
  kPercentAnd = 64  // % &
};
constexpr unsigned kHexByte = kDigit | kHexLetter;
constexpr unsigned kBase64Byte = kDigit | kLetterToO | kLetterFromP | kSign | kUnderscore;

struct SpotHalves {
  alignas(16) uint8_t low[16], high[16];
};

constexpr SpotHalves kHalves = [] {
  SpotHalves halves{};
  const auto add = [&](unsigned bit, std::initializer_list<unsigned> low, std::initializer_list<unsigned> high) {
    for (const unsigned half : low) halves.low[half] = static_cast<uint8_t>(halves.low[half] | bit);
    for (const unsigned half : high) halves.high[half] = static_cast<uint8_t>(halves.high[half] | bit);
  };
  add(kDigit, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {3});
  add(kHexLetter, {1, 2, 3, 4, 5, 6}, {4, 6});
  add(kLetterToO, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {4, 6});
  add(kLetterFromP, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {5, 7});
  add(kSign, {11, 13, 15}, {2});
  add(kUnderscore, {15}, {5});
  add(kPercentAnd, {5, 6}, {2});
  return halves;
}();

constexpr uint8_t class_of(uint8_t byte) { return kHalves.low[byte & 15] & kHalves.high[byte >> 4]; }

}  // namespace
}  // namespace pidun
#endif  // PIDUN_UNWRAP_SPOT_MASKS_TABLES

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

HWY_INLINE uint64_t* words_of(uint64_t* const* sets, SpotSet set) { return sets[static_cast<size_t>(set)]; }

// The first passes' sets, in registers.
struct ByteSets {
  uint64_t *escape, *equals, *hex, *base64, *upper;
};

#if HWY_TARGET == HWY_SCALAR
HWY_INLINE size_t byte_lanes() { return 64; }

HWY_INLINE void mark_bytes(const uint8_t* bytes, size_t at, const ByteSets& sets) {
  uint64_t escape = 0, equals = 0, hex = 0, base64 = 0, upper = 0;
  for (size_t i = 0; i < 64; ++i) {
    const uint8_t c = bytes[i];
    const unsigned found = class_of(c);
    escape |= uint64_t{c == '\\' || (found & kPercentAnd) != 0} << i;
    equals |= uint64_t{c == '='} << i;
    hex |= uint64_t{(found & kHexByte) != 0} << i;
    base64 |= uint64_t{(found & kBase64Byte) != 0} << i;
    upper |= uint64_t{c >= 'A' && c <= 'Z'} << i;
  }
  sets.escape[at / 64] = escape;
  sets.equals[at / 64] = equals;
  sets.hex[at / 64] = hex;
  sets.base64[at / 64] = base64;
  sets.upper[at / 64] = upper;
}
#else
HWY_INLINE size_t byte_lanes() { return hn::Lanes(hn::CappedTag<uint8_t, 64>()); }

HWY_INLINE void mark_bytes(const uint8_t* bytes, size_t at, const ByteSets& sets) {
  const hn::CappedTag<uint8_t, 64> d;
  const hn::RebindToSigned<decltype(d)> signed_d;
  const auto v = hn::LoadU(d, bytes);
  const auto is = [&](char c) { return hn::Eq(v, hn::Set(d, static_cast<uint8_t>(c))); };
  const auto low = hn::TableLookupBytes(hn::LoadDup128(d, kHalves.low), hn::And(v, hn::Set(d, 15)));
  const auto high = hn::TableLookupBytes(hn::LoadDup128(d, kHalves.high), hn::ShiftRight<4>(v));
  const auto found = hn::And(low, high);
  // No class is the sign bit, so that one comparison tells them.
  const auto among = [&](unsigned classes) {
    const auto some = hn::BitCast(signed_d, hn::And(found, hn::Set(d, static_cast<uint8_t>(classes))));
    return hn::RebindMask(d, hn::Gt(some, hn::Zero(signed_d)));
  };
  const auto from_a = hn::Sub(v, hn::Set(d, 'A'));
  store_bits(d, hn::Or(is('\\'), among(kPercentAnd)), sets.escape, at);
  store_bits(d, is('='), sets.equals, at);
  store_bits(d, among(kHexByte), sets.hex, at);
  store_bits(d, among(kBase64Byte), sets.base64, at);
  store_bits(d, hn::Eq(hn::Min(from_a, hn::Set(d, 25)), from_a), sets.upper, at);
}
#endif

using Words = hn::CappedTag<uint64_t, 8>;

// Bits of words side by side: those of word i, and those behind or before it.
struct Pair {
  hn::Vec<Words> low, high;
};

// The bits of word i that stand `by` bytes further on, or back.
template <int by>
HWY_INLINE hn::Vec<Words> ahead(Pair pair) {
  return hn::Or(hn::ShiftRight<by>(pair.low), hn::ShiftLeft<64 - by>(pair.high));
}
template <int by>
HWY_INLINE hn::Vec<Words> behind(Pair pair) {
  return hn::Or(hn::ShiftLeft<by>(pair.high), hn::ShiftRight<64 - by>(pair.low));
}
HWY_INLINE Pair with_next(const uint64_t* words, size_t i) {
  return {hn::LoadU(Words(), words + i), hn::LoadU(Words(), words + i + 1)};
}

// Of bits that say "n in a row" from here on, those that say "n + by in a row": as far as the high word knows.
template <int by>
HWY_INLINE Pair narrow(Pair pair) {
  return {hn::And(pair.low, ahead<by>(pair)), hn::And(pair.high, hn::ShiftRight<by>(pair.high))};
}
// Each bit with the `by` bits behind it.
template <int by>
HWY_INLINE Pair widen(Pair pair) {
  return {hn::Or(pair.low, hn::ShiftLeft<by>(pair.low)), hn::Or(pair.high, behind<by>(pair))};
}

// Where kShortestBase64 characters in a row begin.
HWY_INLINE void find_rows(uint64_t* const* sets, size_t count) {
  static_assert(1 + 1 + 2 + 4 + 7 == kShortestBase64);
  const uint64_t* base64 = words_of(sets, SpotSet::base64);
  uint64_t* rows = words_of(sets, SpotSet::rows);
  for (size_t i = 0; i < count; i += hn::Lanes(Words()))
    hn::StoreU(narrow<7>(narrow<4>(narrow<2>(narrow<1>(with_next(base64, i))))).low, Words(), rows + i);
}

// Capitals in long runs, and the first of kShortestHex hex digits, which are such a run.
HWY_INLINE hn::Vec<Words> find_runs(uint64_t* const* sets, size_t i, Pair rows) {
  static_assert(1 + 1 + 2 + 4 + 8 + 6 == kShortestHex);
  const Words d;
  const auto covered = widen<7>(widen<4>(widen<2>(widen<1>(rows)))).high;
  const auto capital = hn::And(covered, hn::LoadU(d, words_of(sets, SpotSet::upper) + i));
  const uint64_t* hex = words_of(sets, SpotSet::hex);
  const Pair digits = with_next(hex, i);
  const auto many = narrow<6>(narrow<8>(narrow<4>(narrow<2>(narrow<1>(digits))))).low;
  const auto hex_run = hn::AndNot(behind<1>({hn::LoadU(d, hex + i - 1), digits.low}), many);
  hn::StoreU(capital, d, words_of(sets, SpotSet::capital) + i);
  hn::StoreU(hex_run, d, words_of(sets, SpotSet::hex_run) + i);
  return hn::Or(capital, hex_run);
}

// The words that something is in; the sets of the others are not written.
HWY_INLINE void find_any(uint64_t* const* sets, size_t count) {
  const Words d;
  const uint64_t *hex = words_of(sets, SpotSet::hex), *upper = words_of(sets, SpotSet::upper),
                 *equals = words_of(sets, SpotSet::equals), *rows = words_of(sets, SpotSet::rows),
                 *base64 = words_of(sets, SpotSet::base64), *escape = words_of(sets, SpotSet::escape);
  const auto none = hn::Zero(d);
  for (size_t i = 0; i < count; i += hn::Lanes(d)) {
    auto any = hn::LoadU(d, escape + i);
    if (const Pair signs = with_next(equals, i); !hn::AllTrue(d, hn::Eq(signs.low, none))) {
      const Pair digits = with_next(hex, i);
      const auto telling = hn::Or(ahead<2>(with_next(upper, i)), ahead<3>(signs));
      const auto pair = hn::And(hn::And(ahead<1>(digits), ahead<2>(digits)), telling);
      const auto quoted = hn::And(signs.low, pair);
      hn::StoreU(quoted, d, words_of(sets, SpotSet::quoted) + i);
      any = hn::Or(any, hn::Or(quoted, hn::AndNot(ahead<1>(with_next(base64, i)), signs.low)));
    } else {
      hn::StoreU(none, d, words_of(sets, SpotSet::quoted) + i);
    }
    const Pair near{hn::LoadU(d, rows + i - 1), hn::LoadU(d, rows + i)};
    if (hn::AllTrue(d, hn::Eq(hn::Or(near.low, near.high), none))) {
      hn::StoreU(none, d, words_of(sets, SpotSet::capital) + i);
      hn::StoreU(none, d, words_of(sets, SpotSet::hex_run) + i);
    } else {
      any = hn::Or(any, find_runs(sets, i, near));
    }
    hn::StoreU(any, d, words_of(sets, SpotSet::any) + i);
  }
}

// Every set has a vector's room of zeros before it and behind `count` words.
void find_spots(const uint8_t* bytes, size_t size, uint64_t* const* sets) {
  constexpr size_t kAhead = 2048;
  const ByteSets byte_sets{words_of(sets, SpotSet::escape), words_of(sets, SpotSet::equals),
                           words_of(sets, SpotSet::hex), words_of(sets, SpotSet::base64),
                           words_of(sets, SpotSet::upper)};
  const size_t lanes = byte_lanes();
  const size_t whole = size / 64 * 64, count = (size + 63) / 64;
  for (size_t at = 0; at < whole; at += lanes) {
    hwy::Prefetch(bytes + at + kAhead);
    mark_bytes(bytes + at, at, byte_sets);
  }
  if (whole < size) {
    uint8_t tail[64] = {};  // NUL is in no set
    std::memcpy(tail, bytes + whole, size - whole);
    for (size_t at = 0; at < 64; at += lanes) mark_bytes(tail + at, whole + at, byte_sets);
  }
  find_rows(sets, count);
  find_any(sets, count);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(find_spots);

void SpotMasks::make_room(size_t count) {
  const size_t stride = kMargin + count + 2 * kMargin;
  if (words_.size() < stride * kSpotSets) words_.resize(stride * kSpotSets);
  for (size_t i = 0; i < kSpotSets; ++i) sets_[i] = words_.data() + i * stride + kMargin;
}

void SpotMasks::find(std::string_view text) {
  const size_t count = mask_words(text.size());
  make_room(count);
  for (uint64_t* words : sets_) {
    std::memset(words - kMargin, 0, kMargin * sizeof(uint64_t));
    std::memset(words + count, 0, 2 * kMargin * sizeof(uint64_t));
  }
  HWY_DYNAMIC_DISPATCH(find_spots)(reinterpret_cast<const uint8_t*>(text.data()), text.size(), sets_.data());
}

void SpotMasks::start(size_t size) {
  const size_t count = mask_words(size);
  make_room(count);
  std::memset(words_.data(), 0, (count + 3 * kMargin) * kSpotSets * sizeof(uint64_t));
}

void SpotMasks::find(std::string_view text, size_t begin, size_t end) {
  std::array<uint64_t*, kSpotSets> sets = sets_;
  for (uint64_t*& words : sets) words += begin;
  const std::string_view part = text.substr(begin * 64, (end - begin) * 64);
  HWY_DYNAMIC_DISPATCH(find_spots)(reinterpret_cast<const uint8_t*>(part.data()), part.size(), sets.data());
}

}  // namespace pidun
#endif  // HWY_ONCE
