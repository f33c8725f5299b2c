// SipHash-2-4-128 of eight messages of one length at once: what libsodium's siphashx24 says of each alone, in a fifth
// of the steps. A message is words of 64 bits, little-endian, filled with zeros, its length in the last one's top byte.
// Word w of message l stands at words[w * kHashLanes + l].
// Tested against libsodium, on every target, in tests/unit/base/siphash_lanes_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/keyed_hash.h"

namespace pidun {

inline constexpr size_t kHashLanes = 8;

struct HashLanes {
  std::array<uint64_t, kHashLanes> first, second;  // halves of the hashes, little-endian
};

void siphash_lanes(const HashKey& key, const uint64_t* words, size_t count, HashLanes& out);

}  // namespace pidun
