#include "text/rarity.h"

#include <pidun_tables.h>

#include <array>

#include "text/read_char.h"

namespace pidun {
namespace {

constexpr char32_t kFirstHanzi = 0x4E00, kBehindHanzi = 0xA000;
constexpr uint8_t kRareHanzi = 19, kInvalidByte = 24, kControl = 16;

using Hanzi = std::array<uint8_t, kBehindHanzi - kFirstHanzi>;

const Hanzi& hanzi() {
  static const Hanzi table = [] {
    Hanzi made{};
    made.fill(kRareHanzi);
    for (const auto& rows : tables::hanzi_classes)
      for (const char32_t character : rows.characters) made[character - kFirstHanzi] = rows.bits;
    return made;
  }();
  return table;
}

struct Block {
  char32_t behind;
  uint8_t bits;
};
// Everything but Chinese characters, by blocks.
constexpr Block kBlocks[] = {
    {0x20, kControl},  // but tab, line feed and return
    {0x7F, 6},        {0xA0, 22},     {0x100, 13},   {0x300, 18},   {0x370, 18},
    {0x530, 11},      {0x2000, 16},   {0x2070, 10},  {0x2C00, 14},  {0x3000, 18},
    {0x3003, 7},      {0x3020, 9},    {0x3040, 18},  {0x3100, 12},  {0x3400, 20},
    {0x4E00, 20},     {0xA000, 19},   {0xAC00, 20},  {0xD7B0, 17},  {0xF900, kInvalidByte},
    {0xFB00, 20},     {0xFE10, 18},   {0xFE70, 14},  {0xFF00, 20},  {0xFF5F, 8},
    {0xFFF0, 16},     {0x10000, 24},  {0x1F000, 24}, {0x1FC00, 14}, {0x20000, 24},
    {0x33480, 22},    {0x110000, 24},
};

// Characters that no text has cost enough that a few of them outweigh a screenful of ordinary ones: binary data whose
// bytes happen to be 16-bit numbers must not pass as UTF-16.
constexpr uint32_t kControlUnit = 64;

uint32_t rarity_of(Charset charset, const Char& c) {
  if (!c.valid) return uint32_t{kInvalidByte} * c.length;
  const uint8_t bits = rarity(c.point);
  return is_utf16(charset) && c.point < 0x20 && bits > 6 ? kControlUnit : bits;
}

// Half of a pair of surrogates, written as UTF-8 would if it might: some databases and Java write emoji so, and a line
// is no less UTF-8 for them.
bool is_surrogate(const uint8_t* at, const uint8_t* end) {
  return end - at >= 3 && at[0] == 0xED && at[1] >= 0xA0 && at[1] < 0xC0 && at[2] >= 0x80 && at[2] < 0xC0;
}

}  // namespace

uint8_t rarity(char32_t point) {
  if (point >= kFirstHanzi && point < kBehindHanzi) return hanzi()[point - kFirstHanzi];
  if (point == '\n' || point == '\r' || point == '\t') return 6;
  if (point == 0) return 12;
  for (const Block& block : kBlocks)
    if (point < block.behind) return block.bits;
  return kInvalidByte;
}

Rarity rarity(Charset charset, std::string_view bytes, bool cut) {
  static const std::array<uint8_t, 128> ascii = [] {
    std::array<uint8_t, 128> made{};
    for (size_t c = 0; c < made.size(); ++c) made[c] = rarity(static_cast<char32_t>(c));
    return made;
  }();
  const uint8_t *at = as_bytes(bytes), *end = at + bytes.size();
  Rarity sum;
  while (at < end) {
    if (!is_utf16(charset) && *at < 0x80) {  // the same as below, sooner
      const uint32_t bits = ascii[*at++];
      sum.bits += bits;
      sum.high += bits >= kControl ? 1u : 0u;
      sum.high_bits += bits >= kControl ? bits : 0u;
      continue;
    }
    if (cut && end - at < 4 && is_cut_short(charset, at, end)) break;
    Char c = read_char(charset, at, end);
    const bool surrogate = charset == Charset::utf8 && !c.valid && is_surrogate(at, end);
    const uint32_t bits = surrogate ? kInvalidByte : rarity_of(charset, c);
    if (surrogate) c.length = 3;
    sum.bits += bits;
    sum.invalid += c.valid ? 0u : 1u;
    if (!c.valid || c.point >= 0x80 || bits >= kControl) {
      ++sum.high;
      sum.high_bits += bits;
    } else {
      ++sum.plain;
    }
    at += c.length;
  }
  return sum;
}

bool Rarity::plausible(Charset charset) const {
  // Running text has 9 to 10 bits a character, a rare name 19; what falls out of random bytes has 17 and more, and
  // hardly any ASCII, beside which a few emoji may stand.
  if (is_utf16(charset)) return high_bits <= high * 14 || plain >= high * 4;
  return charset == Charset::utf8 || high < 8 || high_bits <= high * 16;
}

}  // namespace pidun
