// See listed_hanzi.h.
#include "match/listed_hanzi.h"

#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "match/listed_hanzi.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Characters at once, by blocks of 16 bytes that hold four.
constexpr size_t kAtOnce = HWY_MAX_BYTES >= 32 ? 8 : 4;
using Lanes = hn::FixedTag<uint32_t, kAtOnce>;
using Bytes = hn::FixedTag<uint8_t, 4 * kAtOnce>;
using Block = hn::FixedTag<uint8_t, 16>;
constexpr size_t kThree = 3, kStep = kAtOnce * kThree, kRead = kStep + 4;  // bytes
constexpr size_t kAscii = 8;

HWY_INLINE hn::Vec<Bytes> load(const uint8_t* at) {
#if HWY_MAX_BYTES >= 32
  return hn::Combine(Bytes(), hn::LoadU(Block(), at + 4 * kThree), hn::LoadU(Block(), at));
#else
  return hn::LoadU(Bytes(), at);
#endif
}

bool is_ascii(const uint8_t* eight) {
  uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof(bytes));
  return (bytes & 0x8080808080808080u) == 0;
}

uint8_t listed(const uint8_t* at, const uint8_t* filter) {
  return filter[filter_slot(at[0] | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16)];
}

// Of kAtOnce characters from `at` on, of which kRead bytes can be read, those of three bytes before the first of
// another length; their number.
HWY_INLINE size_t read_some(const uint8_t* bytes, size_t at, const uint8_t* filter, uint32_t* found, size_t& count) {
  alignas(16) static constexpr uint8_t kSpread[16] = {0, 1, 2, 0x80, 3, 4, 5, 0x80, 6, 7, 8, 0x80, 9, 10, 11, 0x80};
  const Lanes d;
  const auto some = hn::BitCast(d, hn::TableLookupBytesOr0(load(bytes + at), hn::LoadDup128(Bytes(), kSpread)));
  const auto leads = hn::Eq(hn::And(some, hn::Set(d, 0xF0)), hn::Set(d, 0xE0));
  uint8_t bits[8] = {};
  size_t number = kAtOnce;
  if (!hn::AllTrue(d, leads)) {
    hn::StoreMaskBits(d, leads, bits);
    number = static_cast<size_t>(std::countr_one(bits[0]));
    if (number == 0) return 0;
  }
  // No gather: it is slow where processors are kept from telling secrets by it.
  alignas(32) uint32_t slots[kAtOnce];
  hn::Store(hn::ShiftRight<32 - kFilterBits>(hn::Mul(some, hn::Set(d, kFilterFactor))), d, slots);
  if (number == kAtOnce) {
    for (size_t i = 0; i < kAtOnce; ++i) {
      found[count] = static_cast<uint32_t>(at + i * kThree);
      count += filter[slots[i]];
    }
    return number;
  }
  for (size_t i = 0; i < number; ++i) {
    found[count] = static_cast<uint32_t>(at + i * kThree);
    count += filter[slots[i]];
  }
  return number;
}

size_t find_listed(const uint8_t* bytes, size_t size, size_t at, size_t last, const uint8_t* filter, uint32_t* found) {
  size_t count = 0;
  while (at < last) {
    if (at + kStep <= last && at + kRead <= size) {
      const size_t number = read_some(bytes, at, filter, found, count);
      at += number * kThree;
      if (number == kAtOnce) continue;
    }
    if (bytes[at] < 0x80) {
      at += at + kAscii <= size && is_ascii(bytes + at) ? kAscii : 1u;
    } else if ((bytes[at] & 0xF0) == 0xE0 && at + kThree <= size) {
      found[count] = static_cast<uint32_t>(at);
      count += listed(bytes + at, filter);
      at += kThree;
    } else {
      ++at;
    }
  }
  return count;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(find_listed);

std::span<const uint32_t> find_listed_hanzi(std::string_view bytes, size_t at, size_t last, const uint8_t* filter,
                                            std::vector<uint32_t>& memory) {
  if (at >= last) return {};
  const size_t most = (last - at) / 3 + 8;
  if (memory.size() < most) memory.resize(most);
  const auto* const data = reinterpret_cast<const uint8_t*>(bytes.data());
  return {memory.data(), HWY_DYNAMIC_DISPATCH(find_listed)(data, bytes.size(), at, last, filter, memory.data())};
}

}  // namespace pidun
#endif
