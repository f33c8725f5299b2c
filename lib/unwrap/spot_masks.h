// SIMD: the bytes that betray encodings, as bit masks of 64 bytes a word, and what follows from them. The steps from
// masks to candidates are vectors of words as well: branches that depend on the text would cost more than all of it.
// Tested on every target in tests/unit/unwrap/spots_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

// The fewest characters that 11 digits, a mobile number, make.
inline constexpr size_t kShortestBase64 = 15;
inline constexpr size_t kShortestHex = 22;

enum class SpotSet : uint8_t {
  escape,   // \ & %
  equals,   // =
  quoted,   // = with two hex digits of which the second is a capital or another = follows
  hex,      // 0-9 A-F a-f
  base64,   // letters, digits, + / - _
  capital,  // in a run of kShortestBase64 or more base64 characters
  hex_run,  // the first of kShortestHex or more hex digits
  any,      // escape, quoted, capital, hex_run, or = before what is no base64 character
  upper,    // what is above is made of these
  rows
};
inline constexpr size_t kSpotSets = 10;

// Bit (i % 64) of word i / 64 of a set stands for byte i. Words before the first and behind the last are 0.
class SpotMasks {
 public:
  void find(std::string_view text);
  // In parts: first of the whole text's size, then of words [begin, end) of it, in order. All others are 0, but for
  // what the words of a part say of those right behind it.
  void start(size_t size);
  void find(std::string_view text, size_t begin, size_t end);
  const uint64_t* set(SpotSet set) const { return sets_[static_cast<size_t>(set)]; }

 private:
  static constexpr size_t kMargin = 8;  // words; the widest vector
  void make_room(size_t count);
  std::vector<uint64_t> words_;
  std::array<uint64_t*, kSpotSets> sets_{};
};

}  // namespace pidun
