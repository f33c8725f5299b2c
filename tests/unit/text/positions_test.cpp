// Positions: lines, columns, code points and UTF-16 units, however the input is cut.
#include "text/positions.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

namespace pidun {
namespace {

// Byte by byte, as the header says.
Position reference_position(std::string_view text, size_t offset) {
  Position at;
  for (size_t i = 0; i < offset; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    ++at.column;
    if (byte < 0x80 || byte >= 0xC0) at.units.points += 1, at.units.utf16 += 1;
    if (byte >= 0xF0) at.units.utf16 += 1;
    if (text[i] == '\n') at = {at.line + 1, 0, {}};
  }
  return at;
}

bool same(const Position& a, const Position& b) {
  return a.line == b.line && a.column == b.column && a.units.points == b.units.points && a.units.utf16 == b.units.utf16;
}

const std::string kMixed = "ab\r\n手机13900001234😀\n\n\xFF\x80\xC3(\xF0\x9F\n身\n尾";

}  // namespace

TEST_CASE("code points and UTF-16 units of a text") {
  struct Case {
    const char* promise;
    std::string_view text;
    uint64_t points, utf16;
  };
  const Case cases[] = {
      {"nothing", "", 0, 0},
      {"ASCII", "abc", 3, 3},
      {"NUL counts", {"a\0b", 3}, 3, 3},
      {"hanzi are three bytes and one unit", "手机号", 3, 3},
      {"two bytes, one unit", "é", 1, 1},
      {"an emoji is four bytes and two units", "😀", 1, 2},
      {"emoji among hanzi", "手😀机", 3, 4},
      {"a hanzi of plane 2", "𠮷", 1, 2},
      {"a joined emoji is counted by its code points", "👨‍👩", 3, 5},
      {"lone continuation bytes count nothing", "\x80\xBF", 0, 0},
      {"a lead byte without its rest counts", "\xE6x", 2, 2},
      {"a byte that is never valid counts as one of four", "\xFF", 1, 2},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    CHECK(count_units(c.text).points == c.points);
    CHECK(count_units(c.text).utf16 == c.utf16);
  }
}

TEST_CASE("lines and columns begin at 0 and lines end with a newline") {
  struct Case {
    const char* promise;
    std::string text;
    size_t offset;
    uint64_t line, column, points, utf16;
  };
  const Case cases[] = {
      {"the begin", "abc", 0, 0, 0, 0, 0},
      {"within the first line", "abc", 2, 0, 2, 2, 2},
      {"on the newline itself", "abc\nd", 3, 0, 3, 3, 3},
      {"right behind the newline", "abc\nd", 4, 1, 0, 0, 0},
      {"a carriage return belongs to its line", "ab\r\ncd", 3, 0, 3, 3, 3},
      {"behind CRLF", "ab\r\ncd", 5, 1, 1, 1, 1},
      {"a carriage return alone ends no line", "ab\rcd", 5, 0, 5, 5, 5},
      {"empty lines count", "\n\n\n", 3, 3, 0, 0, 0},
      {"hanzi", "x\n手机1", 8, 1, 6, 2, 2},
      {"emoji", "x\n😀1", 6, 1, 4, 1, 2},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    LineCounter counter;
    counter.advance(Window(c.text, 0), c.offset);
    CHECK(same(counter.position(), {c.line, c.column, {c.points, c.utf16}}));
    CHECK(same(reference_position(c.text, c.offset), counter.position()));
  }
}

TEST_CASE("any two steps count as one") {
  const Window window(kMixed, 0);
  for (size_t first = 0; first <= kMixed.size(); ++first) {
    for (size_t second = first; second <= kMixed.size(); ++second) {
      LineCounter counter;
      counter.advance(window, first);
      counter.advance(window, second);
      if (!same(counter.position(), reference_position(kMixed, second))) FAIL_CHECK(first << " then " << second);
    }
  }
}

TEST_CASE("random steps over windows that move count as one step over the whole") {
  std::mt19937 random(11);
  std::string text;
  while (text.size() < 20000) text += random() % 30 == 0 ? "\n" : kMixed.substr(random() % kMixed.size(), random() % 9);
  for (int turn = 0; turn < 20; ++turn) {
    LineCounter counter;
    for (size_t at = 0; at < text.size();) {
      const size_t next = std::min(text.size(), at + random() % 700);
      // The window holds the bytes passed over and little more.
      const size_t begin = at - std::min<size_t>(at, random() % 5);
      counter.advance(Window(std::string_view(text).substr(begin, next - begin), begin), next);
      at = next;
      REQUIRE(same(counter.position(), reference_position(text, at)));
    }
  }
}

TEST_CASE("a counter goes on over what another counted behind it") {
  for (size_t cut = 0; cut <= kMixed.size(); ++cut) {
    const Window window(kMixed, 0);
    LineCounter first, second(cut);
    first.advance(window, cut);
    second.advance(window, kMixed.size());
    first.append(second);
    CAPTURE(cut);
    CHECK(same(first.position(), reference_position(kMixed, kMixed.size())));
  }
}

TEST_CASE("a counter that begins inside the input counts from there") {
  LineCounter counter(100);
  counter.advance(Window("ab\ncd", 100), 104);
  CHECK(same(counter.position(), {1, 1, {1, 1}}));
}

}  // namespace pidun
