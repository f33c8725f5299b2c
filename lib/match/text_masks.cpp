#include "match/text_masks.h"

#include <cstring>

#include "base/byte_masks.h"

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
// end one likewise by tables of their own.
enum Pair : unsigned {
  kHanziDigit = 1,
  kHanziCapital = 2,
  kColonSlash = 4,
  kCapitalDigit = 8,       // A to O
  kLateCapitalDigit = 16,  // P to Z
  kDigitRound = 32,        // ( * #
  kDigitSquare = 64,       // [ x X, and the first bytes of （ ＊ ● and of emoji
  kBeforeStar = 128        // a sign, a control character or hanzi before *; the last two bytes of ＊
};
struct HalfTables {
  alignas(16) uint8_t first_low[16], first_high[16], second_low[16], second_high[16];
};
// What leads to masked values and to numbers in other dress (odd_places.h) shares bits with pairs that it does not
// confuse: none of what the halves let through besides is frequent.
constexpr void add_masks(HalfTables& halves, auto set) {
  for (const unsigned half : {0x3u, 0xAu}) set(halves.second_low[half], kDigitRound);
  for (const unsigned half : {0x0u, 0x2u, 0x8u}) set(halves.second_low[half], kDigitSquare);
  for (const unsigned half : {0x7u, 0xEu, 0xFu}) set(halves.second_high[half], kDigitSquare);
  for (const unsigned half : {0x0u, 0x2u}) set(halves.first_high[half], kBeforeStar);
  set(halves.second_low[0xA], kBeforeStar);
  for (const unsigned half : {0x2u, 0x8u}) set(halves.second_high[half], kBeforeStar);
  set(halves.second_high[7], kHanziDigit);   // 张x
  set(halves.first_high[9], kCapitalDigit);  // the last two bytes of 某
  set(halves.second_high[9], kCapitalDigit);
  for (const unsigned half : {0x5u, 0x6u, 0x7u}) set(halves.first_low[half], kColonSlash);  // E+, ● █
  for (const unsigned half : {0x4u, 0x9u}) set(halves.first_high[half], kColonSlash);
  for (const unsigned half : {0x8u, 0xBu}) set(halves.second_low[half], kColonSlash);
  set(halves.second_high[8], kColonSlash);
}
constexpr HalfTables kHalves = [] {
  HalfTables halves{};
  const auto set = [](uint8_t& entry, unsigned pairs) { entry = static_cast<uint8_t>(entry | pairs); };
  constexpr unsigned kDigit = kDigitRound | kDigitSquare;
  for (unsigned half = 0; half < 16; ++half) {
    set(halves.first_low[half], kHanziDigit | kHanziCapital);
    set(halves.second_low[half], kHanziCapital);
    if (half <= 9) set(halves.first_low[half], kDigit);
    if (half <= 9) set(halves.second_low[half], kHanziDigit | kCapitalDigit | kLateCapitalDigit);
    if (half >= 1) set(halves.first_low[half], kCapitalDigit);
    if (half <= 0xA) set(halves.first_low[half], kLateCapitalDigit);
    if (half >= 8) set(halves.first_high[half], kHanziDigit | kHanziCapital | kBeforeStar);
    set(halves.first_low[half], kBeforeStar);
  }
  set(halves.first_low[0xA], kColonSlash);
  set(halves.second_low[0xF], kColonSlash | kDigitSquare);
  set(halves.second_low[8], kDigitRound);
  set(halves.second_low[0xB], kDigitSquare);
  set(halves.first_high[3], kColonSlash | kDigit);
  set(halves.first_high[4], kCapitalDigit);
  set(halves.first_high[5], kLateCapitalDigit);
  set(halves.second_high[2], kColonSlash | kDigitRound);
  set(halves.second_high[3], kHanziDigit | kCapitalDigit | kLateCapitalDigit);
  set(halves.second_high[4], kHanziCapital);
  set(halves.second_high[5], kHanziCapital | kDigitSquare);
  add_masks(halves, set);
  return halves;
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
    note(word.ats, c == '@');
    note(word.signs, (c >= ':' && c <= '=') || c == kWideSignLead);
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
  const auto first_low = hn::LoadDup128(d, kHalves.first_low), first_high = hn::LoadDup128(d, kHalves.first_high);
  const auto second_low = hn::LoadDup128(d, kHalves.second_low), second_high = hn::LoadDup128(d, kHalves.second_high);
  const auto low_half = hn::Set(d, 15), colon = hn::Set(d, ':'), dash = hn::Set(d, '-');
  const auto zero = hn::Zero(d);
  // In a range when (byte - lo) does not exceed the extent; unsigned subtraction wraps the rest out of reach.
  const auto within = [&](auto moved, uint8_t extent) { return hn::Eq(hn::Min(moved, hn::Set(d, extent)), moved); };
  for (size_t at = 0; at < size; at += lanes) {
    TextWord& word = words[at / 64];
    const size_t bit = at % 64;
    __builtin_prefetch(bytes + at + kNextSegment);
    const auto here = hn::LoadU(d, bytes + at), next = hn::LoadU(d, bytes + at + 1);
    const auto is_dash = hn::Eq(here, dash);
    store_bits(d, within(hn::Sub(here, hn::Set(d, '0')), 9), &word.digits, bit);
    const auto between = within(hn::Sub(here, dash), '/' - '-');
    store_bits(d, hn::Or(between, hn::Eq(here, hn::Set(d, ' '))), &word.joints, bit);
    store_bits(d, hn::Eq(here, hn::Set(d, '@')), &word.ats, bit);
    const auto wide = hn::Eq(here, hn::Set(d, kWideSignLead));
    store_bits(d, hn::Or(within(hn::Sub(here, colon), '=' - ':'), wide), &word.signs, bit);
    store_bits(signed_d, hn::Lt(hn::BitCast(signed_d, here), hn::Zero(signed_d)), &word.high, bit);
    const auto begins = hn::And(hn::TableLookupBytes(first_low, hn::And(here, low_half)),
                                hn::TableLookupBytes(first_high, hn::ShiftRight<4>(here)));
    const auto ends = hn::And(hn::TableLookupBytes(second_low, hn::And(next, low_half)),
                              hn::TableLookupBytes(second_high, hn::ShiftRight<4>(next)));
    const auto pair = hn::Ne(hn::And(begins, ends), zero);
    const auto sign = hn::Or(hn::Eq(here, colon), is_dash);
    const auto again = hn::And(hn::Eq(here, hn::LoadU(d, bytes + at + 3)), hn::Eq(here, hn::LoadU(d, bytes + at + 6)));
    store_bits(d, hn::Or(pair, hn::And(sign, again)), &word.marks, bit);
  }
}

void masks_of(const uint8_t* bytes, size_t size, TextWord* words) {
  const size_t whole = size < kSeen ? 0 : (size - kSeen) / 64 * 64;
  masks_of_blocks(bytes, whole, words);
  uint8_t tail[128 + kSeen] = {};
  const size_t rest = size - whole;  // at most 64 + kSeen
  std::memcpy(tail, bytes + whole, rest);
  masks_of_blocks(tail, mask_words(rest) * 64, words + whole / 64);
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

bool form_mark(std::string_view bytes, size_t i) {
  const auto byte = [&](size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u; };
  const unsigned here = byte(i), next = byte(i + 1);
  const unsigned begins = kHalves.first_low[here & 15] & kHalves.first_high[here >> 4];
  const unsigned ends = kHalves.second_low[next & 15] & kHalves.second_high[next >> 4];
  const bool sign = here == ':' || here == '-';
  return (begins & ends) != 0 || (sign && byte(i + 3) == here && byte(i + 6) == here);
}

}  // namespace pidun
#endif  // HWY_ONCE
