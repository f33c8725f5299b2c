#include "match/text_masks.h"

#include <initializer_list>

#include "base/byte_masks.h"
#include "base/whole_blocks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "match/text_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

#ifndef PIDUN_MATCH_TEXT_MASKS_TABLES
#define PIDUN_MATCH_TEXT_MASKS_TABLES
namespace pidun {
namespace {

// One bit a pair of bytes. A byte may begin a pair when its low half and its high half both have the pair's bit, and
// end one likewise by tables of their own. What leads to masked values and to numbers in other dress (odd_places.h)
// shares bits with pairs that it does not confuse: none of what the halves let through besides is frequent.
enum Pair : unsigned {
  kHanziDigit = 1,  // and x
  kHanziCapital = 2,
  kColonSlash = 4,         // and E+
  kCapitalDigit = 8,       // A to O
  kLateCapitalDigit = 16,  // P to Z
  kDigitRound = 32,        // ( * #
  kDigitSquare = 64,       // [ x X, and the first bytes of （ ＊ ● and of emoji
  kBeforeStar = 128        // a sign, a control character or a high byte before *
};
// The last two bytes of masks of three bytes, exactly; looked for only where there are high bytes.
enum WidePair : unsigned {
  kWideStar = 1,     // ＊
  kSomebody = 2,     // 某
  kDisc = 4,         // ●
  kFullBlock = 8,    // █
  kCloser = 16,      // 」 』
  kLateCloser = 32,  // 】 〕 ’ ”
  kWideCloser = 64,  // ］
  kClosers = kCloser | kLateCloser | kWideCloser
};

struct HalfTables {
  alignas(16) uint8_t first_low[16], first_high[16], second_low[16], second_high[16];
};

// The pairs whose first byte has a low half and a high half out of two lists, and whose second likewise.
constexpr void add_pairs(HalfTables& halves, unsigned pair, std::initializer_list<unsigned> first_low,
                         std::initializer_list<unsigned> first_high, std::initializer_list<unsigned> second_low,
                         std::initializer_list<unsigned> second_high) {
  const auto set = [pair](uint8_t* table, std::initializer_list<unsigned> list) {
    for (const unsigned half : list) table[half] = static_cast<uint8_t>(table[half] | pair);
  };
  set(halves.first_low, first_low);
  set(halves.first_high, first_high);
  set(halves.second_low, second_low);
  set(halves.second_high, second_high);
}

constexpr std::initializer_list<unsigned> kAnyHalf = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
constexpr std::initializer_list<unsigned> kToNine = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
constexpr std::initializer_list<unsigned> kHighHalf = {8, 9, 10, 11, 12, 13, 14, 15};

constexpr HalfTables kHalves = [] {
  HalfTables halves{};
  add_pairs(halves, kHanziDigit, kAnyHalf, kHighHalf, kToNine, {3, 7});
  add_pairs(halves, kHanziCapital, kAnyHalf, kHighHalf, kAnyHalf, {4, 5});
  add_pairs(halves, kColonSlash, {0xA}, {3}, {0xF}, {2});
  add_pairs(halves, kColonSlash, {5}, {4}, {0xB}, {2});
  add_pairs(halves, kCapitalDigit, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {4}, kToNine, {3});
  add_pairs(halves, kLateCapitalDigit, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {5}, kToNine, {3});
  add_pairs(halves, kDigitRound, kToNine, {3}, {3, 8, 0xA}, {2});
  add_pairs(halves, kDigitSquare, kToNine, {3}, {0, 2, 8, 0xB, 0xF}, {5, 7, 0xE, 0xF});
  add_pairs(halves, kBeforeStar, kAnyHalf, {0, 2, 8, 9, 10, 11, 12, 13, 14, 15}, {0xA}, {2});
  return halves;
}();

constexpr HalfTables kWideHalves = [] {
  HalfTables halves{};
  add_pairs(halves, kWideStar, {0xC}, {0xB}, {0xA}, {8});
  add_pairs(halves, kSomebody, {0xF}, {9}, {0}, {9});
  add_pairs(halves, kDisc, {7}, {9}, {0xF}, {8});
  add_pairs(halves, kFullBlock, {6}, {9}, {8}, {8});
  add_pairs(halves, kCloser, {0}, {8}, {0xD, 0xF}, {8});
  add_pairs(halves, kLateCloser, {0}, {8}, {1, 5, 9, 0xD}, {9});
  add_pairs(halves, kWideCloser, {0xC}, {0xB}, {0xD}, {0xB});
  return halves;
}();

// Sets of single bytes by their halves, as above.
enum Single : unsigned {
  kSingleDigit = 128,  // the sign bit, so that digits need no comparison
  kSingleJoint = 64,   // beside it
  kSingleSign = 4,
  kSingleWideSign = 8,  // the first byte of ：
};

struct SingleTables {
  alignas(16) uint8_t low[16], high[16];
};

constexpr SingleTables kSingles = [] {
  SingleTables singles{};
  const auto add = [&](unsigned bit, std::initializer_list<unsigned> low, unsigned high) {
    for (const unsigned half : low) singles.low[half] = static_cast<uint8_t>(singles.low[half] | bit);
    singles.high[high] = static_cast<uint8_t>(singles.high[high] | bit);
  };
  add(kSingleDigit, kToNine, 3);
  add(kSingleJoint, {0, 0xD, 0xE, 0xF}, 2);
  add(kSingleSign, {0xA, 0xB, 0xC, 0xD}, 3);
  add(kSingleWideSign, {0xF}, 0xE);
  return singles;
}();

constexpr size_t kSeen = 6;  // bytes behind a byte that its mark depends on
// What is read next lies a segment on: fetched while there is something else to do. Past the end it does nothing.
constexpr size_t kNextSegment = 64 * 1024;
constexpr uint8_t kWideSignLead = 0xEF;  // the first byte of ：

}  // namespace
}  // namespace pidun
#endif  // PIDUN_MATCH_TEXT_MASKS_TABLES

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// For the target without vectors.
void scalar_masks(const uint8_t* bytes, size_t size, TextWord* words) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size + kSeen);
  for (size_t i = 0; i < size; ++i) {
    TextWord& word = words[i / 64];
    if (i % 64 == 0) word = {};
    const uint8_t c = bytes[i];
    const auto note = [&](uint64_t& mask, bool holds) { mask |= uint64_t{holds} << i % 64; };
    note(word.digits, c >= '0' && c <= '9');
    note(word.joints, c == ' ' || (c >= '-' && c <= '/'));
    note(word.wide_masks, ends_wide_mask(text, i));
    note(word.ats, c == '@');
    note(word.signs, (c >= ':' && c <= '=') || c == kWideSignLead || closes_wide(text, i));
    note(word.high, c >= 0x80);
    note(word.marks, form_mark(text, i));
  }
}

