// ascii_prefix() of utf8.h: SIMD, as it is the one thing that clean logs cost.
#include <algorithm>

#include "text/utf8.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/ascii_prefix.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// How many bytes, in steps of four vectors, are ASCII for certain.
size_t ascii_steps(const uint8_t* bytes, size_t size) {
  const hn::CappedTag<uint8_t, 64> d;
  const auto high = hn::Set(d, 0x80);
  const size_t lanes = hn::Lanes(d), step = 4 * lanes;
  size_t at = 0;
  for (; at + step <= size; at += step) {
    const auto a = hn::Or(hn::LoadU(d, bytes + at), hn::LoadU(d, bytes + at + lanes));
    const auto b = hn::Or(hn::LoadU(d, bytes + at + 2 * lanes), hn::LoadU(d, bytes + at + 3 * lanes));
    if (!hn::AllTrue(d, hn::Eq(hn::And(hn::Or(a, b), high), hn::Zero(d)))) break;
  }
  return at;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(ascii_steps);

size_t ascii_prefix(std::string_view bytes) {
  constexpr uint64_t kHigh = 0x8080808080808080;
  constexpr size_t kWorthwhile = 64;
  size_t at = 0;
  if (bytes.size() >= kWorthwhile && static_cast<uint8_t>(bytes[0]) < 0x80)
    at = HWY_DYNAMIC_DISPATCH(ascii_steps)(as_bytes(bytes), bytes.size());
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    if ((word & kHigh) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace pidun
#endif  // HWY_ONCE
