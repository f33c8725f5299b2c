// A text of at most 32 bytes as four words, zeros behind it: compared and hashed by a few instructions.
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
    for (size_t i = 0; 8 * i < size_; ++i) words_[i] = load_part(text.data() + 8 * i, size_ - 8 * i);
  }
  // The same without a branch on the text's size, where `readable` bytes can be read from its begin on.
  ShortKey(std::string_view text, size_t readable) {
    if (readable < kLongest) {
      *this = ShortKey(text);
      return;
    }
    size_ = text.size();
    for (size_t i = 0; i < words_.size(); ++i)
      words_[i] = load<uint64_t>(text.data() + 8 * i) & load<uint64_t>(kTaken.data() + kLongest - size_ + 8 * i);
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
  // What counts of the words of a text, from kLongest less its size on.
  static constexpr auto kTaken = [] {
    std::array<char, 2 * kLongest> taken{};
    for (size_t i = 0; i < kLongest; ++i) taken[i] = '\xFF';
    return taken;
  }();

  template <class Word>
  static uint64_t load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof(word));
    return word;
  }
  // The first of `size` bytes, up to eight.
  static uint64_t load_part(const char* at, size_t size) {
    if (size >= 8) return load<uint64_t>(at);
    if (size >= 4) return load<uint32_t>(at) | load<uint32_t>(at + size - 4) << (8 * (size - 4));
    return load<uint8_t>(at) | load<uint8_t>(at + size / 2) << (8 * (size / 2)) |
           load<uint8_t>(at + size - 1) << (8 * (size - 1));
  }

  std::array<uint64_t, 4> words_{};
  uint64_t size_ = 0;
};

}  // namespace pidun
