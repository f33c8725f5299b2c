#include "match/numeral_marks.h"

#include <initializer_list>

#include "base/byte_masks.h"
#include "base/whole_blocks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "match/numeral_marks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

#include "base/store_bits-inl.h"

#ifndef PIDUN_MATCH_NUMERAL_MARKS_TABLES
#define PIDUN_MATCH_NUMERAL_MARKS_TABLES
namespace pidun {
namespace {

// One bit a class of characters: it holds a pair of bytes when the low and the high half of each have the class's bit.
struct PairTables {
  alignas(16) uint8_t first_low[16], first_high[16], second_low[16], second_high[16];
};

constexpr void add_pair(PairTables& tables, unsigned bit, unsigned first, unsigned second) {
  const auto set = [bit](uint8_t* table, unsigned half) {
    table[half] = static_cast<uint8_t>(table[half] | 1u << bit);
  };
  set(tables.first_low, first & 15);
  set(tables.first_high, first >> 4);
  set(tables.second_low, second & 15);
  set(tables.second_high, second >> 4);
}

struct ClassedPair {
  unsigned bit, first, second;  // the last two bytes of a character
};

template <size_t n>
constexpr PairTables tables_of(const ClassedPair (&pairs)[n]) {
  PairTables tables{};
  for (const ClassedPair& pair : pairs) add_pair(tables, pair.bit, pair.first, pair.second);
  return tables;
}

// 一 三 七, 二, 五, 四, 六 八, 九, 十, 百
constexpr PairTables kNumerals = tables_of({{0, 0xB8, 0x80},
                                            {0, 0xB8, 0x89},
                                            {0, 0xB8, 0x83},
                                            {1, 0xBA, 0x8C},
                                            {2, 0xBA, 0x94},
                                            {3, 0x9B, 0x9B},
                                            {4, 0x85, 0xAD},
                                            {4, 0x85, 0xAB},
                                            {5, 0xB9, 0x9D},
                                            {6, 0x8D, 0x81},
                                            {7, 0x99, 0xBE}});
// 号, 栋, 幢 座 室, 单, 组 弄 层, 楼, 队
constexpr PairTables kUnits = tables_of({{0, 0x8F, 0xB7},
                                         {1, 0xA0, 0x8B},
                                         {2, 0xB9, 0xA2},
                                         {2, 0xBA, 0xA7},
                                         {2, 0xAE, 0xA4},
                                         {3, 0x8D, 0x95},
                                         {4, 0xBB, 0x84},
                                         {4, 0xBC, 0x84},
                                         {4, 0xB1, 0x82},
                                         {5, 0xA5, 0xBC},
                                         {6, 0x98, 0x9F}});

constexpr size_t kSeen = 5;  // bytes behind a byte that its mark depends on

}  // namespace
}  // namespace pidun
#endif  // PIDUN_MATCH_NUMERAL_MARKS_TABLES

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Whether in each lane `first` and `second` are a pair of the tables.
template <class D, class V>
HWY_INLINE hn::Mask<D> is_pair(D d, const PairTables& tables, V first, V second) {
  const auto low = hn::Set(d, 15);
  const auto look = [&](const uint8_t* table, V halves) {
    return hn::TableLookupBytes(hn::LoadDup128(d, table), halves);
  };
  const auto high = [&](V bytes) { return hn::ShiftRight<4>(bytes); };
  const auto classes =
      hn::And(hn::And(look(tables.first_low, hn::And(first, low)), look(tables.first_high, high(first))),
              hn::And(look(tables.second_low, hn::And(second, low)), look(tables.second_high, high(second))));
  return hn::Ne(classes, hn::Zero(d));
}

// For the target without vectors.
void scalar_marks(const uint8_t* bytes, size_t size, uint64_t* words) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size + kSeen);
  for (size_t word = 0; word < size / 64; ++word) {
    words[word] = 0;
    for (size_t i = 0; i < 64; ++i) words[word] |= uint64_t{numeral_mark(text, word * 64 + i)} << i;
  }
}

// `size` is a multiple of 64, and kSeen bytes behind it can be read.
void marks_of_blocks(const uint8_t* bytes, size_t size, uint64_t* words) {
  const hn::CappedTag<uint8_t, 64> d;
  const size_t lanes = hn::Lanes(d);
  if (lanes < 16) return scalar_marks(bytes, size, words);
  for (size_t at = 0; at < size; at += lanes) {
    const auto numeral = is_pair(d, kNumerals, hn::LoadU(d, bytes + at + 1), hn::LoadU(d, bytes + at + 2));
    if (hn::AllFalse(d, numeral)) {
      store_bits(d, numeral, words, at);
      continue;
    }
    const auto unit = is_pair(d, kUnits, hn::LoadU(d, bytes + at + 4), hn::LoadU(d, bytes + at + 5));
    store_bits(d, hn::And(numeral, unit), words, at);
  }
}

void marks_of(const uint8_t* bytes, size_t size, uint64_t* words) {
  in_whole_blocks<kSeen>(bytes, size, words, marks_of_blocks);
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(marks_of);

void numeral_marks(std::string_view bytes, uint64_t* words) {
  if (bytes.empty()) return;
  HWY_DYNAMIC_DISPATCH(marks_of)(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), words);
}

namespace {

bool is_pair(const PairTables& tables, std::string_view bytes, size_t at) {
  const auto byte = [&](size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const unsigned first = byte(at), second = byte(at + 1);
  return (tables.first_low[first & 15] & tables.first_high[first >> 4] & tables.second_low[second & 15] &
          tables.second_high[second >> 4]) != 0;
}

}  // namespace

bool numeral_mark(std::string_view bytes, size_t i) {
  return is_pair(kNumerals, bytes, i + 1) && is_pair(kUnits, bytes, i + 4);
}

}  // namespace pidun
#endif  // HWY_ONCE
