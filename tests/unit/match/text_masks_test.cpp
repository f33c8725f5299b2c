// The masks of a text: those that its bytes have one by one, on every target and at every size.
#include "match/text_masks.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/byte_masks.h"
#include "support/simd_targets.h"

namespace pidun {
namespace {

// What the header promises of the byte at `i`, in the order of TextWord.
std::vector<bool> wanted_of(std::string_view text, size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return {c >= '0' && c <= '9',
          c == ' ' || (c >= '-' && c <= '/'),
          c == '@',
          c == ':' || c == ';' || c == '<' || c == '=' || c == 0xEF || closes_wide(text, i),
          c >= 0x80,
          form_mark(text, i),
          ends_wide_mask(text, i)};
}

std::vector<bool> bits_of(const TextWord& word, size_t bit) {
  std::vector<bool> bits;
  for (const uint64_t mask : {word.digits, word.joints, word.ats, word.signs, word.high, word.marks, word.wide_masks})
    bits.push_back((mask >> bit & 1) != 0);
  return bits;
}

std::string random_text(std::mt19937& random, size_t size) {
  static const std::vector<std::string> kPieces = {
      "京", "（", "：", "://", ":", "-", "3c", "12", "1234", "A",  "Z8", "(", "[", "a", " ",  "\n", "@",  ";",  "<",
      "=",  "/",  ">",  "*",   "#", "x", "X",  "E+", "＊",   "某", "●",  "█", "•", "😀", "】", "”",  "、", "。", "］"};
  std::string text;
  while (text.size() < size)
    text += random() % 4 == 0 ? std::string(1, static_cast<char>(random() % 256)) : kPieces[random() % kPieces.size()];
  return text.substr(0, size);
}

}  // namespace

TEST_CASE("every target marks what the bytes one by one say, at every size, and nothing past the end") {
  testing::on_every_target([&](const char*) {
    std::mt19937 random(51);
    for (size_t size = 0; size < 300; ++size) {
      const std::string text = random_text(random, size);
      constexpr uint64_t kUntouched = 0xAAAAAAAAAAAAAAAA;
      std::vector<TextWord> words(mask_words(size) + 1, TextWord{.digits = kUntouched});
      text_masks(text, words.data());
      for (size_t i = 0; i < mask_words(size) * 64; ++i) {
        const auto wanted = i < size ? wanted_of(text, i) : std::vector<bool>(7, false);
        if (bits_of(words[i / 64], i % 64) != wanted) FAIL("size " << size << " at " << i);
      }
      CHECK(words.back().digits == kUntouched);
    }
  });
}

TEST_CASE("what may close behind a label ends in these two bytes, and no frequent sign does") {
  for (const std::string closing : {"】", "」", "』", "〕", "］", "’", "”"}) {
    INFO(closing);
    CHECK(closes_wide(closing, 1));
    CHECK_FALSE(closes_wide(closing, 0));
  }
  for (const std::string sign : {"，", "。", "、", "；", "：", "《", "》", "【", "“", "（", "）", "！", "？", "—"})
    for (size_t i = 0; i < 3; ++i) CHECK_FALSE(closes_wide(sign + "的", i));
}

TEST_CASE("a mark is a byte that a value of another form may begin with, end in or go on from") {
  const struct {
    const char* text;
    size_t at;
    bool wanted;
  } cases[] = {{"京A", 2, true},     {"京1", 2, true},      {"京a", 2, false}, {"京A", 0, false}, {"://", 0, true},
               {": /", 0, false},    {"A1", 0, true},       {"Z9", 0, true},   {"a1", 0, false},  {"1(", 0, true},
               {"1[", 0, true},      {"1（", 0, true},      {"1)", 0, false},  {"[1", 0, false},  {"-ab-cd-", 0, true},
               {":ab:cd:", 0, true}, {"-ab-cd:", 0, false}, {"1", 0, false}};
  for (const auto& one : cases) {
    INFO(one.text << " at " << one.at);
    CHECK(form_mark(one.text, one.at) == one.wanted);
  }
}

}  // namespace pidun
