// See base64_groups.h.
#include "unwrap/base64_groups.h"

#include <cstdint>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "unwrap/base64_groups.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
size_t decode_groups(const uint8_t*, size_t, uint8_t*) { return 0; }  // the caller reads them one by one
#else

// Six bits for each character; `all` says whether each is one of base64.
template <class D, class V = hn::Vec<D> >
HWY_INLINE V values_of(D d, V text, bool& all) {
  const auto set = [&](unsigned value) { return hn::Set(d, static_cast<uint8_t>(value)); };
  const auto within = [&](char first, unsigned more) {
    const V from = hn::Sub(text, set(static_cast<uint8_t>(first)));
    return hn::Eq(hn::Min(from, set(more)), from);
  };
  const auto is = [&](char c) { return hn::Eq(text, set(static_cast<uint8_t>(c))); };
  const auto upper = within('A', 25), lower = within('a', 25), digit = within('0', 9);
  const auto plus = is('+'), minus = is('-'), slash = is('/'), underscore = is('_');
  // What is to be added; no two hold.
  const V shift = hn::Or(
      hn::Or(hn::Or(hn::IfThenElseZero(upper, set(256 - 'A')), hn::IfThenElseZero(lower, set(256 + 26 - 'a'))),
             hn::Or(hn::IfThenElseZero(digit, set(52 - '0')), hn::IfThenElseZero(plus, set(62 - '+')))),
      hn::Or(hn::IfThenElseZero(minus, set(62 - '-')),
             hn::Or(hn::IfThenElseZero(slash, set(63 - '/')), hn::IfThenElseZero(underscore, set(256 + 63 - '_')))));
  all = hn::AllTrue(d, hn::Ne(shift, hn::Zero(d)));  // it is zero for no character of base64
  return hn::Add(text, shift);
}

// The 24 bits of each group as three bytes in order, in the first twelve of every sixteen.
template <class D, class V = hn::Vec<D> >
HWY_INLINE V packed(D d, V values) {
  const hn::Repartition<uint32_t, D> d32;
  alignas(16) static constexpr uint8_t kOrder[16] = {2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 0x80, 0x80, 0x80, 0x80};
  const auto group = hn::BitCast(d32, values);
  const auto part = [&](uint32_t mask) { return hn::And(group, hn::Set(d32, mask)); };
  const auto bits = hn::Or(hn::Or(hn::ShiftLeft<18>(part(0x3F)), hn::ShiftLeft<4>(part(0x3F00))),
                           hn::Or(hn::ShiftRight<10>(part(0x3F0000)), hn::ShiftRight<24>(group)));
  return hn::TableLookupBytesOr0(hn::BitCast(d, bits), hn::LoadDup128(d, kOrder));
}

size_t decode_groups(const uint8_t* text, size_t size, uint8_t* out) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  size_t at = 0;
  for (; at + lanes <= size; at += lanes) {
    bool all = false;
    const auto values = values_of(d, hn::LoadU(d, text + at), all);
    if (!all) break;
    alignas(64) uint8_t bytes[64];
    hn::Store(packed(d, values), d, bytes);
    for (size_t block = 0; block < lanes; block += 16, out += 12) std::memcpy(out, bytes + block, 16);
  }
  return at;
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(decode_groups);

size_t decode_base64_groups(std::string_view text, char* out) {
  return HWY_DYNAMIC_DISPATCH(decode_groups)(reinterpret_cast<const uint8_t*>(text.data()), text.size(),
                                             reinterpret_cast<uint8_t*>(out));
}

}  // namespace pidun
#endif  // HWY_ONCE
