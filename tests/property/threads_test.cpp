// Of threads: two, three and five give what one gives, for blocks and streams, whatever lies across the shard borders.
#include <catch2/catch.hpp>

#include "property/made_inputs.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr size_t kMiB = size_t{1} << 20;

Engine& engine() {
  static Engine engine;
  return engine;
}

// Feeds of about a megabyte, none a multiple of anything.
std::vector<uint64_t> uneven_cuts(size_t size, Random& random) {
  std::vector<uint64_t> cuts;
  for (uint64_t at = 0; at < size;) cuts.push_back(at = std::min<uint64_t>(size, at + 1 + random.below(2 * kMiB)));
  return cuts;
}

void check_input(const std::string& input, uint64_t seed, pidun_scan_options options) {
  Random random(seed);
  Scratch scratch(engine());
  options.flags |= PIDUN_SCAN_COLUMNS | PIDUN_SCAN_RECORDS;
  options.threads = 1;
  const Scanned one = scan_whole(scratch, input, options);
  REQUIRE(one.status >= 0);
  REQUIRE(!one.findings.empty());
  for (const uint32_t threads : {2u, 3u, 5u}) {
    CAPTURE(threads);
    options.threads = threads;
    CHECK(difference(one, scan_whole(scratch, input, options)) == "");
    if (threads == 5 && seed % 2 == 0) continue;
    CHECK(difference(one, scan_cut(engine(), scratch, input, uneven_cuts(input.size(), random), options)) == "");
  }
}

void check_shape(Shape shape, uint64_t seed) {
  CAPTURE(seed);
  Random random(seed);
  const std::string input = InputMaker(seed, shape, true).make(9 * kMiB + random.below(5 * kMiB));
  check_input(input, seed, default_options());
}

}  // namespace

TEST_CASE("threads: a log", "[threads]") { check_shape(Shape::log, 1); }

TEST_CASE("threads: CSV with quoted newlines across the shard borders", "[threads]") { check_shape(Shape::csv, 2); }

TEST_CASE("threads: JSON Lines", "[threads]") { check_shape(Shape::json_lines, 3); }

TEST_CASE("threads: one JSON document", "[threads]") { check_shape(Shape::json_document, 4); }

TEST_CASE("threads: what is encoded, in runs from one segment into the next", "[threads]") {
  check_shape(Shape::encoded, 9);
}

TEST_CASE("threads: what is disguised", "[threads]") { check_shape(Shape::disguised, 10); }

TEST_CASE("threads: base64 from one shard into the next", "[threads]") {
  Random random(11);
  std::string text;
  while (text.size() < 7 * kMiB) text += random.one_in(40) ? mobile(random) + "\n" : "some text that fills, 中文\n";
  check_input("a\n" + base64_of(text), 12, default_options());
  check_input("b\n" + wrapped(base64_of(text), 76, "\r\n") + "\n", 13, default_options());
}

TEST_CASE("threads: prose", "[threads]") { check_shape(Shape::prose, 5); }

TEST_CASE("threads: a quoted cell and a string from one shard into the next", "[threads]") {
  std::string csv = "id,手机号\n";
  std::string json = "{\"x\":1,\"手机号\":\"";
  const std::string lines = "some text that fills, 中文\n";
  while (csv.size() < 4 * kMiB - 5000) csv += "17,none\n";
  csv += "18,\"";
  while (csv.size() < 8 * kMiB + 5000) csv += csv.size() % 7 == 0 ? "no 13912345670, " : lines;
  csv += "13912345678\"\n19,13912345679\n";
  while (csv.size() < 10 * kMiB) csv += "20,none\n";
  while (json.size() < 9 * kMiB) json += json.size() % 7 == 0 ? "no 13912345670; " : "some text that fills ";
  json += "13912345678\",\"id\":\"13912345679\"}";
  check_input(csv, 6, default_options());
  check_input(json, 7, default_options());
}

TEST_CASE("threads: limits cut where they cut one thread's result", "[threads]") {
  const std::string input = InputMaker(8, Shape::csv, true).make(9 * kMiB);
  auto options = default_options();
  options.max_findings = 500;
  Scratch scratch(engine());
  const Scanned one = scan_whole(scratch, input, options);
  REQUIRE(one.findings.size() == 500);
  for (const uint32_t threads : {2u, 5u}) {
    options.threads = threads;
    Scanned several = scan_whole(scratch, input, options);
    several.bytes = one.bytes;  // what was examined before the limit was seen may differ
    CHECK(difference(one, several) == "");
  }
  options.max_findings = 0;
  options.max_bytes = 4 * kMiB + 7;
  options.threads = 1;
  const Scanned cut = scan_whole(scratch, input, options);
  options.threads = 3;
  CHECK(difference(cut, scan_whole(scratch, input, options)) == "");
}
