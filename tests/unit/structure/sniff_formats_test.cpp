// What the preamble settles: the formats that give themselves away, and the many texts that only look alike.
#include <catch2/catch.hpp>
#include <string>

#include "structure/structure.h"

using namespace pidun;

namespace {

std::string settled(const std::string& preamble, FormatHint hint = FormatHint::automatic) {
  constexpr const char* kNames[] = {"lines", "delimited", "json", "pairs", "form", "multipart", "dashed",
                                    "fixed", "chat",      "hl7",  "sql",   "xml",  "html"};
  const Layout layout = settle_layout(preamble, hint);
  std::string text = kNames[static_cast<size_t>(layout.format)];
  for (const std::string& name : layout.header) text += " <" + name + ">";
  if (layout.format == Format::multipart) text += " " + layout.boundary;
  for (const uint32_t start : layout.starts) text += " " + std::to_string(start);
  return text;
}

struct Case {
  const char* promise;
  std::string preamble;
  const char* layout;
};

const Case kCases[] = {
    {"logfmt", "level=info phone=13900001234 name=\"张 三\"\nlevel=warn a=b c=\"d e\"\n", "pairs"},
    {"one line of pairs", "name=张三 phone=13900001234 id=7", "pairs"},
    {"logfmt behind a time and a word", "10:20 info a=1 b=2 c=3 d=4\n10:21 info a=1 b=2 c=3 d=4\n", "pairs"},
    {"a form body", "name=%E5%BC%A0&phone=13900001234", "form"},
    {"a form body with a byte order mark",
     "\xEF\xBB\xBF"
     "a=1&b=2\n",
     "form"},
    {"multipart", "--XyZ7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XyZ7--\r\n", "multipart --XyZ7"},
    {"multipart of a browser", "------WebKitFormBoundaryAbC\r\ncontent-disposition: form-data; name=a\r\n\r\n1",
     "multipart ------WebKitFormBoundaryAbC"},
    {"accounts", "user1----p1----张三----110101\nuser2----p2----李四----110102\n", "dashed"},
    {"one account", "user1----p1----张三", "dashed"},
    {"accounts that are called user", "user1----p1----张三\nuser2----p2----李四\n", "dashed"},
    {"accounts with a header", "账号----密码----姓名\nu1----p1----张三\n", "dashed <账号> <密码> <姓名>"},
    {"a ruler", "编号  姓名\n----  ------\n1     张三\n", "fixed <编号> <姓名> 0 6"},
    {"columns in their places",
     "NAME      PHONE        CITY\nzhang     13900001234  bj\nli        13900005678  sh\nwang      13900009999  gz\n",
     "fixed <NAME> <PHONE> <CITY> 0 10 23"},
    {"what the client of MySQL prints",
     "mysql> select * from t;\n+----+------+\n| id | name |\n+----+------+\n|  1 | 李娜 |\n+----+------+\n1 row in "
     "set\n",
     "delimited <> <id> <name> <>"},
    {"what the client of PostgreSQL prints", " name | diag\n------+------\n 李娜 | 高血压\n(1 row)\n",
     "delimited <name> <diag>"},
    {"a table of Markdown under its heading", "# 名单\n\n| 姓名 | 诊断 |\n|:-----|-----:|\n| 李娜 | 高血压 |\n",
     "delimited <> <姓名> <诊断> <>"},
    {"a QQ export", "2024-05-01 10:20:30 张三(12345678)\n你好\n\n2024-05-01 10:21:00 李四(87654321)\n在\n\n", "chat"},
    {"a WeChat export", "张三 2024/5/1 10:20\n你好\n李四 2024/5/1 10:21\n在\n", "chat"},
    {"a chat with text behind colons", "[2024/5/1 10:20] 张三: 你好\n[2024/5/1 10:21] 李四: 在\n", "chat"},
    {"HL7", "MSH|^~\\&|HIS|H1\rPID|1||1\r", "hl7"},
    {"HL7 in its frame", "\x0BMSH|^~\\&|HIS|H1\rPID|1||1\r", "hl7"},
    {"HL7 with other separators", "MSH#*+!%#A#B\n", "hl7"},
    {"a dump of MySQL", "-- MySQL dump\n\nDROP TABLE IF EXISTS `t`;\nCREATE TABLE `t` (\n", "sql"},
    {"a dump of Navicat", "/*\n Navicat\n*/\n\nSET NAMES utf8mb4;\nINSERT INTO `t` VALUES (1);\n", "sql"},
    {"a dump of PostgreSQL", "--\n-- x\n--\nSET x = 0;\nCOPY public.t (a) FROM stdin;\n1\n", "sql"},
    {"a script of SQL Server", "USE [db]\nGO\nINSERT [dbo].[t] ([a]) VALUES (1)\n", "sql"},
    {"an UPDATE", "update t set phone='139' where id = 1;", "sql"},
    {"tuples alone", "(1,'张三','139'),\n(2,'李四','138');\n", "sql"},
    {"XML", "<?xml version=\"1.0\"?>\n<a/>", "xml"},
    {"XML with a mark and without a declaration", "\xEF\xBB\xBF<person><name>张三</name></person>", "xml"},
    {"XML with an element called as HTML has one", "<?xml version='1.0'?><table><row>1</row></table>", "xml"},
    {"XML behind a comment", "<!-- c --><a b=\"1\"/>", "xml"},
    {"XML of which a long comment is all that is seen", "<?xml version='1.0'?><!-- " + std::string(5000, 'x'), "xml"},
    {"HTML", "<!DOCTYPE html>\n<html>", "html"},
    {"HTML of an export", "<table border=1><tr><td>a</td></tr></table>", "html"},
    {"HTML in capitals", "\n<HTML><BODY>x</BODY></HTML>", "html"},
};

const std::string kService = "2024-03-15 18:31:46,036 INFO [exec-200] c.e.OrderService - ";
std::string thrice(const std::string& line) { return line + line + line; }

const Case kLookAlikes[] = {
    {"a service log with pairs", thrice(kService + "order=329771 trace=b0745c70 cost=12ms user=u_1\n"), "lines"},
    {"a log with one pair", thrice("2024-03-15 started id=7\n"), "lines"},
    {"prose with an equation", "Let a = b, then c=d follows.\nQ.E.D.\n", "lines"},
    {"prose with two equations", "for a=1 and b=2 we see that nothing at all follows from it\n", "lines"},
    {"an ini file", "[main]\nkey=value\nother = thing\n", "lines"},
    {"a properties file", "db.url=jdbc:mysql://h/x\ndb.user=root\n", "lines"},
    {"shell", "export A=1\nif [ \"$A\" = 1 ]; then echo x=1 y=2; fi\n", "lines"},
    {"one pair", "a=b\n", "lines"},
    {"base64 with its padding", "aGVsbG8gd29ybGQ=\n", "lines"},
    {"a URL with a query", "https://example.cn/a?b=c&d=e\n", "lines"},
    {"requests with queries", thrice("GET /a?b=c&d=e HTTP/1.1\n"), "lines"},
    {"a form field alone", "a=b", "lines"},
    {"an ampersand in prose", "Smith & Sons = good\n", "lines"},
    {"HTML entities", "a&amp;b&lt;c\n", "lines"},
    {"a signature", "Regards\n-- \nZhang\n", "lines"},
    {"a boundary without a header", "--XyZ7\r\nhello\r\n--XyZ7--\r\n", "lines"},
    {"a Markdown rule", "Title\n----\ntext\n----\nmore\n", "lines"},
    {"a Markdown table's ruler", "text----\n\nmore text\n", "lines"},
    {"a PEM key", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "lines"},
    {"a dashed line alone", "--------------------\n", "lines"},
    {"one dashed pair", "see here----there\n", "lines"},
    {"options of a command", "  --verbose   say more\n  --quiet     say less\n", "lines"},
    {"a diff", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "lines"},
    {"two aligned lines", "a     b     c\nd     e     f\n", "lines"},
    {"prose with two blanks behind stops", "One.  Two.  Three.\nFour five.  Six.\nSeven.  Eight.\nNine ten.  X.\n",
     "lines"},
    {"code", "int main() {\n    return 0;\n}\n", "lines"},
    {"an indented poem", "    a b\n    c d\n    e f\n    g h\n", "lines"},
    {"a log in columns",
     thrice("2016-09-28 04:30:30, Info                  CBS    Loaded x\n") +
         "2016-09-28 04:30:31, Info                  CSI    Ended y\n",
     "lines"},
    {"a log with times in brackets", thrice("[2024-03-15 10:20:30] INFO: started\n"), "lines"},
    {"a log with a level and a colon", thrice("2024-03-15 10:20:30 ERROR: 失败\n"), "lines"},
    {"a log with a level and hanzi", thrice("2024-03-15 10:20:30 WARN 支付服务: 超时\n"), "lines"},
    {"a log with a service's name", thrice("2024-03-15 10:20:30 nginx: reload\n"), "lines"},
    {"a syslog", thrice("Mar 15 10:20:30 host sshd[123]: Accepted\n"), "lines"},
    {"a syslog with priority", thrice("<134>Mar 15 10:20:30 host app: x\n"), "lines"},
    {"a diary", "2024-05-01 晴\n今天去了公园。\n天气很好。\n我们吃了饭。\n回家了。\n", "lines"},
    {"a timetable", "10:20 开会\n11:30 吃饭\n13:00 上课\n", "lines"},
    {"one message", "2024-05-01 10:20:30 张三(12345678)\n你好\n", "lines"},
    {"pipes that are no HL7", "MSH|hello|world\n", "lines"},
    {"MSH in prose", "MSH stands for melanocyte-stimulating hormone.\n", "lines"},
    {"SQL in a log", thrice(kService + "Preparing: INSERT INTO t (a) VALUES (?)\n"), "lines"},
    {"SQL in prose", "Use INSERT INTO to add rows.\nThen SELECT them.\n", "lines"},
    {"prose that begins with a keyword", "Create a table for two.\nSet the plates. Begin.\n", "lines"},
    {"a query alone", "select * from t", "lines"},
    {"a list in brackets", "(a, b)\n(c, d)\n(e)\n(f)\n", "lines"},
    {"a tuple of Python", "(1, 2)\n", "lines"},
    {"an arrow", "<- back\n<3\n<= 5\n", "lines"},
    {"an address in angle brackets", "<zhang@example.cn> wrote:\n> hi\n", "lines"},
    {"a URL in angle brackets", "<https://example.cn> is down\n", "lines"},
    {"a placeholder", "<name> is missing\n", "lines"},
    {"generics", "<T> void f(T t)\n", "lines"},
    {"a document with a table in it",
     "# Guide\n\nOne.\nTwo.\nThree.\n\n| id | name |\n|----|------|\n| 1 | x |\n\nFour.\n", "lines"},
    {"rows of other sizes", "| id | name |\n|----|------|\n| 1 |\n| 1 | 2 | 3 |\n| 1 |\n| 2 |\n", "lines"},
    {"a comment alone", "<!-- x -->\ntext\n", "lines"},
};

}  // namespace

