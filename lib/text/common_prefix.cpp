// common_prefix() of utf8.h: SIMD, as it is the one thing that clean Chinese text costs.
#include <cstring>

#include "text/utf8.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/common_prefix.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<uint8_t, 64>;

// Whether bytes at[0, lanes) are ASCII and characters of three bytes, given the two before; those of them that cannot
// be told from overlong forms and surrogates by their first byte are left to others.
hn::Mask<Bytes> others(const uint8_t* at) {
  const Bytes d;
  const auto set = [&](uint8_t byte) { return hn::Set(d, byte); };
  const auto here = hn::LoadU(d, at);
  const auto behind_lead = hn::Gt(hn::Max(hn::LoadU(d, at - 1), hn::LoadU(d, at - 2)), set(0xDF));
  const auto continues = hn::Eq(hn::And(here, set(0xC0)), set(0x80));
  const auto short_lead = hn::Lt(hn::Sub(here, set(0xC0)), set(0x21));  // C0..E0
  const auto other_lead = hn::Or(hn::Eq(here, set(0xED)), hn::Gt(here, set(0xEF)));
  return hn::Or(hn::Xor(behind_lead, continues), hn::Or(short_lead, other_lead));
}

// Of bytes that begin with a character: how many, in steps, are such, but for a last character that may be cut.
size_t common_steps(const uint8_t* bytes, size_t size) {
  const Bytes d;
  const size_t lanes = hn::Lanes(d);
  uint8_t first[2 + 64] = {};  // nothing is before
  if (size < lanes) return 0;
  std::memcpy(first + 2, bytes, lanes);
  if (!hn::AllFalse(d, others(first + 2))) return 0;
  size_t at = lanes;
  for (; at + 2 * lanes <= size; at += 2 * lanes)
    if (!hn::AllFalse(d, hn::Or(others(bytes + at), others(bytes + at + lanes)))) break;
  return at;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(common_steps);

size_t common_prefix(std::string_view bytes) {
  constexpr uint8_t kLead = 0xE0;
  const size_t at = HWY_DYNAMIC_DISPATCH(common_steps)(as_bytes(bytes), bytes.size());
  for (size_t back = 1; back <= 2 && back <= at; ++back)
    if (as_bytes(bytes)[at - back] >= kLead) return at - back;
  return at;
}

}  // namespace pidun
#endif  // HWY_ONCE
