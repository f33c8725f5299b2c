// The promise of text/fold_masks.h: nothing that folds is held back, wherever it stands, on any instruction set.
#include "text/fold_masks.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/simd_targets.h"
#include "text/fold_table.h"
#include "text/utf8.h"

using namespace pidun;

namespace {

std::string utf8_of(char32_t point) {
  char bytes[4];
  return {bytes, write_utf8(point, bytes)};
}

// Whether a character that ends in [begin, end) of the text is let through.
bool lets_through(const std::string& text, size_t begin, size_t end) {
  std::vector<uint64_t> words(text.size() / kFoldBlock + 1);
  const size_t count = fold_masks(text, 0, words.data(), words.size());
  CHECK(count == (text.size() + kFoldBlock - 1) / kFoldBlock);
  for (size_t i = begin; i < end; ++i)
    if ((words[i / kFoldBlock] >> i % kFoldBlock & 1) != 0) return true;
  return false;
}

// What may stand around a character so that it folds.
struct Around {
  const char *before, *behind;
};
Around around(FoldAction action) {
  if (is_numeral(action)) return {"一三八零零一", ""};
  switch (action) {
    case kStop:
      return {"a", "a"};
    case kLikeX:
      return {"11010119900307001", ""};
    default:
      return {"12", "34）"};
  }
}

}  // namespace

TEST_CASE("fold masks: every character that may fold is let through, at every place of a block", "[text][fold]") {
  pidun::testing::on_every_target([](const char*) {
    size_t held_back = 0, seen = 0;
    for (char32_t point = 0x80; point < 0x110000; ++point) {
      const FoldAction action = fold_table().at(point);
      if (action == kKeep || action == kClose) continue;
      if (point > 0xE0100 && point % 64 != 0) continue;  // thousands of tags that are all alike
      const Around neighbours = around(action);
      const std::string character = utf8_of(point);
      for (const size_t place : {0u, 1u, 2u, 3u, 31u, 59u, 60u, 61u, 62u, 63u, 64u, 100u, 127u}) {
        const std::string text = std::string(place, ' ') + neighbours.before + character + neighbours.behind;
        const size_t begin = place + std::string_view(neighbours.before).size();
        held_back += lets_through(text, begin, begin + character.size()) ? 0u : 1u;
        ++seen;
      }
    }
    CHECK(seen > 4000);
    CHECK(held_back == 0);
  });
}

TEST_CASE("fold masks: ordinary Chinese text lets next to nothing through", "[text][fold]") {
  const std::string text =
      "中华人民共和国公民的合法的私有财产不受侵犯。国家依照法律规定保护公民的私有财产权和继承权，"
      "张三，男，汉族，住址：广西南宁市江南区星光大道12号3栋402室；电话：13900001234（手机）。\n";
  std::vector<uint64_t> words(text.size() / kFoldBlock + 1);
  const size_t count = fold_masks(text, 0, words.data(), words.size());
  int passed = 0;
  for (size_t i = 0; i < count; ++i) passed += __builtin_popcountll(words[i]);
  CHECK(passed <= 3);
}
