// Of lib/structure/: any cutting of any input gives the events of the whole, and these are those of the reference.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "reference/structure_read.h"
#include "reference/structure_reference.h"

using namespace pidun;

namespace {

Layout any_layout() {
  Layout layout;
  layout.format = *rc::gen::element(Format::lines, Format::delimited, Format::json);
  layout.delimiter = *rc::gen::element(',', '\t', '|', ';');
  layout.has_header = *rc::gen::arbitrary<bool>();
  return layout;
}

// Bytes that mean something to some reader, and a few that do not.
std::string structural_bytes(size_t most) {
  const std::string alphabet = "\"\"\"\\,,:{}[]\n\n\r \t|;a1\xE5\xEF\xBB\xBF";
  const size_t size = *rc::gen::inRange<size_t>(0, most);
  std::string bytes;
  for (size_t i = 0; i < size; ++i) bytes += alphabet[*rc::gen::inRange<size_t>(0, alphabet.size())];
  return bytes;
}

// Well-formed pieces after one another, some bytes changed, long stretches put in.
std::string mutated_pieces() {
  const std::vector<std::string> pieces = {
      "{\"name\":\"张三\",\"phone\":13800138000,\"tags\":[1,true,null,\"x\\\"y\\\\\"]}\n",
      "{\"a\":{\"b\":[[1,2],{\"c\":\"\\u4e2d\"}]},\"d\":-1.5e3}\n",
      "[{\"id\":1},{\"id\":2}]\n",
      "姓名,电话,备注\r\n",
      "张三,13800138000,\"a,\"\"b\"\"\r\n c\"\r\n",
      "\"open,\n",
      "x|y;z\tw\n",
      "\xEF\xBB\xBF",
      "[[[[[[",
      "{\"k\": "};
  std::string input;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    input += pieces[*rc::gen::inRange<size_t>(0, pieces.size())];
    const int choice = *rc::gen::inRange(0, 12);
    if (choice == 0)
      input += std::string(*rc::gen::inRange<size_t>(1000, 1050), *rc::gen::element('a', ' ', '"', '\\'));
    if (choice == 1) input += std::string(*rc::gen::inRange<size_t>(60, 70), *rc::gen::element('[', '{', '\\', '\r'));
  }
  const int changes = *rc::gen::inRange(0, 4);
  for (int i = 0; i < changes && !input.empty(); ++i) {
    input[*rc::gen::inRange<size_t>(0, input.size())] = *rc::gen::element('"', '\n', '\\', ',', '}', '{', 'x', '\r');
  }
  return input;
}

// Of the formats with words of their own: what is put together to an input.
struct Words {
  Format format;
  std::vector<std::string> pieces;
};

const Words kWords[] = {
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
    {Format::html, {"<table>",  "</table>",   "<tr>",         "</tr>",     "<td>", "</td>",
                    "<TH>",     "</th>",      "姓名",         "电话：",    "138",  "<label>",
                    "</label>", "<dt>",       "<script>",     "</script>", "a<b",  "<input name=\"p\" value=\"1\">",
                    "<br/>",    "<!-- c -->", "<td class=x>", " ",         "\n",   "<",
                    ">",        "<p>",        "id:",          "<style",    "'",    "\"",
                    "="}},
};

Layout layout_of(Format format) {
  Layout layout;
  layout.format = format;
  layout.has_header = *rc::gen::arbitrary<bool>();
  layout.backslash_escapes = *rc::gen::arbitrary<bool>();
  layout.boundary = "--xyz";
  layout.header_lines = *rc::gen::inRange(0u, 3u);
  for (uint32_t start = 0; start < 40; start += *rc::gen::inRange(1u, 12u)) layout.starts.push_back(start);
  return layout;
}

std::string put_together(const Words& words) {
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

std::vector<uint64_t> any_cuts(size_t size) {
  const size_t count = *rc::gen::inRange<size_t>(0, 12);
  std::vector<uint64_t> cuts;
  for (size_t i = 0; i < count; ++i) cuts.push_back(*rc::gen::inRange<uint64_t>(0, size + 1));
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

void check(const Layout& layout, const std::string& input) {
  const std::vector<Event> whole = read_whole(layout, input);
  RC_ASSERT(whole == reference::read(layout, input));
  RC_ASSERT(check_bounds(whole, input.size()) == "");
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  RC_ASSERT(merged(read_cut(*reader, input, any_cuts(input.size())), error) == whole);
  RC_ASSERT(error == "");
}

void check_every_byte(const Layout& layout, const std::string& input) {
  std::vector<uint64_t> cuts;
  for (uint64_t cut = 0; cut <= input.size(); ++cut) cuts.push_back(cut);
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  RC_ASSERT(merged(read_cut(*reader, input, cuts), error) == read_whole(layout, input));
  RC_ASSERT(error == "");
}

void check_clone(const Layout& layout, const std::string& input) {
  const std::vector<uint64_t> cuts = any_cuts(input.size());
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::vector<Event> before;
  for (const uint64_t cut : cuts) read_to(*reader, input, cut, false, before);
  const std::unique_ptr<Reader> copy = reader->clone();
  RC_ASSERT(copy->offset() == reader->offset());
  RC_ASSERT(read_cut(*copy, input, {}) == read_cut(*reader, input, {}));
  RC_ASSERT(copy->too_deep() == reader->too_deep());
}

}  // namespace

TEST_CASE("structure: any cutting of structural bytes gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check(any_layout(), structural_bytes(300)); }));
}

TEST_CASE("structure: any cutting of mutated tables and documents gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check(any_layout(), mutated_pieces()); }));
}

TEST_CASE("structure: any cutting of other formats gives the events of the whole", "[structure]") {
  for (const Words& words : kWords) {
    INFO("format " << static_cast<int>(words.format));
    CHECK(rc::check([&] { check(layout_of(words.format), put_together(words)); }));
    CHECK(rc::check([&] { check_clone(layout_of(words.format), put_together(words)); }));
  }
}

TEST_CASE("structure: a cut at every byte of other formats gives the events of the whole", "[structure]") {
  for (const Words& words : kWords) {
    INFO("format " << static_cast<int>(words.format));
    CHECK(rc::check([&] { check_every_byte(layout_of(words.format), put_together(words)); }));
  }
}

TEST_CASE("structure: a clone goes on as the reader it was made of", "[structure]") {
  CHECK(rc::check([] { check_clone(any_layout(), mutated_pieces()); }));
}

TEST_CASE("structure: a cut at every byte gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check_every_byte(any_layout(), structural_bytes(120)); }));
}
