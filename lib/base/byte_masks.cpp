#include "base/byte_masks.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "base/byte_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <class D, class V>
uint64_t range_bits(D d, V bytes, ByteRange range) {
  // In range when (byte - lo) does not exceed the extent; unsigned subtraction wraps the rest out of reach.
  const auto moved = hn::Sub(bytes, hn::Set(d, range.lo));
  const auto inside = hn::Eq(hn::Min(moved, hn::Set(d, range.extent)), moved);
  uint8_t bits[8] = {};
  hn::StoreMaskBits(d, inside, bits);
  uint64_t word = 0;
  std::memcpy(&word, bits, sizeof(word));
  return word;
}

void block_masks(const uint8_t* bytes, const ByteRange* ranges, size_t count, uint64_t* words) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  for (size_t r = 0; r < count; ++r) words[r] = 0;
  for (size_t at = 0; at < 64; at += lanes) {
    const auto loaded = hn::LoadU(d, bytes + at);
    for (size_t r = 0; r < count; ++r) words[r] |= range_bits(d, loaded, ranges[r]) << at;
  }
}

void masks_of(const uint8_t* bytes, size_t size, const ByteRange* ranges, size_t count, uint64_t* const* masks) {
  uint64_t words[8];
  const size_t whole = size / 64;
  for (size_t word = 0; word < whole; ++word) {
    block_masks(bytes + word * 64, ranges, count, words);
    for (size_t r = 0; r < count; ++r) masks[r][word] = words[r];
  }
  if (const size_t rest = size % 64; rest != 0) {
    uint8_t tail[64] = {};
    std::memcpy(tail, bytes + whole * 64, rest);
    block_masks(tail, ranges, count, words);
    const uint64_t inside = (uint64_t{1} << rest) - 1;
    for (size_t r = 0; r < count; ++r) masks[r][whole] = words[r] & inside;
  }
}

const char* target_name() { return hwy::TargetName(HWY_TARGET); }

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);
HWY_EXPORT(target_name);

void byte_masks(std::string_view bytes, const ByteRange* ranges, size_t count, uint64_t* const* masks) {
  HWY_DYNAMIC_DISPATCH(masks_of)
  (reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), ranges, count, masks);
}

const char* byte_masks_target() { return HWY_DYNAMIC_DISPATCH(target_name)(); }

}  // namespace pidun
#endif  // HWY_ONCE