// `size` is a multiple of 64, and kSeen bytes behind it can be read.
void masks_of_blocks(const uint8_t* bytes, size_t size, TextWord* words) {
  const hn::CappedTag<uint8_t, 64> d;
  const hn::RebindToSigned<decltype(d)> signed_d;
  const size_t lanes = hn::Lanes(d);
  if (lanes < 16) return scalar_masks(bytes, size, words);
  const auto form_first_low = hn::LoadDup128(d, kHalves.first_low),
             form_first_high = hn::LoadDup128(d, kHalves.first_high);
  const auto form_second_low = hn::LoadDup128(d, kHalves.second_low),
             form_second_high = hn::LoadDup128(d, kHalves.second_high);
  const auto wide_first_low = hn::LoadDup128(d, kWideHalves.first_low);
  const auto wide_first_high = hn::LoadDup128(d, kWideHalves.first_high);
  const auto wide_second_low = hn::LoadDup128(d, kWideHalves.second_low);
  const auto wide_second_high = hn::LoadDup128(d, kWideHalves.second_high);
  const auto single_low = hn::LoadDup128(d, kSingles.low), single_high = hn::LoadDup128(d, kSingles.high);
  const auto low_half = hn::Set(d, 15), colon = hn::Set(d, ':'), dash = hn::Set(d, '-');
  const auto zero = hn::Zero(d);
  const auto mark_bytes = [&](const uint8_t* from, TextWord& word, size_t bit) HWY_ATTR {
    __builtin_prefetch(from + kNextSegment);
    const auto here = hn::LoadU(d, from), next = hn::LoadU(d, from + 1);
    const auto here_low = hn::And(here, low_half), here_high = hn::ShiftRight<4>(here);
    const auto single =
        hn::And(hn::TableLookupBytes(single_low, here_low), hn::TableLookupBytes(single_high, here_high));
    // Vectors are compared as signed: below zero is what has the sign bit.
    const auto below_zero = [&](auto vector)
                                HWY_ATTR { return hn::Lt(hn::BitCast(signed_d, vector), hn::Zero(signed_d)); };
    const auto above_zero = [&](auto vector)
                                HWY_ATTR { return hn::Gt(hn::BitCast(signed_d, vector), hn::Zero(signed_d)); };
    store_bits(signed_d, below_zero(single), &word.digits, bit);
    store_bits(signed_d, below_zero(hn::Add(single, single)), &word.joints, bit);
    store_bits(d, hn::Eq(here, hn::Set(d, '@')), &word.ats, bit);
    const auto high = below_zero(here);
    store_bits(signed_d, high, &word.high, bit);
    const auto next_low = hn::And(next, low_half), next_high = hn::ShiftRight<4>(next);
    const auto pairs = [&](auto first_low, auto first_high, auto second_low, auto second_high) HWY_ATTR {
      const auto first =
          hn::And(hn::TableLookupBytes(first_low, here_low), hn::TableLookupBytes(first_high, here_high));
      const auto second =
          hn::And(hn::TableLookupBytes(second_low, next_low), hn::TableLookupBytes(second_high, next_high));
      return hn::And(first, second);
    };
    const auto wide =
        hn::AllFalse(signed_d, high) ? zero : pairs(wide_first_low, wide_first_high, wide_second_low, wide_second_high);
    const auto closers = hn::And(wide, hn::Set(d, static_cast<uint8_t>(kClosers)));
    store_bits(signed_d, above_zero(hn::AndNot(closers, wide)), &word.wide_masks, bit);
    const auto signs =
        hn::Or(hn::And(single, hn::Set(d, static_cast<uint8_t>(kSingleSign | kSingleWideSign))), closers);
    store_bits(signed_d, above_zero(signs), &word.signs, bit);
    const auto pair = hn::Ne(pairs(form_first_low, form_first_high, form_second_low, form_second_high), zero);
    const auto sign = hn::Or(hn::Eq(here, colon), hn::Eq(here, dash));
    const auto again = hn::And(hn::Eq(here, hn::LoadU(d, from + 3)), hn::Eq(here, hn::LoadU(d, from + 6)));
    store_bits(d, hn::Or(pair, hn::And(sign, again)), &word.marks, bit);
  };
  for (size_t at = 0; at < size; at += 64, ++words)
    for (size_t bit = 0; bit < 64; bit += lanes) mark_bytes(bytes + at + bit, *words, bit);
}

