// PHP and Ruby write [姓名] => 李娜 and :diagnosis=>"高血压" into logs, pages set 姓名： in a cell or element of its
// own, MyBatis prints the parameters of a statement as 王小明(String), 139…(String). None of these names was known for
// one.
#include <set>
#include <string>

#include "support/scan_text.h"

using namespace pidun::testing;

namespace {

std::set<std::string> kinds_in(const char* text, uint32_t format) {
  std::set<std::string> kinds;
  for (const Found& found : scan_text(text, {.format = format})) kinds.insert(found.kind + " " + found.value);
  return kinds;
}

}  // namespace

TEST_CASE("an arrow parts a name and its value") {
  CHECK(kinds_in("(\n  [姓名] => 李娜\n  [诊断] => 高血压\n)\n", PIDUN_FORMAT_LINES) ==
        std::set<std::string>{"person_name 李娜", "health_information 高血压"});
  CHECK(kinds_in(R"({:diagnosis=>"高血压", "birth_date" => "1977-07-03"})", PIDUN_FORMAT_LINES) ==
        std::set<std::string>{"health_information 高血压", "birth_date 1977-07-03"});
  CHECK(kinds_in("if (diagnosis => 3) rows[姓名] => ;", PIDUN_FORMAT_LINES).empty());
}

TEST_CASE("a text of HTML that ends in a colon names the next one") {
  const std::set<std::string> both{"person_name 李娜", "health_information 高血压"};
  CHECK(kinds_in("<table><tr><td>姓名：</td><td>李娜</td></tr><tr><td>诊断：</td><td>高血压</td></tr></table>",
                 PIDUN_FORMAT_HTML) == both);
  CHECK(kinds_in("<p>姓名：<b>李娜</b></p><p>诊断:<span>高血压</span></p>", PIDUN_FORMAT_HTML) == both);
}

TEST_CASE("the type behind a parameter stands between a name and a number like a sign") {
  CHECK(
      kinds_in("==> Parameters: 王小明(String), 13900001234(String)", PIDUN_FORMAT_LINES).count("person_name 王小明") ==
      1);
}
