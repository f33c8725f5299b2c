// Numerals before units: the vectors say byte by byte what the plain code says, and miss no numeral.
#include "match/numeral_marks.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/byte_masks.h"
#include "support/random.h"
#include "support/simd_targets.h"

namespace pidun {
namespace {

bool marked(const std::string& text, size_t at) {
  std::vector<uint64_t> words(mask_words(text.size()) + 1);
  numeral_marks(text, words.data());
  return (words[at / 64] >> (at % 64) & 1) != 0;
}

}  // namespace

TEST_CASE("numeral marks: every numeral before every unit") {
  for (const std::string numeral : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"})
    for (const std::string unit : {"号", "栋", "幢", "座", "室", "单", "组", "弄", "层", "楼", "队"}) {
      CAPTURE(numeral, unit);
      CHECK(marked("光明村" + numeral + unit, 9));
      CHECK_FALSE(marked("光明村" + numeral + "个" + unit, 9));
    }
}

TEST_CASE("numeral marks: the same on every target, wherever the bytes lie") {
  testing::Random random(11);
  std::string text;
  while (text.size() < 700) {
    constexpr const char* kParts[] = {"十", "三", "号", "楼", "单元", "a", "组", "\xE5", "村", "\x8F", "\xB7"};
    text += random.of(kParts);
  }
  testing::on_every_target([&](const char*) {
    for (size_t size = 0; size < text.size(); size += 7) {
      const std::string part = text.substr(0, size);
      std::vector<uint64_t> words(mask_words(size) + 1);
      numeral_marks(part, words.data());
      for (size_t i = 0; i < size; ++i) REQUIRE((words[i / 64] >> (i % 64) & 1) == uint64_t{numeral_mark(part, i)});
    }
  });
}

}  // namespace pidun
