// What the preamble settles: format, delimiter, header.
#include <catch2/catch.hpp>
#include <string>

#include "structure/structure.h"

using namespace pidun;

namespace {

std::string settled(const std::string& preamble, FormatHint hint = FormatHint::automatic) {
  const Layout layout = settle_layout(preamble, hint);
  if (layout.format == Format::lines) return "lines";
  if (layout.format == Format::json) return "json";
  std::string text = layout.delimiter == '\t' ? "tab" : std::string(1, layout.delimiter);
  if (!layout.has_header) return text;
  text += " header";
  for (const std::string& name : layout.header) text += " <" + name + ">";
  return text;
}

struct Case {
  const char* promise;
  std::string preamble;
  const char* layout;
};

const std::string kMark = "\xEF\xBB\xBF";
const std::string kLog =
    "2024-03-15 18:31:46,036 INFO [http-nio-8080-exec-200] c.e.s.OrderService - order=329771662806052394 "
    "trace=b0745c70f99e2de4 cost=12ms ts=1600000000145 user=u_104918 path=/api/v1/orders/95213675\n";

const Case kJson[] = {
    {"an object", "{\"a\":1}", "json"},
    {"an object behind a byte order mark", kMark + " {\"a\":1}", "json"},
    {"an object over lines", "{\n  \"a\": 1\n}\n", "json"},
    {"an object cut in its first name", "{\"a", "json"},
    {"an object cut behind its bracket", "{", "json"},
    {"an empty object", "{}\n", "json"},
    {"JSON Lines", "{\"a\":1}\n{\"a\":2}\n", "json"},
    {"an array of numbers", "[1, -2.5e-3, true]", "json"},
    {"an array of strings, cut", "[\"x\", \"y", "json"},
    {"an array of objects", "[\n  {\"id\": 1}", "json"},
    {"an array of arrays", "[[1,2],[3,4]]\n", "json"},
    {"a broken value behind a name", "{\"a\":oops", "json"},
    {"a log line with a date in brackets", "[2024-03-01 12:00:00] INFO started\n", "lines"},
    {"a log line with a date and zone in brackets", "[2024-03-01T12:00:00,123][INFO ] x\n", "lines"},
    {"a log line with a thread in brackets", "[http-nio-8080] GET /\n", "lines"},
    {"a log line with a number in brackets", "[12345] GET /\n", "lines"},
    {"a log line with a level in brackets", "[true] x\n[false] y\n", "lines"},
    {"a log line with a quoted word in brackets", "[\"main\"] starting\n", "lines"},
    {"braces of another language", "{ return 1; }\n", "lines"},
    {"a template", "{{name}}, hello\n", "lines"},
    {"a string alone", "\"x\"", "lines"},
};

const Case kTables[] = {
    {"a table with a header of hanzi", "姓名,身份证号,手机号\n张三,1101,138\n李四,1102,139\n",
     ", header <姓名> <身份证号> <手机号>"},
    {"a byte order mark is not part of the first name", kMark + "id,name\n1,a\n2,b\n", ", header <id> <name>"},
    {"quotes around names are undone", "\"id\",\"a\"\"b\",\"c d\"\n1,2,3\n", ", header <id> <a\"b> <c d>"},
    {"tabs", "userId\tphone\tx\n1\t2\t3\n", "tab header <userId> <phone> <x>"},
    {"pipes", "a|b|c\n1|2|3\n4|5|6\n", "| header <a> <b> <c>"},
    {"semicolons", "a;b;c\r\n1;2;3\r\n", "; header <a> <b> <c>"},
    {"commas inside the cells of a tabbed table", "a\tb\tc\n1,2\t3\t4,5,6\n1\t3,1\t4\n", "tab header <a> <b> <c>"},
    {"a quoted newline does not split a row", "a,b,c\n1,\"x\ny,z\",3\n4,5,6\n", ", header <a> <b> <c>"},
    {"names that stand twice, all of them words for fields", "手机号,手机号,电话\n1,2,3\n4,5,6\n",
     ", header <手机号> <手机号> <电话>"},
    {"names of which half are empty, the others words for fields", "编号,,,备注\n1,2,3,4\n5,6,7,8\n",
     ", header <编号> <> <> <备注>"},
    {"no header: of four names more than half are empty", "编号,,,\n1,2,3,4\n5,6,7,8\n", ","},
    {"no header: cells that stand twice, one a word for a field", "手机号,x,x\n1,2,3\n4,5,6\n", ","},
    {"no header: the first row has long digits",
     "张三,110101199003077774,13800138000\n李四,110101199003077774,13800138000\n", ","},
    {"no header: the first row has an e-mail", "a@b.cn,x,y\nc@d.cn,1,2\n", ","},
    {"no header: no column differs", "red,green,blue\nbig,small,tiny\n", ","},
    {"no header: a number alone is no name", "apple,red,1\npear,green,2\n", ","},
    {"one ragged row in ten is allowed", "a,b,c\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2\n1,2,3\n",
     ", header <a> <b> <c>"},
    {"more ragged rows are not", "a,b,c\n1,2,3\n1,2\n1,2,3,4\n1\n", "lines"},
    {"one row is no table", "姓名,身份证号,手机号\n", "lines"},
    {"two columns of short cells", "name,age\nzhang,18\nli,20\n", ", header <name> <age>"},
    {"two columns, but long digits first", "13800138000,x\n13800138000,y\n", "lines"},
    {"a service log has a comma a line", kLog + kLog + kLog, "lines"},
    {"prose", "Dear all,\nthank you for coming, it was a joy.\nYours, me\n", "lines"},
    {"prose in Chinese", "第一条，为了规范，制定本法。\n第二条，本法适用于境内。\n", "lines"},
    {"nothing", "", "lines"},
    {"a byte order mark alone", kMark, "lines"},
};

}  // namespace

