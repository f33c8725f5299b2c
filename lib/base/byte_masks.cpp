#include "base/byte_masks.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "base/byte_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <size_t kCount>
void masks_of_blocks(const uint8_t* bytes, size_t size, const ByteRange* ranges, uint64_t* const* masks) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  for (size_t at = 0; at < size; at += lanes) {
    const auto loaded = hn::LoadU(d, bytes + at);
    for (size_t r = 0; r < kCount; ++r) {
      // In range when (byte - lo) does not exceed the extent; unsigned subtraction wraps the rest out of reach.
      const auto moved = hn::Sub(loaded, hn::Set(d, ranges[r].lo));
      store_bits(d, hn::Eq(hn::Min(moved, hn::Set(d, ranges[r].extent)), moved), masks[r], at);
    }
  }
}

template <size_t kCount>
void masks_of_count(const uint8_t* bytes, size_t size, const ByteRange* given, uint64_t* const* masks) {
  ByteRange ranges[kCount];
  std::memcpy(ranges, given, sizeof(ranges));
  const size_t whole = size / 64 * 64;
  masks_of_blocks<kCount>(bytes, whole, ranges, masks);
  const size_t rest = size - whole;
  if (rest == 0) return;
  uint8_t tail[64] = {};
  std::memcpy(tail, bytes + whole, rest);
  uint64_t* last[kCount];
  for (size_t r = 0; r < kCount; ++r) last[r] = masks[r] + whole / 64;
  masks_of_blocks<kCount>(tail, sizeof(tail), ranges, last);
  for (size_t r = 0; r < kCount; ++r) *last[r] &= (uint64_t{1} << rest) - 1;
}

void masks_of(const uint8_t* bytes, size_t size, const ByteRange* ranges, size_t count, uint64_t* const* masks) {
  switch (count) {
    case 1:
      return masks_of_count<1>(bytes, size, ranges, masks);
    case 2:
      return masks_of_count<2>(bytes, size, ranges, masks);
    case 3:
      return masks_of_count<3>(bytes, size, ranges, masks);
    case 4:
      return masks_of_count<4>(bytes, size, ranges, masks);
    default:
      break;
  }
  masks_of_count<4>(bytes, size, ranges, masks);
  masks_of(bytes, size, ranges + 4, count - 4, masks + 4);
}

size_t count_of(const uint8_t* bytes, size_t size, uint8_t wanted) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  const auto needle = hn::Set(d, wanted);
  size_t count = 0, at = 0;
  for (; at + lanes <= size; at += lanes) count += hn::CountTrue(d, hn::Eq(hn::LoadU(d, bytes + at), needle));
  for (; at < size; ++at) count += bytes[at] == wanted ? 1u : 0u;
  return count;
}

const char* target_name() { return hwy::TargetName(HWY_TARGET); }

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);
HWY_EXPORT(count_of);
HWY_EXPORT(target_name);

void byte_masks(std::string_view bytes, const ByteRange* ranges, size_t count, uint64_t* const* masks) {
  if (count == 0) return;
  HWY_DYNAMIC_DISPATCH(masks_of)
  (reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), ranges, count, masks);
}

size_t count_byte(std::string_view bytes, char wanted) {
  return HWY_DYNAMIC_DISPATCH(count_of)(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(),
                                        static_cast<uint8_t>(wanted));
}

const char* byte_masks_target() { return HWY_DYNAMIC_DISPATCH(target_name)(); }

}  // namespace pidun
#endif  // HWY_ONCE
