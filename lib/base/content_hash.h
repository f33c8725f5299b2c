// A keyed 128-bit digest of a long stretch of bytes that comes in parts, with a state of a hundred bytes that can be
// copied: the same bytes give the same digest however they are cut, at several bytes a cycle. The lanes mix with secret
// multipliers; what is handed out is sealed by KeyedHash. Tells identical pictures, and is no signature.
// Example: hash.add("ab"); hash.add("c") is hash.add("abc"). Tested in tests/unit/base/content_hash_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/keyed_hash.h"

namespace pidun {

struct ContentSecrets {
  std::array<uint64_t, 4> words{};
  friend bool operator==(const ContentSecrets&, const ContentSecrets&) = default;
};
ContentSecrets content_secrets(const KeyedHash& key);

class ContentHash {
 public:
  ContentHash() : ContentHash(ContentSecrets()) {}
  explicit ContentHash(const ContentSecrets& secrets)
      : secrets_(secrets.words), lanes_{secrets.words[0], ~secrets.words[1]} {}
  void add(std::string_view bytes);
  uint64_t size() const { return size_; }
  HashValue value(const KeyedHash& key) const;
  friend bool operator==(const ContentHash&, const ContentHash&) = default;

 private:
  void mix(const char* block);

  std::array<uint64_t, 4> secrets_;
  std::array<uint64_t, 2> lanes_;
  std::array<char, 32> rest_{};
  uint64_t size_ = 0;
};

}  // namespace pidun
