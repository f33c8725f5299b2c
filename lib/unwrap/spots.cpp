// See spots.h.
#include "unwrap/spots.h"

#include <bit>

#include "base/byte_masks.h"

namespace pidun {
namespace {

using Wide = unsigned __int128;

Wide join(uint64_t low, uint64_t high) { return (static_cast<Wide>(high) << 64) | low; }
// What stands `by` bytes further on.
uint64_t ahead(uint64_t word, uint64_t next, int by) { return word >> by | next << (64 - by); }

// Bit i says that bits i .. i + 14 of (next:word) are set.
uint64_t fifteen_from(uint64_t word, uint64_t next) {
  Wide bits = join(word, next);
  bits &= bits >> 1;
  bits &= bits >> 2;
  bits &= bits >> 4;
  bits &= bits >> 7;
  return static_cast<uint64_t>(bits);
}

uint64_t twenty_two_from(uint64_t word, uint64_t next) {
  Wide bits = join(word, next);
  bits &= bits >> 1;
  bits &= bits >> 2;
  bits &= bits >> 4;
  bits &= bits >> 8;
  bits &= bits >> 6;
  return static_cast<uint64_t>(bits);
}

// The bits of `word` that are in a run of fifteen or more.
uint64_t in_fifteen(uint64_t before, uint64_t word, uint64_t next) {
  Wide bits = join(fifteen_from(before, word), fifteen_from(word, next));
  bits |= bits << 1;
  bits |= bits << 2;
  bits |= bits << 4;
  bits |= bits << 7;
  return static_cast<uint64_t>(bits >> 64);
}

// Whether one of the eight bytes is 0xFF, as a run of fifteen or more makes it.
bool has_full_byte(uint64_t word) {
  const uint64_t gaps = ~word;
  return ((gaps - 0x0101010101010101u) & ~gaps & 0x8080808080808080u) != 0;
}

}  // namespace

static_assert(kShortestBase64 == 15 && kShortestHex == 22);

size_t Spots::run_begin(size_t at, Set set) const {
  size_t word = at / 64;
  uint64_t bits = masks(word).*set << (63 - at % 64);
  size_t taken = static_cast<size_t>(std::countl_one(bits));
  if (taken <= at % 64) return at + 1 - taken;
  for (size_t begin = word * 64; word > 0; begin -= 64) {
    bits = masks(--word).*set;
    taken = static_cast<size_t>(std::countl_one(bits));
    if (taken < 64) return begin - taken;
  }
  return 0;
}

size_t Spots::run_end(size_t at, Set set) const {
  if (at >= size_) return at;
  size_t word = at / 64;
  size_t taken = static_cast<size_t>(std::countr_one(masks(word).*set >> at % 64));
  if (taken < 64 - at % 64) return at + taken;
  for (++word; word * 64 < size_; ++word) {
    taken = static_cast<size_t>(std::countr_one(masks(word).*set));
    if (taken < 64) return word * 64 + taken;
  }
  return size_;
}

void Spots::add_base64(size_t word) {
  uint64_t left = masks(word).upper & in_fifteen(masks_[word].base64, masks(word).base64, masks(word + 1).base64);
  for (; left != 0; left &= left - 1) {
    const size_t at = word * 64 + static_cast<size_t>(std::countr_zero(left));
    if (!base64_.empty() && at < base64_.back().end) continue;
    base64_.push_back({run_begin(at, &SpotMasks::base64), run_end(at, &SpotMasks::base64)});
  }
}

void Spots::add_hex(size_t word) {
  const uint64_t bits = masks(word).hex;
  uint64_t left = twenty_two_from(bits, masks(word + 1).hex) & ~(bits << 1 | masks_[word].hex >> 63);
  for (; left != 0; left &= left - 1) {
    const size_t at = word * 64 + static_cast<size_t>(std::countr_zero(left));
    hex_.push_back({at, run_end(at, &SpotMasks::hex)});
  }
}

void Spots::look_at(size_t word) {
  const SpotMasks &here = masks(word), &next = masks(word + 1);
  SpotWord spot{word, here.backslash, 0, here.ampersand, 0};
  if (here.percent != 0) spot.percent = here.percent & ahead(here.hex, next.hex, 2);
  if (here.equals != 0) {
    const uint64_t capital = ahead(here.upper, next.upper, 2), equals = ahead(here.equals, next.equals, 3);
    const uint64_t pair = ahead(here.hex, next.hex, 1) & ahead(here.hex, next.hex, 2) & (capital | equals);
    spot.quoted = here.equals & (pair | ahead(here.line_end, next.line_end, 1));
  }
  if (spot.all() != 0) words_.push_back(spot);
  if (here.upper != 0) add_base64(word);
  // A hex run of twenty-two fills a byte of its first word or of the next.
  if (has_full_byte(here.hex) || (here.hex >> 63 != 0 && has_full_byte(next.hex))) add_hex(word);
}

void Spots::find(std::string_view text) {
  words_.clear();
  base64_.clear();
  hex_.clear();
  size_ = text.size();
  const size_t count = mask_words(text.size());
  if (masks_.size() < count + 2) masks_.resize(count + 2);
  masks_[count + 1] = {};
  spot_masks(text, &masks_[1]);
  for (size_t word = 0; word < count; ++word) look_at(word);
}

}  // namespace pidun