TEST_CASE("layout: JSON, and log lines that begin like it", "[structure]") {
  for (const Case& c : kJson) {
    INFO(c.promise);
    CHECK(settled(c.preamble) == c.layout);
  }
}

TEST_CASE("layout: tables, their headers, and texts that are none", "[structure]") {
  for (const Case& c : kTables) {
    INFO(c.promise);
    CHECK(settled(c.preamble) == c.layout);
  }
}

TEST_CASE("layout: the hint wins, the header is still looked for", "[structure]") {
  const std::string one_row = "姓名;电话\n";
  CHECK(settled(one_row) == "lines");
  CHECK(settled(one_row, FormatHint::semicolon) == "; header <姓名> <电话>");
  CHECK(settled(one_row, FormatHint::comma) == ", header <姓名;电话>");
  CHECK(settled("1\t2\n3\t4\n", FormatHint::tab) == "tab");
  CHECK(settled("a|b\n", FormatHint::pipe) == "|");
  CHECK(settled("{\"a\":1}", FormatHint::lines) == "lines");
  CHECK(settled("a,b,c\n1,2,3\n", FormatHint::json) == "json");
}

TEST_CASE("layout: the row that the preamble cuts off is not counted", "[structure]") {
  std::string preamble = "a,b,c\n";
  while (preamble.size() < kPreamble) preamble += "123,456,789\n";
  preamble.resize(kPreamble);
  CHECK(settled(preamble) == ", header <a> <b> <c>");
  // Only the preamble is looked at, whatever follows.
  CHECK(settled(preamble + std::string(100, '\n') + "no table at all") == ", header <a> <b> <c>");
}

TEST_CASE("layout: any bytes settle something", "[structure]") {
  std::string gb18030 = "\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\n\xD5\xC5\xC8\xFD,138\n\xC0\xEE\xCB\xC4,139\n";
  CHECK(settled(gb18030) == ", header <\xD0\xD5\xC3\xFB> <\xB5\xE7\xBB\xB0>");
  for (int byte = 0; byte < 256; ++byte) settled(std::string(5000, static_cast<char>(byte)));
}
