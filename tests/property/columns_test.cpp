// Of columns: any cutting and any number of threads count the same, in every format that has columns or keys.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "property/made_formats.h"
#include "property/made_values.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr size_t kMiB = size_t{1} << 20;

Engine& engine() {
  static Engine engine;
  return engine;
}

struct Rows {
  const char* name;
  uint32_t format;
  std::string head;
  std::string (*row)(Random&);
};

std::string filler(Random& random) { return std::string(random.below(random.one_in(300) ? 9000 : 40), 'x'); }

// A value, or none, or a long text with a value somewhere: what lies across a border has findings on both sides.
std::string cell(Random& random) {
  if (random.one_in(4)) return "";
  if (random.one_in(6)) return filler(random) + " " + mobile(random) + " " + filler(random) + " " + mobile(random);
  return random.one_in(2) ? mobile(random) : resident_id(random);
}

const Rows kRows[] = {
    {"csv", PIDUN_FORMAT_CSV, "手机号,b,\"c\"\"d\"\n",
     [](Random& r) {
       std::string row = cell(r) + ",\"" + cell(r) + (r.one_in(9) ? "\n" : "") + "\"," + cell(r);
       while (r.one_in(5)) row += "," + cell(r);
       return row + "\n";
     }},
    {"csv, a header that lies", PIDUN_FORMAT_CSV, "身份证号,手机号,备注\n",
     [](Random& r) { return mobile(r) + "," + (r.one_in(9) ? cell(r) : resident_id(r)) + ",\n"; }},
    {"tsv, no header", PIDUN_FORMAT_TSV, "",
     [](Random& r) { return mobile(r) + "\t" + (r.one_in(3) ? "1200000" + mobile(r).substr(7) : mobile(r)) + "\n"; }},
    {"dashed", PIDUN_FORMAT_DASHED, "", [](Random& r) { return cell(r) + "----" + cell(r) + "----" + cell(r) + "\n"; }},
    {"fixed", PIDUN_FORMAT_FIXED, "name  phone        no\n----  -----------  ------------------\n",
     [](Random& r) { return "abcd  " + mobile(r) + "  " + resident_id(r) + "\n"; }},
    {"json lines", PIDUN_FORMAT_JSON, "",
     [](Random& r) {
       const std::string key = r.one_in(3) ? "电话" : "k" + std::to_string(r.below(50));
       return "{\"" + key + "\":\"" + cell(r) + "\",\"list\":[\"" + cell(r) +
              "\",1],\"in\":{\"x\":" + std::to_string(r.below(99)) + "}}\n";
     }},
    {"one JSON list", PIDUN_FORMAT_JSON, "[",
     [](Random& r) { return "\"" + cell(r) + "\",{\"id\":\"" + cell(r) + "\"},"; }},
    {"sql", PIDUN_FORMAT_SQL, "CREATE TABLE t (a int, b varchar(20) COMMENT '手机号');\n",
     [](Random& r) {
       const char* const table = r.one_in(3) ? "INSERT INTO u (x, y) VALUES" : "INSERT INTO t VALUES";
       return std::string(table) + " (1,'" + cell(r) + "'),(2,'" + cell(r) + "');\n";
     }},
    {"hl7", PIDUN_FORMAT_HL7, "MSH|^~\\&|HIS|A|LIS|B|20240101||ADT^A01|1|P|2.4\r",
     [](Random& r) { return "PID|1||" + cell(r) + "||a^b||||||||" + cell(r) + "\rOBX|1|ST|" + cell(r) + "\r"; }},
    {"xml", PIDUN_FORMAT_XML, "<list>",
     [](Random& r) { return "<row id=\"" + cell(r) + "\"><phone>" + cell(r) + "</phone>" + cell(r) + "</row>\n"; }},
    {"html", PIDUN_FORMAT_HTML, "<table><tr><th>手机</th><th>x</th></tr>",
     [](Random& r) { return "<tr><td>" + cell(r) + "</td><td>" + cell(r) + "</td></tr>\n"; }},
    {"pairs", PIDUN_FORMAT_PAIRS, "",
     [](Random& r) { return "phone=" + mobile(r) + " some words msg=\"" + cell(r) + "\"\n"; }},
    {"form", PIDUN_FORMAT_FORM, "", [](Random& r) { return "phone=" + mobile(r) + "&id=" + resident_id(r) + "&"; }},
    {"lines", PIDUN_FORMAT_LINES, "", [](Random& r) { return cell(r) + "\n"; }},
};

