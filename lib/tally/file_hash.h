// The hash that a tally's file ends with: it tells damage, at the speed of memory. Bytes are hashed in blocks of 64
// KiB, eight SipHash-2-4-128 of every eighth word each, all under one public key, the last block filled with zeros;
// BLAKE2b-256 of these and the number of bytes is the hash. Files of versions 1 and 2 have the BLAKE2b-256 of all
// bytes. Tested in tests/unit/tally/tally_file_test.cpp.
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pidun {

inline constexpr size_t kFileHash = 32;

// Whether a file that begins so is hashed as a whole.
bool is_hashed_whole(std::span<const unsigned char> begin);

class FileHash {
 public:
  explicit FileHash(bool whole = false) : whole_(whole) { crypto_generichash_init(&state_, nullptr, 0, kFileHash); }
  void add(std::span<const unsigned char> bytes);
  std::array<unsigned char, kFileHash> finish();

 private:
  void add_block(const unsigned char* bytes);

  bool whole_;
  uint64_t length_ = 0;
  std::vector<unsigned char> begun_;  // of a block
  crypto_generichash_state state_;
};

}  // namespace pidun
