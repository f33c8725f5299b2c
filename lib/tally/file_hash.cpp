// See file_hash.h.
#include "tally/file_hash.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/siphash_lanes.h"
#include "tally/tally_format.h"

namespace pidun {
namespace {

static_assert(std::endian::native == std::endian::little);
constexpr size_t kBlock = size_t{1} << 16;
constexpr size_t kWords = kBlock / sizeof(uint64_t);

}  // namespace

bool is_hashed_whole(std::span<const unsigned char> begin) {
  constexpr uint32_t kFirstInBlocks = 3;
  const size_t at = tally_format::kMagic.size();
  uint32_t version = 0;
  if (begin.size() < at + sizeof(version)) return true;
  std::memcpy(&version, begin.data() + at, sizeof(version));
  return version < kFirstInBlocks;
}

void FileHash::add_block(const unsigned char* bytes) {
  alignas(64) std::array<uint64_t, kWords> words;
  std::memcpy(words.data(), bytes, kBlock);
  HashLanes lanes;
  siphash_lanes(HashKey{}, words.data(), kWords / kHashLanes, lanes);
  const auto add = [&](const auto& half) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(half.data()), sizeof(half));
  };
  add(lanes.first);
  add(lanes.second);
}

void FileHash::add(std::span<const unsigned char> bytes) {
  length_ += bytes.size();
  if (whole_) {
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
    return;
  }
  if (!begun_.empty()) {
    const size_t more = std::min(bytes.size(), kBlock - begun_.size());
    begun_.insert(begun_.end(), bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(more));
    bytes = bytes.subspan(more);
    if (begun_.size() < kBlock) return;
    add_block(begun_.data());
    begun_.clear();
  }
  for (; bytes.size() >= kBlock; bytes = bytes.subspan(kBlock)) add_block(bytes.data());
  begun_.assign(bytes.begin(), bytes.end());
}

std::array<unsigned char, kFileHash> FileHash::finish() {
  if (!begun_.empty()) {
    begun_.resize(kBlock, 0);
    add_block(begun_.data());
  }
  if (!whole_) crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(&length_), sizeof(length_));
  std::array<unsigned char, kFileHash> hash;
  crypto_generichash_final(&state_, hash.data(), hash.size());
  return hash;
}

}  // namespace pidun