std::string made(const Rows& rows, uint64_t seed, size_t size) {
  Random random(seed);
  std::string input = rows.head;
  while (input.size() < size) input += rows.row(random);
  return input;
}

std::vector<uint64_t> cuts_of(size_t size, size_t step, uint64_t seed) {
  Random random(seed);
  std::vector<uint64_t> cuts;
  for (uint64_t at = 0; at < size;) cuts.push_back(at = std::min<uint64_t>(size, at + 1 + random.below(step)));
  return cuts;
}

pidun_scan_options counting(uint32_t format, uint32_t threads = 1) {
  auto options = default_options();
  options.flags = PIDUN_SCAN_COLUMNS;
  options.format = format;
  options.threads = threads;
  return options;
}

}  // namespace

TEST_CASE("columns: any cutting counts what the whole counts", "[columns]") {
  Scratch scratch(engine());
  for (const Rows& rows : kRows)
    for (const uint64_t seed : {1u, 2u, 3u}) {
      CAPTURE(rows.name, seed);
      const std::string input = made(rows, seed, seed * 90000);
      const auto options = counting(rows.format);
      const Scanned whole = scan_whole(scratch, input, options);
      REQUIRE(whole.columns.size() > (rows.format == PIDUN_FORMAT_LINES ? 0 : 1));
      for (const size_t step : {70u, 5000u, 150000u})
        CHECK(difference(whole, scan_cut(engine(), scratch, input, cuts_of(input.size(), step, seed), options)) == "");
    }
}

TEST_CASE("columns: threads count what one counts", "[columns]") {
  Scratch scratch(engine());
  for (const Rows& rows : kRows) {
    CAPTURE(rows.name);
    const std::string input = made(rows, 7, 13 * kMiB);
    const Scanned one = scan_whole(scratch, input, counting(rows.format));
    REQUIRE(!one.findings.empty());
    CHECK(difference(one, scan_whole(scratch, input, counting(rows.format, 3))) == "");
    const auto cuts = cuts_of(input.size(), 3 * kMiB, 5);
    CHECK(difference(one, scan_cut(engine(), scratch, input, cuts, counting(rows.format, 2))) == "");
  }
}

TEST_CASE("columns: a cell that is longer than a shard is counted once", "[columns]") {
  Scratch scratch(engine());
  Random random(3);
  std::string json = "{\"a\":\"" + mobile(random) + "\",\"long\":\"";
  while (json.size() < 11 * kMiB) json += mobile(random) + std::string(5000, ' ');
  json += "\",\"b\":1}";
  const Scanned one = scan_whole(scratch, json, counting(PIDUN_FORMAT_JSON));
  REQUIRE(one.columns.size() == 4);
  CHECK(one.columns[2] == "status 0 'long' 0 1 cells 1 filled 1 kind 2: 1");
  CHECK(difference(one, scan_whole(scratch, json, counting(PIDUN_FORMAT_JSON, 3))) == "");
}

TEST_CASE("columns: any bytes in any format count the same, cut or not", "[columns]") {
  Scratch scratch(engine());
  CHECK(rc::check([&] {
    const Words& words = *rc::gen::elementOf(std::vector<Words>(std::begin(kWords), std::end(kWords)));
    const std::string input = put_together(words);
    const auto options = counting(*rc::gen::inRange<uint32_t>(0, PIDUN_FORMAT_HTML + 1));
    std::vector<uint64_t> cuts;
    for (uint64_t at = 1; at < input.size(); at += 1 + at % 3) cuts.push_back(at);
    RC_ASSERT(difference(scan_whole(scratch, input, options), scan_cut(engine(), scratch, input, cuts, options)) == "");
  }));
}
