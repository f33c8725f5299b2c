// A 128-bit keyed hash (SipHash-128 of libsodium) of a value, its kind and what it is used for.
// Two values give the same hash under one key exactly if they are the same; without the key a hash tells nothing of
// the value, though there are only so many phone numbers to try. The same value in another domain, and the same bytes
// as another kind, hash differently.
//
//   const KeyedHash hash(key);
//   hash.of("pidun/v1", kind, "13900001234")  ->  16 bytes
//
// Nothing of the value stays in memory that this file held. Tested in tests/unit/base/keyed_hash_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pidun {

using HashKey = std::array<unsigned char, 16>;
using HashValue = std::array<unsigned char, 16>;

class KeyedHash {
 public:
  explicit KeyedHash(std::span<const unsigned char, 16> key);
  ~KeyedHash();  // wipes the key
  KeyedHash(const KeyedHash&) = delete;
  KeyedHash& operator=(const KeyedHash&) = delete;

  // `domain` is at most 255 bytes: longer ones are cut.
  HashValue of(std::string_view domain, uint16_t kind, std::string_view value) const;

 private:
  HashKey key_{};
};

// Overwrites memory that held a secret; no compiler leaves it out.
void wipe(void* memory, size_t size);

}  // namespace pidun
