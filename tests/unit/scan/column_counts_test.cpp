// What the columns of an input hold, through the C API.
#include "scan/column_counts.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

#include "support/make_values.h"
#include "support/scan_text.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

pidun_scan_options counting(uint32_t format = PIDUN_FORMAT_AUTO) {
  auto options = default_options();
  options.flags = PIDUN_SCAN_COLUMNS;
  options.format = format;
  return options;
}

// "name[index] filled/cells kind:hits kind:hits", one a column.
std::vector<std::string> told(const Results& results) {
  std::vector<std::string> all;
  for (size_t i = 0; i < results.column_count(); ++i) {
    const pidun_column column = results.column(i);
    std::ostringstream out;
    out << column.name << '[' << column.index << "] " << column.filled << '/' << column.cells;
    for (uint32_t kind = 0; kind < column.kind_count; ++kind)
      out << ' ' << name_of_kind(column.kinds[kind]) << ':' << column.hits[kind];
    all.push_back(out.str());
  }
  return all;
}

using Told = std::vector<std::string>;

const std::string kMobile2 = "13912345679";

struct Case {
  std::string promise;
  uint32_t format;
  std::string text;
  uint64_t rows;
  Told columns;
};

const std::string kPhone = std::string(kMobile), kCard = make_card("622202", 19), kPerson = std::string(kId);

const Case kCases[] = {
    {"a header names, its cells are not counted",
     PIDUN_FORMAT_CSV,
     "手机号,备注\n" + kPhone + ",x\n" + kMobile2 + ",\n",
     2,
     {"手机号[0] 2/2 mobile_number:2", "备注[1] 1/2"}},
    {"without a header there is no name",
     PIDUN_FORMAT_TSV,
     kPhone + "\tx\n" + kMobile2 + "\ty\n",
     2,
     {"[0] 2/2 mobile_number:2", "[1] 2/2"}},
    {"ragged rows",
     PIDUN_FORMAT_CSV,
     "姓名,手机号,地址\nx\nx," + kPhone + "\nx,,,,," + kMobile2 + "\n\n",
     3,
     {"姓名[0] 3/3", "手机号[1] 1/2 mobile_number:1", "地址[2] 0/1", "[3] 0/1", "[4] 0/1", "[5] 1/1 mobile_number:1"}},
    {"equal names are columns of their own",
     PIDUN_FORMAT_CSV,
     "电话,电话,编号,备注\n" + kPhone + ",,7,\n",
     1,
     {"电话[0] 1/1 mobile_number:1", "电话[1] 0/1", "编号[2] 1/1", "备注[3] 0/1"}},
    {"an empty name",
     PIDUN_FORMAT_CSV,
     "编号,手机号,备注,\n7," + kPhone + ",,x\n",
     1,
     {"编号[0] 1/1", "手机号[1] 1/1 mobile_number:1", "备注[2] 0/1", "[3] 1/1"}},
    {"quotes around a name are no part of it",
     PIDUN_FORMAT_CSV,
     "\"手机\"\"号\",b\n" + kPhone + ",x\n",
     1,
     {"手机\"号[0] 1/1 mobile_number:1", "b[1] 1/1"}},
    {"blanks fill no cell", PIDUN_FORMAT_CSV, "手机号,b\n   ,x\n\"\",x\n \t ,x\n", 3, {"手机号[0] 0/3", "b[1] 3/3"}},
    {"two findings in a cell are one cell, of two kinds two",
     PIDUN_FORMAT_CSV,
     "手机号,b\n" + kPhone + " " + kMobile2 + ",\"" + kPhone + " " + kPerson + "\"\n",
     1,
     {"手机号[0] 1/1 mobile_number:1", "b[1] 1/1 mobile_number:1 resident_id_number:1"}},
    {"kinds of most cells first",
     PIDUN_FORMAT_CSV,
     "a,x\n" + kPhone + ",1\n" + kPerson + ",2\n" + kPerson.substr(0, 17) + "X,3\nuser@example.com,4\n",
     4,
     {"a[0] 4/4 resident_id_number:2 mobile_number:1 email_address:1", "x[1] 4/4"}},
    {"rows of fixed columns",
     PIDUN_FORMAT_AUTO,
     "name  phone\n----  -----------\nabcd  " + kPhone + "\nab    " + kMobile2 + "\n",
     2,
     {"name[0] 2/2", "phone[1] 2/2 mobile_number:2"}},
    {"account dumps",
     PIDUN_FORMAT_DASHED,
     "a1----pw----" + kPhone + "\nb2----pw----" + kMobile2 + "\n",
     2,
     {"[0] 2/2", "[1] 2/2", "[2] 2/2 mobile_number:2"}},
    {"keys by name, wherever they stand",
     PIDUN_FORMAT_JSON,
     R"([{"phone":")" + kPhone + R"(","in":{"phone":")" + kMobile2 + R"(","n":[1,2]}},{"phone":""}])",
     2,
     {"phone[0] 2/3 mobile_number:2", "n[1] 2/2"}},
    {"JSON Lines",
     PIDUN_FORMAT_JSON,
     "{\"a\":1}\n{\"a\":2}\n{\"b\":\"" + kPhone + "\"}\n",
     3,
     {"a[0] 2/2", "b[1] 1/1 mobile_number:1"}},
    {"values without a key are one column",
     PIDUN_FORMAT_JSON,
     "[\"" + kPhone + "\",1,2,3]",
     0,
     {"[0] 4/4 mobile_number:1"}},
    {"the columns of a dump by table; a number of its CREATE has no name",
     PIDUN_FORMAT_SQL,
     "CREATE TABLE t (id int, tel varchar(20));\nINSERT INTO t VALUES (1,'" + kPhone +
         "');\nINSERT INTO u (tel) VALUES ('" + kMobile2 + "'),('" + kPhone + "');\n",
     4,
     {"[0] 1/1", "id[0] 1/1", "tel[1] 1/1 mobile_number:1", "tel[0] 2/2 mobile_number:2"}},
    {"fields of a message",
     PIDUN_FORMAT_HL7,
     "MSH|^~\\&|HIS\rPID|1||" + kPerson + "||a^b\r",
     2,
     {"MSH-3.1[0] 1/1", "PID-1.1[1] 1/1", "PID-3.1[2] 1/1 resident_id_number:1", "PID-5.1[3] 1/1", "PID-5.2[4] 1/1"}},
    {"elements and attributes",
     PIDUN_FORMAT_XML,
     "<list><row id=\"7\"><phone>" + kPhone + "</phone></row><row id=\"8\"><phone>" + kMobile2 +
         "</phone></row></list>",
     2,
     {"id[0] 2/2", "phone[1] 2/2 mobile_number:2"}},
    {"pairs",
     PIDUN_FORMAT_PAIRS,
     "phone=" + kPhone + " took=3ms\nphone=" + kMobile2 + "\n",
     2,
     {"phone[0] 2/2 mobile_number:2", "took[1] 1/1"}},
    {"a form",
     PIDUN_FORMAT_FORM,
     "phone=" + kPhone + "&id=" + kPerson,
     1,
     {"phone[0] 1/1 mobile_number:1", "id[1] 1/1 resident_id_number:1"}},
    {"lines have no columns", PIDUN_FORMAT_LINES, "a " + kPhone + "\nb\n", 2, {}},
    {"nothing has none", PIDUN_FORMAT_LINES, "", 0, {}},
    {"a header alone has columns without cells", PIDUN_FORMAT_CSV, "手机号,b\n", 0, {"手机号[0] 0/0", "b[1] 0/0"}},
};

}  // namespace

