// Whether hanzi in running text are a name: the best way of taking the characters around them apart into words, held
// against the best way in which they are a surname and a given name. No neural net: costs of words and of characters in
// their place, and the least sums of them. Looks at nothing further than kBefore and kBehind hanzi away.
// Example: in 傅杰的手机号 the name 傅杰 is likelier than words by 5 nats; in 很高兴见到你 高兴 is not.
// Tested in tests/unit/detect/name_model_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/window.h"
#include "detect/checks/word_costs.h"

namespace pidun {

inline constexpr int kNatParts = 8;  // costs are in eighths of nats
inline constexpr size_t kHanziBytes = 3;
inline constexpr uint32_t kSomebody = 0x67D0 - kFirstHanzi;  // 某, which masks a name

struct NameOdds {
  size_t surname = 0;  // hanzi
  size_t length = 0;   // of all; 0: no name
  int margin = 0;      // how much likelier the name is than words
};

class NameModel {
 public:
  static constexpr size_t kBefore = 5, kBehind = 10;  // hanzi around the place where a name may begin
  static constexpr size_t kMost = kBefore + kBehind;

  // Reads the hanzi around `at`, where one begins. Half characters and all else end the stretch.
  void read(const Window& window, uint64_t at);
  // The likeliest name that begins at the place.
  NameOdds best();
  // Hanzi before the place, and from it on.
  size_t before() const { return at_; }
  size_t behind() const { return count_ - at_; }
  // Key of the `length` hanzi that begin `from` behind the place, or end before it; 0 where there are fewer.
  uint64_t key_from(size_t from, size_t length) const;
  uint64_t key_before(size_t length) const;

 private:
  unsigned surname_cost(size_t length) const;
  int given_cost(size_t from, size_t length) const;
  void read_words();
  void sum_until();
  void sum_from();
  uint64_t key(size_t from, size_t length) const;

  std::array<uint32_t, kMost> hanzi_{};
  std::array<HanziCosts, kMost> costs_{};
  size_t at_ = 0, count_ = 0;
  size_t first_ = 0, last_ = 0;                                         // what is summed
  std::array<std::array<int, kLongestCostedWord + 1>, kMost> words_{};  // by place and length
  std::array<int, kMost + 1> until_{}, from_{};                         // least sums up to a place and behind it
};

// Whether a name whose margin reaches `least` may begin at the head of `text`, told from three characters alone. Never
// wrongly false.
bool may_be_name(std::string_view text, int least);

// How much likelier than words all of `text`, which is two to four hanzi, is a name; far below 0 where it cannot be
// one. Of four, either the surname has two, or there are two.
int margin_of_whole(std::string_view text);

// The number of the hanzi of which these are the bytes, the first lowest, or kHanziCount.
constexpr uint32_t hanzi_of(uint32_t bytes) {
  if ((bytes & 0xC0C0F0u) != 0x8080E0u) return kHanziCount;
  const uint32_t point = (bytes & 0xFu) << 12 | (bytes >> 2 & 0xFC0u) | (bytes >> 16 & 0x3Fu);
  return std::min(point - kFirstHanzi, kHanziCount);
}

inline uint32_t hanzi_at(std::string_view text, size_t at = 0) {
  uint32_t bytes = 0;
  if (at + sizeof(bytes) <= text.size())
    std::memcpy(&bytes, text.data() + at, sizeof(bytes));
  else if (at + kHanziBytes <= text.size())
    std::memcpy(&bytes, text.data() + at, kHanziBytes);
  return hanzi_of(bytes);
}

}  // namespace pidun
