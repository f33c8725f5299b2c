// HTML tables and texts.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::html;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"<th> names the columns of its table",
     "<table><tr><th>姓名</th><th>电话</th></tr><tr><td>张三</td><td>139</td></tr></table><table><tr><td>x</td></tr></"
     "table>",
     "{ #姓名 #电话@1 } { <姓名>=张三 <电话>=139@1 } { x }"},
    {"a first row that looks like a header does",
     "<TABLE><TR><TD>姓名</TD><TD>手机号</TD></TR><TR><TD class=a>张三</TD><TD>139</TD></TR></TABLE>",
     "{ 姓名 手机号@1 } { class=a <姓名>=张三 <手机号>=139@1 }"},
    {"cells of a form call those behind them",
     "<table><tr><td>姓名</td><td>李娜</td><td>性别</td><td>女</td></tr><tr><td>诊断</td><td>高血压</td></tr></table>",
     "{ 姓名 姓名=李娜@1 性别@2 性别=女@3 #诊断 诊断=高血压@1 }"},
    {"so do heads before each", "<table><tr><th>姓名<td>李娜<tr><th>诊断<td>高血压</table><table><tr><td>a</table>",
     "{ #姓名 姓名=李娜@1 #诊断 诊断=高血压@1 } { a }"},
    {"of a header that looks like a form, the second row tells",
     "<table><tr><td>姓名</td><td>成绩</td></tr><tr><td>李娜</td><td>95</td></tr></table>",
     "{ 姓名 姓名=成绩@1 }} {{ <姓名>=李娜 <成绩>=95@1 }"},
    {"three cells are no form",
     "<table><tr><td>姓名</td><td>李娜</td><td>x</td></tr><tr><td>诊断</td><td>y</td></tr></table>",
     "{ 姓名 姓名=李娜@1 x@2 } { <姓名>=诊断 <李娜>=y@1 }"},
    {"one that does not is a row", "<table><tr><td>张三</td><td>13900001234</td></tr><tr><td>x</td></tr></table>",
     "{ 张三 13900001234@1 } { x }"},
    {"<th> before <td> is its name, without end tags", "<tr><th>姓名<td>张三<th>电话<td>139</tr>",
     "{ #姓名 姓名=张三@1 #电话@2 电话=139@3 }}"},
    {"a field's name takes the place of the heading before it",
     "<table><tr><th>入院</th><td></td><td>姓名</td><td>李娜</td><td></td><td>内科</td></tr></table>",
     "{ #入院 入院=姓名@2 姓名=李娜@3 内科@5 }"},
    {"a text with a colon names the next", "<p>电话：<b>138</b> x</p>", "电话： 电话：=138 x"},
    {"labels and fields", "<label>手机</label> <input name=\"phone\" value=\"139\"><dl><dt>姓名<dd>张三</dl>",
     "手机 name=\"phone\" phone=\"139\" 手机=姓名 姓名=张三"},
    {"a script is one text", "<script>a<b;\"<p>\"</script>x", "a<b;\"<p>\" x"},
    {"tables inside of cells", "<table><tr><td>a<table><tr><td>b</table>c</td></table>", "{ a { b } c }"},
    {"what is open is closed at the end", "<table><tr><td>a<tr><td>b", "{ a }} { b }}"},
};

}  // namespace

TEST_CASE("html: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
