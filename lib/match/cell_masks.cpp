// See cell_masks.h.
#include "match/cell_masks.h"

#include "base/byte_masks.h"
#include "base/whole_blocks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "match/cell_masks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

#ifndef PIDUN_MATCH_CELL_MASKS_BYTES
#define PIDUN_MATCH_CELL_MASKS_BYTES
namespace pidun {
namespace {

constexpr uint8_t kFirstLead = 0xC0;                  // of a character of two bytes or more
constexpr uint8_t kHanziLead = 0xE4, kMoreLeads = 5;  // U+4000 to U+9FFF
constexpr uint8_t kLeastSecond = 0xB8;                // behind the first of these: U+4E00
constexpr uint8_t kSomebodyLast[2] = {0x9F, 0x90};    // of 某
constexpr size_t kSeen = 1;                           // bytes behind a byte that its mask depends on

bool is_odd(uint8_t here, uint8_t next) {
  const bool lead = here >= kFirstLead;
  const bool hanzi = static_cast<uint8_t>(here - kHanziLead) <= kMoreLeads;
  return (lead && !hanzi) || (here == kHanziLead && next < kLeastSecond) ||
         (here == kSomebodyLast[0] && next == kSomebodyLast[1]);
}

}  // namespace
}  // namespace pidun
#endif  // PIDUN_MATCH_CELL_MASKS_BYTES

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// For the target without vectors.
void scalar_masks(const uint8_t* bytes, size_t size, CellWord* words) {
  for (size_t i = 0; i < size; ++i) {
    CellWord& word = words[i / 64];
    if (i % 64 == 0) word = {};
    word.digits |= uint64_t{bytes[i] >= '0' && bytes[i] <= '9'} << i % 64;
    word.high |= uint64_t{bytes[i] >= 0x80} << i % 64;
    word.odd |= uint64_t{is_odd(bytes[i], bytes[i + 1])} << i % 64;
  }
}

// `size` is a multiple of 64, and kSeen bytes behind it can be read.
void masks_of_blocks(const uint8_t* bytes, size_t size, CellWord* words) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  if (lanes < 16) return scalar_masks(bytes, size, words);
  const auto within = [&](auto moved, uint8_t extent) { return hn::Eq(hn::Min(moved, hn::Set(d, extent)), moved); };
  const auto lead = hn::Set(d, kHanziLead), least = hn::Set(d, kLeastSecond);
  for (size_t at = 0; at < size; at += lanes) {
    CellWord& word = words[at / 64];
    const size_t bit = at % 64;
    const auto here = hn::LoadU(d, bytes + at), next = hn::LoadU(d, bytes + at + 1);
    store_bits(d, within(hn::Sub(here, hn::Set(d, '0')), 9), &word.digits, bit);
    store_bits(d, within(hn::Sub(here, hn::Set(d, 0x80)), 0x7F), &word.high, bit);
    const auto leads = within(hn::Sub(here, hn::Set(d, kFirstLead)), 0x3F);
    const auto hanzi = within(hn::Sub(here, lead), kMoreLeads);
    const auto early = hn::And(hn::Eq(here, lead), hn::Ne(hn::Max(next, least), next));
    const auto somebody =
        hn::And(hn::Eq(here, hn::Set(d, kSomebodyLast[0])), hn::Eq(next, hn::Set(d, kSomebodyLast[1])));
    store_bits(d, hn::Or(hn::AndNot(hanzi, leads), hn::Or(early, somebody)), &word.odd, bit);
  }
}

void masks_of(const uint8_t* bytes, size_t size, CellWord* words) {
  in_whole_blocks<kSeen>(bytes, size, words, masks_of_blocks);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(masks_of);

void cell_masks(std::string_view bytes, CellWord* words) {
  if (bytes.empty()) return;
  HWY_DYNAMIC_DISPATCH(masks_of)(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), words);
}

void CellMasks::make(std::string_view bytes) {
  const size_t words = mask_words(bytes.size());
  if (words_.size() < words + 1) words_.resize(words + 1);
  cell_masks(bytes, words_.data());
  words_[words] = {};
}

bool is_odd_in_cell(std::string_view bytes, size_t i) {
  const auto byte = [&](size_t at) { return at < bytes.size() ? static_cast<uint8_t>(bytes[at]) : uint8_t{0}; };
  return is_odd(byte(i), byte(i + 1));
}

}  // namespace pidun
#endif  // HWY_ONCE
