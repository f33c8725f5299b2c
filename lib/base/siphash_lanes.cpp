#include "base/siphash_lanes.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "base/siphash_lanes.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Words = hn::CappedTag<uint64_t, kHashLanes>;
using Vector = hn::Vec<Words>;

template <int bits>
HWY_INLINE Vector rotate_left(Vector v) {
  return hn::RotateRight<64 - bits>(v);
}

struct State {
  Vector v0, v1, v2, v3;

  HWY_INLINE void round() {
    v0 = hn::Add(v0, v1);
    v2 = hn::Add(v2, v3);
    v1 = hn::Xor(rotate_left<13>(v1), v0);
    v3 = hn::Xor(rotate_left<16>(v3), v2);
    v0 = rotate_left<32>(v0);
    v2 = hn::Add(v2, v1);
    v0 = hn::Add(v0, v3);
    v1 = hn::Xor(rotate_left<17>(v1), v2);
    v3 = hn::Xor(rotate_left<21>(v3), v0);
    v2 = rotate_left<32>(v2);
  }
  HWY_INLINE Vector finish() {
    constexpr int kRounds = 4;
    for (int i = 0; i < kRounds; ++i) round();
    return hn::Xor(hn::Xor(v0, v1), hn::Xor(v2, v3));
  }
};

// The constants of the algorithm's paper, and those of its long form.
void hash_lanes(uint64_t k0, uint64_t k1, const uint64_t* words, size_t count, HashLanes* out) {
  constexpr uint64_t kLong = 0xEE, kSecond = 0xDD;
  const Words d;
  for (size_t lane = 0; lane < kHashLanes; lane += hn::Lanes(d)) {
    State state{hn::Set(d, k0 ^ 0x736F6D6570736575), hn::Set(d, k1 ^ 0x646F72616E646F6D ^ kLong),
                hn::Set(d, k0 ^ 0x6C7967656E657261), hn::Set(d, k1 ^ 0x7465646279746573)};
    for (size_t word = 0; word < count; ++word) {
      const Vector message = hn::LoadU(d, words + word * kHashLanes + lane);
      state.v3 = hn::Xor(state.v3, message);
      state.round();
      state.round();
      state.v0 = hn::Xor(state.v0, message);
    }
    state.v2 = hn::Xor(state.v2, hn::Set(d, kLong));
    hn::StoreU(state.finish(), d, out->first.data() + lane);
    state.v1 = hn::Xor(state.v1, hn::Set(d, kSecond));
    hn::StoreU(state.finish(), d, out->second.data() + lane);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(hash_lanes);

void siphash_lanes(const HashKey& key, const uint64_t* words, size_t count, HashLanes& out) {
  uint64_t k0 = 0, k1 = 0;
  std::memcpy(&k0, key.data(), sizeof(k0));
  std::memcpy(&k1, key.data() + sizeof(k0), sizeof(k1));
  HWY_DYNAMIC_DISPATCH(hash_lanes)(k0, k1, words, count, &out);
}

}  // namespace pidun
#endif  // HWY_ONCE
