// The promises of text/fold.h: a table per rule, what folds and what must stay.
#include "text/fold.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "text/fold_table.h"
#include "text/utf8.h"

using namespace pidun;
using namespace std::literals;

namespace {

std::string folded(std::string_view text) {
  FoldedText out;
  fold(text, 0, out);
  CHECK(out.map.size() == out.text.size());
  return out.text;
}

struct Case {
  std::string_view text, wanted;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(folded(c.text) == c.wanted);
    CHECK(folded(c.wanted) == c.wanted);
    CHECK((c.text == c.wanted || needs_fold(c.text)));
    // The same in a sentence.
    CHECK(folded("姓名，" + std::string(c.text) + "。\n好") == "姓名，" + std::string(c.wanted) + "。\n好");
  }
}

// With `seen`, a second look is needed to tell.
void check_stays(std::initializer_list<std::string_view> cases, bool seen = false) {
  for (const std::string_view c : cases) {
    CAPTURE(c);
    CHECK(folded(c) == c);
    CHECK(needs_fold(c) == seen);
  }
}

}  // namespace

TEST_CASE("fold: full-width letters, digits and the punctuation inside values become ASCII", "[text][fold]") {
  check({{"１３９００００１２３４", "13900001234"},
         {"１39００001２34", "13900001234"},
         {"ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "zhang@example.com"},
         {"110101199003070０1Ｘ", "11010119900307001X"},
         {"京Ａ·１２３４５", "京A·12345"},
         {"＋８６－１３９", "+86-139"},
         {"138＊＊＊＊8000", "138****8000"},
         {"Ｎｏ＃１２", "No#12"},
         {"ｎａｍｅ＝ａ＆ｂ", "name=a&b"},
         {"１２：３０", "12:30"},
         {"12：30", "12:30"},
         {"1，234，567", "1,234,567"},
         {"（０１０）12345678", "(010)12345678"},
         {"（010）12345678", "(010)12345678"},
         {"（+86）139", "(+86)139"},
         {"zhang@example。com", "zhang@example.com"}});
}

TEST_CASE("fold: the punctuation of sentences stays", "[text][fold]") {
  check_stays({"姓名：张三，电话：13900001234。", "（一）总则；（二）附则！？", "第1条（修正）", "（1）",
               "（13900001234）", "他说：“好”", "共3项。1是", "“张三”——李四", "《法》、《规》", "10～20人",
               "１："sv.substr(3)});
}

TEST_CASE("fold: mathematical and enclosed letters, mathematical digits", "[text][fold]") {
  check({{"𝟏𝟑𝟗𝟎𝟎𝟎𝟎𝟏𝟐𝟑𝟒", "13900001234"},
         {"𝟙𝟛𝟡", "139"},
         {"𝟣𝟥𝟫", "139"},
         {"𝚊𝚋𝚌@x", "abc@x"},
         {"ⓦⓧ", "wx"},
         {"🅥🅧", "VX"},
         {"🆅🆇", "VX"},
         {"🅀🅀", "QQ"},
         {"ℂ", "C"},
         {"🯱🯳🯹", "139"}});
}

TEST_CASE("fold: bullets, superscripts, fractions and Roman numerals are no digits or letters", "[text][fold]") {
  check_stays(
      {"①②③", "⑴⒈", "❶➀", "²³¹", "₁₂", "½", "㎏", "Ⅳ", "13900001234²", "①13900001234", "⓪", "ª", "№5", "㈠", "℃"});
}

TEST_CASE("fold: invisible characters are dropped", "[text][fold]") {
  check({{"139\u200B0000\u200D1234", "13900001234"},
         {"139\u00AD00001234", "13900001234"},
         {"1\uFE0F\u20E33\uFE0F\u20E39\uFE0F\u20E3", "139"},
         {"139\u2060\u2061\uFEFF0000", "1390000"},
         {"\u202A139\u202C\u2066 \u2069", "139 "},
         {"139\u3164\uFFA0\u115F0000", "1390000"},
         {"139\u034F\u061C\u180E0", "1390"},
         {"139\U000E00310", "1390"},
         {"\uFEFF姓名", "姓名"}});
}

TEST_CASE("fold: all spaces become a blank, but the indentation of a paragraph stays", "[text][fold]") {
  check({{"138\u00A00013\u00A08000", "138 0013 8000"},
         {"138\u20030013\u30008000", "138 0013 8000"},
         {"138\u202F0013\u205F8000\u2009\u1680", "138 0013 8000  "},
         {"张\u3000三", "张 三"}});
  check_stays({"\u3000\u3000第一条 总则", "\t\u3000\u3000第一条", "第一行\n\u3000\u3000第二行"});
}

TEST_CASE("fold: dashes become '-' beside letters and digits", "[text][fold]") {
  check({{"138‐0013‑8000", "138-0013-8000"},
         {"010–12345678", "010-12345678"},
         {"010——12345678", "010--12345678"},
         {"138−0013―8000", "138-0013-8000"},
         {"138－0013﹣8000﹘1", "138-0013-8000-1"},
         {"138ー0013ー8000", "138-0013-8000"}});
  check_stays({"张三——李四", "コーヒー", "ー1", "—"});
}

TEST_CASE("fold: look-alikes of X become X behind 17 digits, and nowhere else", "[text][fold]") {
  check({{"11010119900307001Х", "11010119900307001X"},
         {"11010119900307001х", "11010119900307001X"},
         {"11010119900307001Χ", "11010119900307001X"},
         {"11010119900307001χ", "11010119900307001X"},
         {"11010119900307001×", "11010119900307001X"},
         {"11010119900307001Ⅹ", "11010119900307001X"},
         {"110101 19900307 001Х", "110101 19900307 001X"},
         {"１1010119900307001Х", "11010119900307001X"}});
  check_stays({"Хорошо", "χ²", "宽×高"});
  check_stays({"3×4", "1101011990030700Х", "110101199003070012Х", "11010119900307001Хa"}, true);
  CHECK(folded("11010119900307001 × 2") == "11010119900307001 X 2");
}

TEST_CASE("fold: Chinese numerals become digits in runs of seven and more", "[text][fold]") {
  check({{"一三八零零一三八零零零", "13800138000"},
         {"幺三八〇〇幺三八〇〇〇", "13800138000"},
         {"壹叁捌零零壹叁捌零零零", "13800138000"},
         {"一三八 零零一三 八零零零", "138 0013 8000"},
         {"一三八—零零一三—八零零零", "138-0013-8000"},
         {"138零零一三八零零零", "13800138000"},
         {"1三8零0一3八0零0", "13800138000"},
         {"1380013八000", "13800138000"},
         {"一三八○○一三八○○○", "13800138000"},
         {"一一零一零一一九九零零三零七零零一X", "11010119900307001X"},
         {"二〇二四年一二三四五六七", "二〇二四年1234567"},
         {"两两两两两两两", "2222222"}});
}

TEST_CASE("fold: Chinese numerals in prose stay", "[text][fold]") {
  check_stays({"第一百二十三条", "二〇二四年三月一日", "一二三四五六", "一、二、三、四、五、六、七",
               "星期一二三四五六日", "三三两两", "13900001234 一楼", "张○○", "五六万七八千", "一九九〇年〇三月〇七日",
               "九九八十一"});
  check_stays({"13900001234一楼", "电话13900001234一二号楼", "138○○○○8000", "○○○○○○○", "1234567一", "一1234567"}, true);
}

TEST_CASE("fold: offsets lead back to what was folded", "[text][fold]") {
  const std::string text = "电话：１３８\u200B００１３８０００，好";
  FoldedText out;
  fold(text, 100, out);
  REQUIRE(out.text == "电话：13800138000，好");
  const size_t at = out.text.find("138");
  const Span span = out.map.source_of({at, at + 11});
  CHECK(text.substr(span.begin - 100, span.size()) == "１３８\u200B００１３８０００");
  CHECK(out.map.derived_of({100 + text.find("００１"), 100 + text.find("００１") + 9}) == Span{at + 3, at + 6});
  CHECK(out.map.source_of({0, 6}) == Span{100, 106});
  CHECK(out.map.pieces() <= 4);
}

TEST_CASE("fold: only dirty lines are found, whole", "[text][fold]") {
  const std::string text = "姓名，张三\n电话１３９\n好\n1\u200B2";
  const Span first = next_dirty_lines(text, 0);
  CHECK(text.substr(first.begin, first.size()) == "电话１３９\n");
  const Span second = next_dirty_lines(text, first.end);
  CHECK(text.substr(second.begin, second.size()) == "1\u200B2");
  CHECK(next_dirty_lines(text, second.end).size() == 0);
  CHECK(next_dirty_lines("", 0).size() == 0);
  CHECK(next_dirty_lines("好", 0).size() == 0);
}

TEST_CASE("fold: the table folds to ASCII letters, digits and marks only, and no ASCII or hanzi in prose",
          "[text][fold]") {
  size_t dropped = 0, changed = 0;
  for (char32_t point = 0; point < 0x110000; ++point) {
    const FoldAction action = fold_table().at(point);
    dropped += action == kDrop ? 1u : 0u;
    changed += action != kKeep ? 1u : 0u;
    if (point < 0x80 && action != kKeep) FAIL(static_cast<uint32_t>(point));
  }
  CHECK(dropped > 300);
  CHECK(dropped < 500);
  CHECK(changed - dropped > 1000);
  CHECK(changed - dropped < 1500);
}

TEST_CASE("fold: lines of any length are folded in bounded pieces", "[text][fold]") {
  std::string text, wanted;
  while (text.size() < 300000) {
    text += "姓名１３９００００１２３４，";
    wanted += "姓名13900001234，";
  }
  CHECK((folded(text) == wanted));
}
