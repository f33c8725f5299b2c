// Of lib/text/fold: folding twice is folding once; clean text is never changed; lines fold by themselves; any valid
// text gives valid text, and offsets lead back.
#include "text/fold.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/utf8.h"

using namespace pidun;

namespace {

std::string any_text(bool with_lines) {
  const std::vector<std::string> parts = {"１",     "３",
                                          "８",     "0",
                                          "7",      "一",
                                          "三",     "八",
                                          "零",     "〇",
                                          "○",      "幺",
                                          "两",     "十",
                                          "年",     "张",
                                          "，",     "：",
                                          "（",     "）",
                                          "。",     "＝",
                                          "Ａ",     "ｂ",
                                          "x",      "Х",
                                          "×",      "—",
                                          "－",     "ー",
                                          "-",      ".",
                                          " ",      "\u3000",
                                          "\u00A0", "\u200B",
                                          "\uFE0F", "\u20E3",
                                          "\u00AD", "①",
                                          "²",      "𝟏",
                                          "🅰",      "😀",
                                          "\t",     "1101011990030700",
                                          "138",    "零零一三",
                                          "：",     "＋",
                                          "#",      "é"};
  std::string text;
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    text += *rc::gen::elementOf(parts);
    if (with_lines && *rc::gen::inRange(0, 8) == 0) text += *rc::gen::element("\n", "\n\n", "\r\n");
    if (*rc::gen::inRange(0, 100) == 0) text += std::string(*rc::gen::inRange<size_t>(50, 70), 'e');
  }
  return text;
}

FoldedText folded(std::string_view text, uint64_t offset = 0) {
  FoldedText out;
  fold(text, offset, out);
  return out;
}

}  // namespace

TEST_CASE("fold: folding twice is folding once, and valid text stays valid", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(true);
    const FoldedText once = folded(text);
    RC_ASSERT(is_valid_utf8(once.text));
    RC_ASSERT(folded(once.text).text == once.text);
  }));
}

TEST_CASE("fold: what needs no folding is not changed, and what is clean inside is not missed", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(true);
    if (!needs_fold(text)) RC_ASSERT(folded(text).text == text);
    // Wherever the sieve of blocks falls.
    const size_t before = *rc::gen::inRange<size_t>(0, 70);
    const std::string moved = std::string(before, 'e') + "\n" + text;
    RC_ASSERT(folded(moved).text == std::string(before, 'e') + "\n" + folded(text).text);
  }));
}

TEST_CASE("fold: lines fold by themselves as they do together", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(true);
    FoldedText apart;
    for (size_t begin = 0; begin < text.size();) {
      const size_t feed = text.find('\n', begin), end = feed == std::string::npos ? text.size() : feed + 1;
      fold(std::string_view(text).substr(begin, end - begin), begin, apart);
      begin = end;
    }
    const FoldedText whole = folded(text);
    RC_ASSERT(apart.text == whole.text);
    for (uint64_t i = 0; i < whole.text.size(); ++i)
      RC_ASSERT(apart.map.source_of({i, i + 1}) == whole.map.source_of({i, i + 1}));
  }));
}

// — between hanzi stays, but what becomes of it depends on them: a line with one is folded character by character.
TEST_CASE("fold: a line folded at once is what it is character by character", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(false);
    const FoldedText at_once = folded(text), apart = folded(text + "文—文");
    RC_ASSERT(apart.text == at_once.text + "文—文");
    for (uint64_t at = 0; at < at_once.text.size(); ++at)
      RC_ASSERT(apart.map.source_of({at, at + 1}) == at_once.map.source_of({at, at + 1}));
  }));
}

TEST_CASE("fold: dirty lines are all that folding changes", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(true);
    std::string made;
    uint64_t at = 0;
    while (at < text.size()) {
      const Span dirty = next_dirty_lines(text, at);
      made += text.substr(at, dirty.begin - at);
      RC_ASSERT(dirty.begin >= at);
      const bool at_line = dirty.begin == 0 || dirty.begin == text.size() || text[dirty.begin - 1] == '\n';
      RC_ASSERT(at_line);
      made += folded(std::string_view(text).substr(dirty.begin, dirty.size())).text;
      at = dirty.end;
    }
    RC_ASSERT(made == folded(text).text);
  }));
}

TEST_CASE("fold: offsets ascend and every character comes from its own bytes", "[text][fold]") {
  CHECK(rc::check([] {
    const std::string text = any_text(true);
    const FoldedText out = folded(text, 1000);
    RC_ASSERT(out.map.size() == out.text.size());
    uint64_t before = 1000;
    for (uint64_t i = 0; i < out.text.size();) {
      const Char c = read_utf8(as_bytes(out.text) + i, as_bytes(out.text) + out.text.size());
      const Span source = out.map.source_of({i, i + c.length});
      RC_ASSERT(source.begin >= before);
      before = source.end;
      const std::string own = text.substr(source.begin - 1000, source.size());
      RC_ASSERT(own == out.text.substr(i, c.length) || c.point < 0x80);
      RC_ASSERT(read_utf8(as_bytes(own), as_bytes(own) + own.size()).length == own.size());
      i += c.length;
    }
  }));
}
