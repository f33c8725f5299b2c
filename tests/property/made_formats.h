// Inputs of the formats that have words of their own: well-formed pieces, halves of them, and long stretches.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "structure/structure.h"

namespace pidun {

// Of the formats with words of their own: what is put together to an input.
struct Words {
  Format format;
  std::vector<std::string> pieces;
};

inline const Words kWords[] = {
    {Format::pairs,
     {"level=info ", "phone=13900001234 ", "name=\"张 三\" ", "msg=\"a \\\"b\\\" c\"", "word ", "=", "a=b=c", " k=,",
      "x=1;\n", "\r\n", "\"", "\\", "\xE5\xBC\xA0=1 ", "a.b[0]=2\t"}},
    {Format::form, {"a=b", "&", "phone=139", "&&", "=x", "k", "\r\n", "\n", "=", "%E5%BC%A0"}},
    {Format::multipart,
     {"--xyz", "\r\n", "\n", "--", "Content-Disposition: form-data; name=\"phone\"", "; filename=\"张三.jpg\"", ": ",
      ";", "=", "\"", "Content-Type: text/plain", "body", "\r", "--xy", "z", "--xyz\r\n", "--xyz--\r\n", "\r\n\r\n"}},
    {Format::dashed, {"user", "----", "-", "--", "pass", "\n", "\r\n", "张三", "\r"}},
    {Format::fixed, {"abc", " ", "   ", "\n", "\r\n", "13900001234", "\t", "-----  ----\n", "张三"}},
    {Format::chat,
     {"2024-05-01 10:20:30 张三(12345678)\n",
      "李四 2024/5/1 10:20\n",
      "[2024/5/1 10:20] 张三: text\n",
      "2024年5月1日 上午10:20 李四：text\r\n",
      "张三<a@b.cn> 10:20:30\n",
      "text\n",
      "2024-05-01 10:20:30 ",
      "[2024/5/1 10:20] ",
      "[10:20] ",
      "张三",
      "(12345678)",
      "<a@b.cn>",
      "\n",
      "\r\n",
      ": ",
      "：",
      "text",
      "王 五 2024年5月1日 下午1:20:30\n",
      " ",
      "\xC2\xA0",
      "10:20:30",
      "10:20",
      "2024.5.1",
      "\t",
      "(",
      "<",
      "1"}},
    {Format::hl7,
     {"MSH|^~\\&|HIS|H1\r",
      "PID|1||A^B&C~D^E||张^三|",
      "\r",
      "\n",
      "\x0B",
      "\x1C\r",
      "NK1|1|",
      "PID|",
      "MSH",
      "|",
      "^",
      "~",
      "&",
      "\\",
      "MSH#*+!%x#y*z#\r",
      "PV1",
      "OBX|1|TX|",
      "abc",
      " ",
      "ZZ9|",
      "P",
      "I",
      "D"}},
    {Format::sql,
     {"INSERT INTO t VALUES (1,'张三',NULL),(2,'a''b',-1.5);\n",
      "INSERT INTO t (b, `a`) VALUES ('x', N'y');\n",
      "(3, 'x', now(), \"q\"),\n",
      "CREATE TABLE t (a int COMMENT '手机', [b] text, PRIMARY KEY (a));\n",
      "COPY t (a, b) FROM stdin;\n1\t张三\n\\N\t\n\\.\n",
      "INSERT INTO t VALUES ",
      "INSERT INTO `t` (`a`,b) VALUES ",
      "(1,'张三',NULL)",
      ",",
      ";",
      "\n",
      "'",
      "''",
      "\\'",
      "\"",
      "(",
      ")",
      "N'x'",
      "E'\\n'",
      "-- note\n",
      "/* c */",
      "/*",
      "*/",
      "$$a$b$$",
      "$t$",
      "$",
      "now()",
      "-1.5",
      "-",
      "=",
      "'x'",
      "CREATE TABLE t (a int, `b` varchar(9) COMMENT '手机', KEY (a));\n",
      "COMMENT ON COLUMN t.a IS '名';",
      "COPY t (a,b) FROM stdin;\n",
      "1\t2\n",
      "\\.\n",
      "\\",
      ".",
      "\t",
      "\nINSERT INTO ",
      "\ninsert",
      "\nCREATE ",
      "COPY t FROM stdin;",
      "UPDATE t SET a='1', b=2 WHERE c = 3;",
      "[dbo].[t]",
      "[",
      "]",
      "`",
      "#x\n",
      "\r\n",
      "VALUES",
      "SET ",
      "TABLE",
      "values(1)"}},
    {Format::xml,
     {"<a>",
      "</a>",
      "<b x=\"1\">",
      "</b>",
      "<c/>",
      "text",
      " ",
      "\n",
      "<!-- c -->",
      "<![CDATA[d]]>",
      "<![CDATA[",
      "]]>",
      "]",
      "<!--",
      "-->",
      "--",
      ">",
      "<",
      "<?xml version='1.0'?>",
      "<n:d value='2' n:e=3 f>",
      "</n:d>",
      "\"",
      "'",
      "=",
      "/",
      "<张>",
      "</张>",
      "<!",
      "<!DOCTYPE a>",
      "&lt;",
      "</",
      "<f g = \"h\" />"}},
    {Format::html, {"<table>",   "</table>",   "<tr>",
                    "</tr>",     "<td>",       "</td>",
                    "<TH>",      "</th>",      "姓名",
                    "电话：",    "138",        "<label>",
                    "</label>",  "<dt>",       "<script>",
                    "</script>", "a<b",        "<input name=\"p\" value=\"1\">",
                    "<br/>",     "<!-- c -->", "<td class=x>",
                    " ",         "\n",         "<",
                    ">",         "<p>",        "id:",
                    "<style",    "'",          "\"",
                    "=",         "诊断",       "<tr><td>姓名<td>",
                    "李娜"}},
};

inline Layout layout_of(Format format) {
  Layout layout;
  layout.format = format;
  layout.has_header = *rc::gen::arbitrary<bool>();
  layout.backslash_escapes = *rc::gen::arbitrary<bool>();
  layout.boundary = "--xyz";
  layout.header_lines = *rc::gen::inRange(0u, 3u);
  for (uint32_t start = 0; start < 40; start += *rc::gen::inRange(1u, 12u)) layout.starts.push_back(start);
  return layout;
}

inline std::string put_together(const Words& words) {
  std::string input;
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    input += words.pieces[*rc::gen::inRange<size_t>(0, words.pieces.size())];
    const int choice = *rc::gen::inRange(0, 60);
    if (choice == 0)
      input += std::string(*rc::gen::inRange<size_t>(1, 1100), *rc::gen::element('a', ' ', '9', '-', '\n'));
    if (choice == 1)
      input += std::string(*rc::gen::inRange<size_t>(60, 140), *rc::gen::element('a', 'A', '\'', '<', '='));
    if (choice == 2) input += std::string(*rc::gen::inRange<size_t>(240, 530), *rc::gen::element('x', ' ', '\r'));
  }
  return input;
}

}  // namespace pidun
