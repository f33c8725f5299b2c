#include "text/fold_masks.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/fold_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "text/fold_classes.h"

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Bytes that a block's masks look at: three before it and one behind.
constexpr size_t kBefore = 3, kBehind = 1;

// The masks of one block, a bit a byte.
struct Masks {
  uint64_t always, numerals, beside_digit;
};

#if HWY_TARGET == HWY_SCALAR
// Without vectors every character that is not ASCII is let through.
void read_block(const uint8_t* block, Masks& masks) {
  masks = {};
  for (size_t i = 0; i < kFoldBlock; ++i) masks.always |= uint64_t{block[i] >= 0x80} << i;
}
#else
template <class D>
HWY_INLINE hn::Vec<D> look_up(D d, const uint8_t (&table)[16], hn::Vec<D> nibbles) {
  return hn::TableLookupBytes(hn::LoadDup128(d, table), nibbles);
}

// The classes of the characters that end at each byte.
template <class D>
HWY_INLINE hn::Vec<D> classes_of(D d, const FoldNibbles& tables, hn::Vec<D> lead, hn::Vec<D> second, hn::Vec<D> third) {
  const auto low = hn::Set(d, 15);
  const auto of_lead = look_up(d, tables.rows[0], hn::And(lead, low));
  const auto of_second =
      hn::And(look_up(d, tables.rows[1], hn::ShiftRight<4>(second)), look_up(d, tables.rows[2], hn::And(second, low)));
  const auto of_third =
      hn::And(look_up(d, tables.rows[3], hn::ShiftRight<4>(third)), look_up(d, tables.rows[4], hn::And(third, low)));
  return hn::And(of_lead, hn::And(of_second, of_third));
}

template <class D>
HWY_INLINE hn::Mask<D> is_digit_byte(D d, hn::Vec<D> bytes) {
  const auto moved = hn::Sub(bytes, hn::Set(d, '0'));
  return hn::Eq(hn::Min(moved, hn::Set(d, 9)), moved);
}

template <class D>
HWY_INLINE void read_vector(D d, const uint8_t* at, uint8_t* always, uint8_t* numerals, uint8_t* beside_digit) {
  const auto zero = hn::Zero(d), e = hn::Set(d, 0x0E);
  const auto third = hn::LoadU(d, at), second = hn::LoadU(d, at - 1), lead = hn::LoadU(d, at - 2);
  const auto three = hn::VecFromMask(d, hn::Eq(hn::ShiftRight<4>(lead), e));
  const auto first = hn::And(three, classes_of(d, kFoldTables[0], lead, second, third));
  const auto numeral = hn::And(three, classes_of(d, kFoldTables[1], lead, second, third));
  // All classes but the last count anywhere, the last before ASCII.
  const auto ascii_behind = hn::VecFromMask(d, hn::Eq(hn::And(hn::LoadU(d, at + 1), hn::Set(d, 0x80)), zero));
  const auto counted = hn::And(first, hn::Or(hn::Set(d, kBeforeAscii - 1), ascii_behind));
  // Characters of two and four bytes are rare in Chinese text: all are let through.
  const auto lead_of_other = hn::ShiftRight<4>(second);
  const auto other = hn::And(hn::Gt(lead_of_other, hn::Set(d, 0x0B)), hn::Ne(lead_of_other, e));
  hn::StoreMaskBits(d, hn::Or(hn::Ne(counted, zero), other), always);
  hn::StoreMaskBits(d, hn::Ne(numeral, zero), numerals);
  const auto beside = hn::Or(is_digit_byte(d, hn::LoadU(d, at + 1)), is_digit_byte(d, hn::LoadU(d, at - 3)));
  hn::StoreMaskBits(d, beside, beside_digit);
}

HWY_INLINE void read_block(const uint8_t* block, Masks& masks) {
  const hn::CappedTag<uint8_t, kFoldBlock> d;
  auto *always = reinterpret_cast<uint8_t*>(&masks.always), *numerals = reinterpret_cast<uint8_t*>(&masks.numerals),
       *beside = reinterpret_cast<uint8_t*>(&masks.beside_digit);
  for (size_t i = 0; i < kFoldBlock; i += hn::Lanes(d))
    read_vector(d, block + i, always + i / 8, numerals + i / 8, beside + i / 8);
}
#endif

// A block at the beginning or the end of the text, with zeros around it.
void read_edge(const uint8_t* text, size_t size, size_t at, Masks& masks) {
  uint8_t padded[kBefore + kFoldBlock + kBehind] = {};
  const size_t before = std::min(at, kBefore);
  std::memcpy(padded + kBefore - before, text + at - before, std::min(size - at, kFoldBlock + kBehind) + before);
  read_block(padded + kBefore, masks);
}

size_t masks_of(const uint8_t* text, size_t size, size_t from, uint64_t* words, size_t most) {
  const size_t count = std::min(most, (size - from + kFoldBlock - 1) / kFoldBlock);
  constexpr size_t kBatch = 16;  // blocks are read first and weighed then, so that neither waits for the other
  Masks masks[kBatch];
  uint64_t before = 0;  // the numerals of the block before
  for (size_t first = 0; first < count; first += kBatch) {
    const size_t batch = std::min(kBatch, count - first);
    for (size_t i = 0; i < batch; ++i) {
      const size_t at = from + (first + i) * kFoldBlock;
      if (at < kBefore || at + kFoldBlock + kBehind > size) {
        read_edge(text, size, at, masks[i]);
      } else {
        read_block(text + at, masks[i]);
      }
    }
    for (size_t i = 0; i < batch; ++i) {
      // A numeral three bytes before is next to it; four or six, with a separator between.
      const uint64_t n = masks[i].numerals;
      const uint64_t near = (n << 3 | before >> 61) | (n << 4 | before >> 60) | (n << 6 | before >> 58);
      words[first + i] = masks[i].always | (n & (near | masks[i].beside_digit));
      before = n;
    }
  }
  return count;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);

size_t fold_masks(std::string_view text, size_t from, uint64_t* words, size_t most) {
  if (from >= text.size()) return 0;
  return HWY_DYNAMIC_DISPATCH(masks_of)(reinterpret_cast<const uint8_t*>(text.data()), text.size(), from, words, most);
}

}  // namespace pidun
#endif  // HWY_ONCE