void masks_of(const uint8_t* bytes, size_t size, TextWord* words) {
  in_whole_blocks<kSeen>(bytes, size, words, masks_of_blocks);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);

void text_masks(std::string_view bytes, TextWord* words) {
  if (bytes.empty()) return;
  HWY_DYNAMIC_DISPATCH(masks_of)(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), words);
}

namespace {

unsigned byte_at(std::string_view bytes, size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
}

unsigned pairs_of(const HalfTables& halves, unsigned here, unsigned next) {
  return halves.first_low[here & 15] & halves.first_high[here >> 4] & halves.second_low[next & 15] &
         halves.second_high[next >> 4];
}

}  // namespace

bool form_mark(std::string_view bytes, size_t i) {
  const unsigned here = byte_at(bytes, i);
  const bool sign = here == ':' || here == '-';
  return pairs_of(kHalves, here, byte_at(bytes, i + 1)) != 0 ||
         (sign && byte_at(bytes, i + 3) == here && byte_at(bytes, i + 6) == here);
}

bool ends_wide_mask(std::string_view bytes, size_t i) {
  return (pairs_of(kWideHalves, byte_at(bytes, i), byte_at(bytes, i + 1)) & ~unsigned{kClosers}) != 0;
}

bool closes_wide(std::string_view bytes, size_t i) {
  return (pairs_of(kWideHalves, byte_at(bytes, i), byte_at(bytes, i + 1)) & kClosers) != 0;
}

}  // namespace pidun
#endif  // HWY_ONCE
