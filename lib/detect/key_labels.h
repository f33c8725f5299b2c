// What keys were found to say: a document repeats the same few hundred, and a label depends on the key alone.
// Keys of up to 32 bytes lie in the table as words, so that one is compared by a few loads.
// Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "detect/labels.h"

namespace pidun {

class KeyLabels {
 public:
  // labels.classify(key), which is kept if the key is short enough.
  Label classify(const LabelTable& labels, std::string_view key) {
    if (key.empty() || key.size() > kLongest) return labels.classify(key);
    if (known_.empty()) known_.resize(size_t{1} << kBits);
    const Words words = words_of(key);
    const uint64_t mixed = (words[0] + words[1] * 5) * 0x9E3779B97F4A7C15u + (words[3] + words[2] * 3 + key.size());
    Known& known = known_[(mixed * 0xD6E8FEB86659FD93u) >> (64 - kBits)];
    if (known.size != key.size() || !same(known.words, words)) known = {words, key.size(), labels.classify(key)};
    return known.label;
  }

 private:
  static constexpr size_t kLongest = 32;
  static constexpr int kBits = 10;  // a document of many kinds of objects has some hundred keys
  using Words = std::array<uint64_t, 4>;
  struct Known {
    Words words{};
    size_t size = 0;
    Label label = Label::none;
  };

  static bool same(const Words& a, const Words& b) {  // inline, other than memcmp
    return ((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3])) == 0;
  }
  template <class Word>
  static uint64_t load(std::string_view key, size_t at) {
    Word word = 0;
    std::memcpy(&word, key.data() + at, sizeof(word));
    return word;
  }
  // With the size, all of the key: its beginning and its end, which overlap.
  static Words words_of(std::string_view key) {
    const size_t size = key.size();
    if (size >= 16)
      return {load<uint64_t>(key, 0), load<uint64_t>(key, 8), load<uint64_t>(key, size - 16),
              load<uint64_t>(key, size - 8)};
    if (size >= 8) return {load<uint64_t>(key, 0), 0, 0, load<uint64_t>(key, size - 8)};
    if (size >= 4) return {load<uint32_t>(key, 0), 0, 0, load<uint32_t>(key, size - 4)};
    return {load<uint8_t>(key, 0), load<uint8_t>(key, size / 2), 0, load<uint8_t>(key, size - 1)};
  }

  std::vector<Known> known_;  // made for the first key
};

}  // namespace pidun
