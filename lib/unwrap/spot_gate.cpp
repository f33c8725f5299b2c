// See spot_gate.h.
#include "unwrap/spot_gate.h"

#include <bit>
#include <cstring>

#include "base/ascii.h"
#include "unwrap/spot_masks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "unwrap/spot_gate.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

#ifndef PIDUN_UNWRAP_SPOT_GATE_TABLES
#define PIDUN_UNWRAP_SPOT_GATE_TABLES
namespace pidun {
namespace {

// A byte has a bit when both of its halves have it. Those of base64 are kBase64 or more.
enum Class : uint8_t { kPercentOrAmpersand = 1, kBackslash = 2, kEquals = 4, kBase64 = 8 };
struct HalfClasses {
  alignas(16) uint8_t low[16], high[16];
};
constexpr HalfClasses kClasses = [] {
  HalfClasses table{};
  const auto add = [&](uint8_t bit, std::initializer_list<unsigned> highs, unsigned first, unsigned last) {
    for (const unsigned high : highs) table.high[high] = static_cast<uint8_t>(table.high[high] | bit);
    for (unsigned low = first; low <= last; ++low) table.low[low] = static_cast<uint8_t>(table.low[low] | bit);
  };
  add(kPercentOrAmpersand, {2}, 5, 6);
  add(kBackslash, {5}, 0xC, 0xC);
  add(kEquals, {3}, 0xD, 0xD);
  add(8, {3}, 0, 9);
  add(16, {4, 6}, 1, 0xF);
  add(32, {5, 7}, 0, 0xA);
  add(64, {2, 5}, 0xF, 0xF);  // / and _
  add(128, {2}, 0xB, 0xB);    // + and -
  add(128, {2}, 0xD, 0xD);
  return table;
}();

constexpr size_t kGateWords = 64;  // looked at together
struct GateWords {
  uint64_t base64[kGateWords], small[kGateWords], equals[kGateWords];
};

}  // namespace
}  // namespace pidun
#endif  // PIDUN_UNWRAP_SPOT_GATE_TABLES

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// `size` is a multiple of 64. Whether a byte betrays an escape at once; `small` has a bit where bytes have their bit 5.
bool mark_gate(const uint8_t* bytes, size_t size, GateWords& words) {
  const hn::CappedTag<uint8_t, 64> d;
  const hn::RebindToSigned<decltype(d)> signed_d;
  const size_t lanes = hn::Lanes(d);
  if (lanes < 16) return true;  // without vectors Spots is as quick
  const auto low = hn::LoadDup128(d, kClasses.low), high = hn::LoadDup128(d, kClasses.high);
  const auto low_half = hn::Set(d, 15), escapes = hn::Set(d, kPercentOrAmpersand | kBackslash);
  const auto equals = hn::Set(d, kEquals), to_sign = hn::Set(d, 128 - kBase64);
  const auto negative = [&](auto v) { return hn::Lt(hn::BitCast(signed_d, v), hn::Zero(signed_d)); };
  auto any = hn::Zero(d);
  for (size_t at = 0; at < size; at += lanes) {
    const auto here = hn::LoadU(d, bytes + at);
    const auto classes = hn::And(hn::TableLookupBytes(low, hn::And(here, low_half)),
                                 hn::TableLookupBytes(high, hn::ShiftRight<4>(here)));
    any = hn::Or(any, classes);
    store_bits(signed_d, negative(hn::Add(classes, to_sign)), &words.base64[at / 64], at % 64);
    store_bits(signed_d, negative(hn::ShiftLeft<2>(here)), &words.small[at / 64], at % 64);
    store_bits(d, hn::Eq(classes, equals), &words.equals[at / 64], at % 64);
  }
  return !hn::AllFalse(d, hn::Ne(hn::And(any, escapes), hn::Zero(d)));
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(mark_gate);

namespace {

// Of two words in a row, the bits of the first at which 15 set ones begin, or 22.
struct Runs {
  uint64_t base64 = 0;
  uint64_t hex = 0;
};
Runs runs_of(uint64_t first, uint64_t second) {
  const auto narrow = [&](unsigned by) {
    first &= first >> by | second << (64 - by);
    second &= second >> by;
  };
  static_assert(kShortestBase64 == 15 && kShortestHex == 22);
  narrow(1);
  narrow(2);
  narrow(4);
  narrow(7);
  return {first, first & (first >> 7 | second << 57)};
}

// Whether a capital stands in one of the runs that begin at the bits of `begins`.
bool any_capital(uint64_t begins, uint64_t first_capitals, uint64_t second_capitals) {
  uint64_t first = begins, second = 0;
  const auto widen = [&](unsigned by) {
    second |= second << by | first >> (64 - by);
    first |= first << by;
  };
  widen(1);
  widen(2);
  widen(4);
  widen(7);
  return ((first & first_capitals) | (second & second_capitals)) != 0;
}

bool quoted_at(std::string_view text, size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\n';
  return next == '\n' || next == '\r' || (at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'F');
}

class Gate {
 public:
  explicit Gate(std::string_view text) : text_(text) {}

  // The word that begins at `at`; the one before is decided. `equals` are looked at at once.
  bool take(size_t at, uint64_t base64, uint64_t small, uint64_t equals) {
    const uint64_t capitals = base64 & ~small;
    // A capital or an equals sign further on, or what is no base64 right behind, is looked at.
    const uint64_t telling = (equals >> 3 | equals << 61) | (capitals >> 2 | capitals << 62) | (~base64 >> 1);
    constexpr uint64_t kLate = ~uint64_t{0} << 61;  // what they stand before is in the next word
    if ((equals & (telling | kLate)) != 0 && any_quoted(at, equals)) return true;
    if ((equals_ >> 61 & equals) != 0) return true;
    const Runs runs = runs_of(base64_, base64);
    if (runs.base64 != 0 && (capitals_ | capitals) != 0 && any_capital(runs.base64, capitals_, capitals)) return true;
    if (runs.hex != 0 && any_hex(at - 64, runs.hex)) return true;
    base64_ = base64;
    capitals_ = capitals;
    equals_ = equals;
    return false;
  }

 private:
  bool any_quoted(size_t at, uint64_t equals) const {
    if ((equals & equals >> 3) != 0) return true;
    for (uint64_t left = equals; left != 0; left &= left - 1)
      if (quoted_at(text_, at + static_cast<size_t>(std::countr_zero(left)))) return true;
    return false;
  }
  // Each bit begins 22 base64 characters; the last that is no hex digit tells where all hex ones can begin.
  bool any_hex(size_t at, uint64_t begins) const {
    while (begins != 0) {
      const auto bit = static_cast<size_t>(std::countr_zero(begins));
      size_t last = kShortestHex;
      while (last > 0 && is_hex(text_[at + bit + last - 1])) --last;
      if (last == 0) return true;
      if (bit + last >= 64) return false;
      begins &= ~uint64_t{0} << (bit + last);
    }
    return false;
  }

  std::string_view text_;
  uint64_t base64_ = 0, capitals_ = 0, equals_ = 0;  // of the word before
};

}  // namespace

bool may_have_spots(std::string_view text) {
  const auto mark = [](const uint8_t* at, size_t size, GateWords& into) {
    return HWY_DYNAMIC_DISPATCH(mark_gate)(at, size, into);
  };
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  GateWords words;
  Gate gate(text);
  const size_t whole = text.size() / 64 * 64;
  for (size_t at = 0; at < whole; at += kGateWords * 64) {
    const size_t size = std::min(whole - at, kGateWords * 64);
    if (mark(bytes + at, size, words)) return true;
    for (size_t i = 0; i < size / 64; ++i)
      if (gate.take(at + i * 64, words.base64[i], words.small[i], words.equals[i])) return true;
  }
  uint8_t tail[64] = {};
  std::memcpy(tail, bytes + whole, text.size() - whole);
  if (mark(tail, sizeof(tail), words)) return true;
  return gate.take(whole, words.base64[0], words.small[0], words.equals[0]) || gate.take(whole + 64, 0, 0, 0);
}

}  // namespace pidun
#endif  // HWY_ONCE