TEST_CASE("column counts: what each column holds", "[columns]") {
  Fixture f;
  for (const Case& c : kCases) {
    CAPTURE(c.promise, c.text);
    REQUIRE(f.scan(c.text, counting(c.format)) == PIDUN_OK);
    CHECK(told(f.results) == c.columns);
    CHECK(f.results.rows() == c.rows);
    if (c.format != PIDUN_FORMAT_AUTO) CHECK(f.results.format() == c.format);
  }
}

TEST_CASE("column counts: nothing is counted that was not asked for", "[columns]") {
  Fixture f;
  REQUIRE(f.scan("手机号,b\n13912345678,x\n", counting(PIDUN_FORMAT_CSV)) == PIDUN_OK);
  CHECK(f.results.column_count() == 2);
  auto column = sized<pidun_column>();
  CHECK(pidun_results_column(f.results.get(), 2, &column) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_column(f.results.get(), 0, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_column(nullptr, 0, &column) == PIDUN_E_ARGUMENT);
  REQUIRE(f.scan("手机号,b\n13912345678,x\n") == PIDUN_OK);
  CHECK(f.results.column_count() == 0);
  CHECK(f.results.rows() == 0);
  CHECK(f.results.format() == PIDUN_FORMAT_AUTO);
  CHECK(pidun_results_column(f.results.get(), 0, &column) == PIDUN_E_ARGUMENT);
}

TEST_CASE("column counts: a caller's shorter struct gets what it has room for, no byte more", "[columns]") {
  Fixture f;
  REQUIRE(f.scan("手机号,b\n13912345678,x\n", counting(PIDUN_FORMAT_CSV)) == PIDUN_OK);
  pidun_column column;
  std::memset(static_cast<void*>(&column), 0x5A, sizeof(column));
  column.struct_size = 40;  // up to `filled`
  REQUIRE(pidun_results_column(f.results.get(), 0, &column) == PIDUN_OK);
  CHECK(column.cells == 1);
  CHECK(column.hits[0] == 0x5A5A5A5A5A5A5A5A);
  CHECK(f.results.column(0).reserved[0] == 0);
  CHECK(f.results.column(0).reserved[1] == 0);
}

TEST_CASE("column counts: the columns of a batch tell their slice", "[columns]") {
  Fixture f;
  const std::string texts[] = {"手机号,b\n13912345678,x\n", "text", "{\"a\":1}"};
  std::vector<pidun_slice> slices;
  for (const std::string& text : texts) slices.push_back({text.data(), text.size(), nullptr, 0, 0});
  slices[0].format = PIDUN_FORMAT_CSV;
  slices[2].format = PIDUN_FORMAT_JSON;
  REQUIRE(f.scratch.scan_batch(slices.data(), slices.size(), counting(), f.results) == PIDUN_OK);
  CHECK(told(f.results) == Told{"手机号[0] 1/1 mobile_number:1", "b[1] 1/1", "a[0] 1/1"});
  CHECK(f.results.column(1).slice == 0);
  CHECK(f.results.column(2).slice == 2);
  CHECK(f.results.format() == PIDUN_FORMAT_JSON);
}

TEST_CASE("column counts: a stream tells what it has counted so far", "[columns]") {
  Fixture f;
  Stream stream(f.engine, counting(PIDUN_FORMAT_CSV));
  std::string text = "手机号,b\n";
  while (text.size() < 200000) text += "13912345678,x\n";
  stream.feed(f.scratch, text.data(), 100, f.results);
  CHECK(f.results.column_count() == 0);  // the preamble is not whole yet
  stream.feed(f.scratch, text.data() + 100, text.size() - 100, f.results);
  REQUIRE(f.results.column_count() == 2);
  const uint64_t so_far = f.results.column(0).cells;
  CHECK(so_far == f.results.rows());
  CHECK(so_far > 5000);
  stream.finish(f.scratch, f.results);
  CHECK(f.results.column(0).cells == (text.size() - std::strlen("手机号,b\n")) / std::strlen("13912345678,x\n"));
  CHECK(f.results.column(0).cells > so_far);
  CHECK(f.results.column(0).hits[0] == f.results.column(0).cells);
}

TEST_CASE("column counts: more columns than are counted make the result incomplete, and nothing else", "[columns]") {
  Fixture f;
  const auto row_of = [](size_t cells) { return std::string(cells - 1, ',') + "13912345678\n"; };
  REQUIRE(f.scan(row_of(10000), counting(PIDUN_FORMAT_CSV)) == PIDUN_OK);
  CHECK(f.results.column_count() == 10000);
  CHECK(f.results.column(9999).hits[0] == 1);
  REQUIRE(f.scan(row_of(kMostColumns), counting(PIDUN_FORMAT_CSV)) == PIDUN_OK);
  REQUIRE(f.scan(row_of(kMostColumns + 1), counting(PIDUN_FORMAT_CSV)) == PIDUN_INCOMPLETE);
  CHECK(f.results.incomplete() == PIDUN_INCOMPLETE_COLUMNS);
  CHECK(f.results.column_count() == kMostColumns);
  CHECK(f.count() == 1);
  std::string keys = "{";
  for (size_t i = 0; i <= kMostColumns; ++i) keys += "\"k" + std::to_string(i) + "\":1,";
  keys += "\"k0\":2}";
  REQUIRE(f.scan(keys, counting(PIDUN_FORMAT_JSON)) == PIDUN_INCOMPLETE);
  CHECK(f.results.column_count() == kMostColumns);
  CHECK(f.results.column(0).cells == 2);
}

TEST_CASE("column counts: a header that goes past the preamble is a row", "[columns]") {
  std::string text = "手机号";
  for (int i = 0; i < 2000; ++i) text += ",column" + std::to_string(i);
  text += "\n13912345678";
  for (int i = 0; i < 2000; ++i) text += ",x";
  Fixture f;
  REQUIRE(f.scan(text + "\n", counting(PIDUN_FORMAT_CSV)) == PIDUN_OK);
  REQUIRE(f.results.column_count() == 2001);
  CHECK(told(f.results)[0] == "[0] 2/2 mobile_number:1");
  CHECK(f.results.rows() == 2);
}

TEST_CASE("column counts: names are UTF-8 of at most 128 bytes, whatever stands there", "[columns]") {
  const std::string hanzi = "号";
  std::string long_name;
  for (int i = 0; i < 50; ++i) long_name += hanzi;
  CHECK(column_name("phone") == "phone");
  CHECK(column_name("") == "");
  CHECK(column_name(long_name) == long_name.substr(0, 126));
  CHECK(column_name("a\xFFz") == "a?z");
  CHECK(column_name(std::string_view("a\0z", 3)) == "a?z");
  CHECK(column_name(std::string(200, 'a')) == std::string(128, 'a'));
  CHECK(column_name(std::string(127, 'a') + hanzi) == std::string(127, 'a'));
  CHECK(column_name(hanzi.substr(0, 2)) == "??");
}

TEST_CASE("column counts: a name in GBK is told in UTF-8", "[columns]") {
  Fixture f;
  Context context;
  context.set("charset", "gbk");
  auto options = counting(PIDUN_FORMAT_CSV);
  options.context = context.get();
  REQUIRE(f.scan("\xCA\xD6\xBB\xFA\xBA\xC5,b\n13912345678,x\n", options) == PIDUN_OK);
  CHECK(told(f.results) == Told{"手机号[0] 1/1 mobile_number:1", "b[1] 1/1"});
}
