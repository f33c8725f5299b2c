// Masked texts: which characters belong to one, what stands for a mask, and how much is visible.
#include "detect/masked_text.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

MaskedText read(const std::string& text, size_t place) {
  MaskedText masked;
  masked.read(Window(text, 0), place);
  return masked;
}

}  // namespace

TEST_CASE("all that touches a mask is one text, with one sign for every mask") {
  struct Case {
    std::string text;
    size_t place;
    std::string wanted;
    Span span;
  };
  for (const Case& c :
       {Case{"a 138****8000 b", 5, "138****8000", {2, 13}}, Case{"138＊＊＊＊8000", 3, "138****8000", {0, 19}},
        Case{"138xxxx8000", 3, "138****8000", {0, 11}}, Case{"138xx8000", 3, "138xx8000", {0, 9}},
        Case{"110XXXX777X", 3, "110****777X", {0, 11}}, Case{"E****5678", 1, "E****5678", {0, 9}},
        Case{"138某8", 3, "138", {0, 3}}}) {
    CAPTURE(c.text);
    const MaskedText masked = read(c.text, c.place);
    CHECK(masked.text() == c.wanted);
    CHECK(masked.span() == c.span);
  }
  const std::string longest(40, '*'), longer(41, '*');
  CHECK(read(longest, 0).text() == longest);
  CHECK(read(longer, 20).text().empty());
}

TEST_CASE("groups are joined by one and the same sign, and parts of them are texts again") {
  const std::string text = "x 6222 **** **** 123X-1 y";
  MaskedText masked;
  REQUIRE(masked.read_groups(Window(text, 0), 7));
  CHECK(masked.text() == "6222********123X");
  CHECK(masked.groups() == 4);
  CHECK(masked.group_length(3) == 4);
  CHECK(masked.span() == Span{2, 21});
  CHECK(masked.part(1, 3).text() == "********");
  CHECK(masked.part(1, 3).span() == Span{7, 16});
  CHECK(masked.without(4).text() == "********123X");
  CHECK_FALSE(masked.read_groups(Window("138****8000", 0), 3));
  CHECK_FALSE(masked.read_groups(Window("abc ****", 0), 1));
}

TEST_CASE("what is visible at either end, and in all") {
  const VisibleEnds ends = visible_ends("138****8000");
  CHECK((ends.first == 3 && ends.last == 4 && ends.masks == 4 && ends.shown == 7));
  const VisibleEnds none = visible_ends("****"), all = visible_ends("138");
  CHECK((none.first == 0 && none.last == 0 && none.shown == 0));
  CHECK((all.first == 3 && all.last == 0 && all.masks == 0));
  const VisibleEnds name = visible_of("欧阳＊＊"), grouped = visible_of("6222 **** **** 1234"),
                    letters = visible_of("138xxxx8000");
  CHECK((name.first == 2 && name.last == 0 && name.masks == 2));
  CHECK((grouped.first == 4 && grouped.last == 4 && grouped.masks == 8));
  CHECK((letters.first == 3 && letters.last == 4 && letters.masks == 4));
}

}  // namespace pidun
