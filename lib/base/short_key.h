// A text of at most 32 bytes as four words, its beginning and its end: compared and hashed by a few instructions.
// For small tables that remember what was found out of texts that come again and again.
// Tested in tests/unit/base/short_key_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pidun {

class ShortKey {
 public:
  static constexpr size_t kLongest = 32;

  ShortKey() = default;  // of no text
  // `text` has 1 to kLongest bytes.
  explicit ShortKey(std::string_view text) : size_(text.size()) {
    const char* const first = text.data();
    const char* const end = first + size_;
    if (size_ >= 16) {  // parts may overlap; with the size, they are all of the text
      words_ = {load<uint64_t>(first), load<uint64_t>(first + 8), load<uint64_t>(end - 16), load<uint64_t>(end - 8)};
    } else if (size_ >= 8) {
      words_ = {load<uint64_t>(first), 0, 0, load<uint64_t>(end - 8)};
    } else if (size_ >= 4) {
      words_ = {load<uint32_t>(first), 0, 0, load<uint32_t>(end - 4)};
    } else {
      words_ = {load<uint8_t>(first), load<uint8_t>(first + size_ / 2), 0, load<uint8_t>(end - 1)};
    }
  }

  // Below 2^bits.
  size_t slot(int bits) const {
    const uint64_t mixed = (words_[0] + words_[1] * 5) * 0x9E3779B97F4A7C15u + (words_[3] + words_[2] * 3 + size_);
    return static_cast<size_t>((mixed * 0xD6E8FEB86659FD93u) >> (64 - bits));
  }
  // Inline, other than memcmp.
  friend bool operator==(const ShortKey& a, const ShortKey& b) {
    return ((a.words_[0] ^ b.words_[0]) | (a.words_[1] ^ b.words_[1]) | (a.words_[2] ^ b.words_[2]) |
            (a.words_[3] ^ b.words_[3]) | (a.size_ ^ b.size_)) == 0;
  }

 private:
  template <class Word>
  static uint64_t load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof(word));
    return word;
  }

  std::array<uint64_t, 4> words_{};
  uint64_t size_ = 0;
};

}  // namespace pidun
