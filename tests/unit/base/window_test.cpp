// Window: a stretch of the input, addressed by input offsets, and nothing outside it.
#include "base/window.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace pidun {

TEST_CASE("a window answers in input offsets, wherever its bytes lie") {
  const Window window("abcdef", 100);
  CHECK(window.begin() == 100);
  CHECK(window.end() == 106);
  CHECK(window.at(100) == 'a');
  CHECK(window.at(105) == 'f');
  CHECK(window.view(101, 103) == "bc");
  CHECK(window.view(Span{103, 106}) == "def");
  CHECK(window.bytes() == "abcdef");
}

TEST_CASE("outside the window there is NUL, which no value continues across") {
  const Window window("abc", 10);
  for (const uint64_t offset : {uint64_t{0}, uint64_t{9}, uint64_t{13}, UINT64_MAX}) {
    CAPTURE(offset);
    CHECK_FALSE(window.contains(offset));
    CHECK(window.at(offset) == '\0');
  }
  // An offset before the input's first byte wraps; it is outside as well.
  CHECK(Window("abc", 0).at(uint64_t{0} - 1) == '\0');
}

TEST_CASE("a view is clipped to the window") {
  struct Case {
    const char* promise;
    uint64_t begin, end;
    std::string_view view;
  };
  const Case cases[] = {
      {"all of it", 10, 16, "abcdef"},
      {"more on either side", 0, 100, "abcdef"},
      {"over the begin", 8, 12, "ab"},
      {"over the end", 14, 20, "ef"},
      {"before it", 2, 10, ""},
      {"behind it", 16, 20, ""},
      {"empty", 12, 12, ""},
      {"turned round", 14, 12, ""},
      {"to the last offset", 15, UINT64_MAX, "f"},
  };
  const Window window("abcdef", 10);
  for (const Case& c : cases) {
    INFO(c.promise);
    CHECK(window.view(c.begin, c.end) == c.view);
  }
}

TEST_CASE("a slice keeps its offsets") {
  const Window window("abcdef", 10);
  const Window slice = window.slice(12, 14);
  CHECK(slice.begin() == 12);
  CHECK(slice.end() == 14);
  CHECK(slice.at(12) == 'c');
  CHECK(slice.at(11) == '\0');
  CHECK(slice.at(14) == '\0');
  CHECK(window.slice(0, 12).begin() == 10);
  CHECK(window.slice(14, 99).bytes() == "ef");
  CHECK(window.slice(20, 30).bytes().empty());
}

TEST_CASE("a window of nothing holds nothing") {
  const Window none;
  CHECK(none.begin() == none.end());
  CHECK_FALSE(none.contains(0));
  CHECK(none.at(0) == '\0');
  CHECK(none.view(0, UINT64_MAX).empty());
}

TEST_CASE("spans are equal when both ends are") {
  CHECK(Span{1, 4}.size() == 3);
  CHECK(Span{1, 4} == Span{1, 4});
  CHECK_FALSE(Span{1, 4} == Span{1, 5});
}

}  // namespace pidun