TEST_CASE("layout: formats that give themselves away", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(settled(c.preamble) == c.layout);
  }
}

TEST_CASE("layout: texts that only look like a format stay lines", "[structure]") {
  STATIC_REQUIRE(std::size(kLookAlikes) >= 40);
  for (const Case& c : kLookAlikes) {
    INFO(c.promise);
    CHECK(settled(c.preamble) == c.layout);
  }
}

TEST_CASE("layout: a hint settles the other formats too", "[structure]") {
  const std::string text = "a b\n";
  CHECK(settled(text, FormatHint::pairs) == "pairs");
  CHECK(settled(text, FormatHint::form) == "form");
  CHECK(settled(text, FormatHint::dashed) == "dashed");
  CHECK(settled(text, FormatHint::chat) == "chat");
  CHECK(settled(text, FormatHint::hl7) == "hl7");
  CHECK(settled(text, FormatHint::sql) == "sql");
  CHECK(settled(text, FormatHint::xml) == "xml");
  CHECK(settled(text, FormatHint::html) == "html");
  // What these need to know is not there.
  CHECK(settled(text, FormatHint::multipart) == "lines");
  CHECK(settled(text, FormatHint::fixed) == "lines");
}

TEST_CASE("layout: backslashes escape in MySQL and not elsewhere", "[structure]") {
  const auto escapes = [](const std::string& text) { return settle_layout(text, FormatHint::sql).backslash_escapes; };
  CHECK(escapes("INSERT INTO `t` VALUES ('a\\'b');"));
  CHECK(escapes("INSERT INTO t VALUES (1);"));
  CHECK_FALSE(escapes("-- PostgreSQL database dump\nCOPY t FROM stdin;\n"));
  CHECK_FALSE(escapes("CREATE TABLE [dbo].[t] ([a] [nvarchar](5));\n"));
  CHECK(escapes("-- to PostgreSQL\nINSERT INTO `t` VALUES (1);"));
}
