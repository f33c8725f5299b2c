// The masks of cells: those that their bytes have one by one, on every target and at every size.
#include "match/cell_masks.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/byte_masks.h"
#include "support/simd_targets.h"

namespace pidun {
namespace {

std::string random_text(std::mt19937& random, size_t size) {
  static const std::vector<std::string> kPieces = {"一", "㐀", "䷿", "某",       "龿", "ꀀ",
                                                   "é",  "😀",  "0",  "12345678", ",",  "a"};
  std::string text;
  while (text.size() < size)
    text += random() % 4 == 0 ? std::string(1, static_cast<char>(random() % 256)) : kPieces[random() % kPieces.size()];
  return text.substr(0, size);
}

}  // namespace

TEST_CASE("every target marks digits, high bytes and odd ones, at every size, and nothing past the end") {
  testing::on_every_target([&](const char*) {
    std::mt19937 random(52);
    for (size_t size = 0; size < 300; ++size) {
      const std::string text = random_text(random, size);
      constexpr uint64_t kUntouched = 0xAAAAAAAAAAAAAAAA;
      std::vector<CellWord> words(mask_words(size) + 1, CellWord{.digits = kUntouched});
      cell_masks(text, words.data());
      for (size_t i = 0; i < mask_words(size) * 64; ++i) {
        const CellWord& word = words[i / 64];
        const auto has = [&](uint64_t mask) { return (mask >> i % 64 & 1) != 0; };
        const auto c = i < size ? static_cast<unsigned char>(text[i]) : 0u;
        const bool right = has(word.digits) == (c >= '0' && c <= '9') && has(word.high) == (c >= 0x80) &&
                           has(word.odd) == (i < size && is_odd_in_cell(text, i));
        if (!right) FAIL("size " << size << " at " << i);
      }
      CHECK(words.back().digits == kUntouched);
    }
  });
}

TEST_CASE("where characters begin that are no plain hanzi, and where 某 may end, bytes are odd") {
  const auto odd = [](std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i)
      if (is_odd_in_cell(text, i)) return true;
    return false;
  };
  for (const char* plain : {"一", "中", "伟", "龿", "王", "0", "a"}) CHECK_FALSE(odd(plain));
  for (const char* other : {"㐀", "䷿", "某", "ꀀ", "é", "，", "😀"}) CHECK(odd(other));
}

}  // namespace pidun
