// The bits of one vector's mask, stored where they belong among the words of a byte mask. Included once for each target
// by files that Highway compiles for all of them. Tested through byte_masks() and json_masks().
#if defined(PIDUN_BASE_STORE_BITS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef PIDUN_BASE_STORE_BITS_INL_H_
#undef PIDUN_BASE_STORE_BITS_INL_H_
#else
#define PIDUN_BASE_STORE_BITS_INL_H_
#endif

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {

// Bit 0 of the mask is that of byte `at`. Never loads a word back that was stored in parts: that would wait.
template <class D, class M>
HWY_INLINE void store_bits(D d, M mask, uint64_t* words, size_t at) {
  if constexpr (hwy::HWY_NAMESPACE::MaxLanes(D()) < 8) {  // scalar: one bit at a time
    uint8_t bit[8] = {};
    hwy::HWY_NAMESPACE::StoreMaskBits(d, mask, bit);
    words[at / 64] = (at % 64 == 0 ? 0 : words[at / 64]) | uint64_t{bit[0]} << at % 64;
  } else {
    // Bit i of a word is byte i, and words are little-endian on every target.
    hwy::HWY_NAMESPACE::StoreMaskBits(d, mask, reinterpret_cast<uint8_t*>(words) + at / 8);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#endif  // PIDUN_BASE_STORE_BITS_INL_H_
