// Of results: accessors in and out of range, the order of findings, explain's preflight, offsets in other units.
#include <vector>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("results: new ones are empty", "[api]") {
  Results results;
  CHECK(results.size() == 0);
  CHECK(results.incomplete() == 0);
  CHECK(results.bytes() == 0);
  CHECK(std::string(results.evidence(0)).empty());
  CHECK(results.reason(0, 0) == nullptr);
}

TEST_CASE("results: what the accessors tell of a finding", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  REQUIRE(f.count() == kFindingsOfText);
  CHECK(f.results.bytes() == kText.size());
  CHECK(f.results.incomplete() == 0);
  const pidun_finding& mobile = f.results[0];
  CHECK(kText.substr(mobile.begin, mobile.end - mobile.begin) == kMobile);
  CHECK(mobile.kind == pidun_kind_find("mobile_number"));
  CHECK(mobile.outer_begin == mobile.begin);
  CHECK(mobile.outer_end == mobile.end);
  CHECK(mobile.slice == 0);
  CHECK(mobile.depth == 0);
  CHECK((mobile.flags & PIDUN_FINDING_LABELLED) != 0);
  for (const uint8_t zero : mobile.reserved) CHECK(zero == 0);
  const pidun_finding& id = f.results[1];
  CHECK(kText.substr(id.begin, id.end - id.begin) == kId);
  CHECK(id.check == PIDUN_CHECK_PASS);
  CHECK(id.tier == 5000);
  CHECK(std::string(f.results.evidence(0)) == "139****5678");
  CHECK(std::string(f.results.evidence(1)) == "1101**********002X");
  CHECK(std::string(f.results.evidence(2)) == "u****@example.com");
  const pidun_location at = f.results.location(0);
  CHECK(at.line == 1);
  CHECK(at.column == mobile.begin + 1);
  CHECK(at.column_points == 6);
  CHECK(at.column_utf16 == 6);
  CHECK(f.results.location(2).line == 2);
}

TEST_CASE("results: reasons end with NULL, and chains of plain values are empty", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  for (size_t i = 0; i < f.count(); ++i) {
    size_t reasons = 0;
    while (f.results.reason(i, reasons) != nullptr) ++reasons;
    CHECK(reasons > 0);
    CHECK(f.results.reason(i, reasons + 1) == nullptr);
    CHECK(f.results.reason(i, 64) == nullptr);
    CHECK(f.results.reason(i, SIZE_MAX) == nullptr);
    CHECK(f.results.chain(i, 0) == nullptr);
  }
}

TEST_CASE("results: past the last finding there is nothing", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  auto location = sized<pidun_location>();
  for (const size_t i : {f.count(), f.count() + 1, SIZE_MAX}) {
    CHECK(f.results.reason(i, 0) == nullptr);
    CHECK(f.results.chain(i, 0) == nullptr);
    CHECK(std::string(f.results.evidence(i)).empty());
    CHECK(f.results.also(i) == 0);
    CHECK(pidun_results_location(f.results.get(), i, &location) == PIDUN_E_ARGUMENT);
  }
}

TEST_CASE("results: NULL handles have no findings", "[api]") {
  CHECK(pidun_results_count(nullptr) == 0);
  CHECK(pidun_results_data(nullptr) == nullptr);
  CHECK(pidun_results_incomplete(nullptr) == 0);
  CHECK(pidun_results_bytes(nullptr) == 0);
  CHECK(pidun_results_reason(nullptr, 0, 0) == nullptr);
  CHECK(pidun_results_chain(nullptr, 0, 0) == nullptr);
  CHECK(std::string(pidun_results_evidence(nullptr, 0)).empty());
  CHECK(pidun_results_also(nullptr, 0) == 0);
  auto location = sized<pidun_location>();
  CHECK(pidun_results_location(nullptr, 0, &location) == PIDUN_E_ARGUMENT);
}

TEST_CASE("results: each call replaces them, a refused one empties them", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  REQUIRE(f.scan("nothing here") == PIDUN_OK);
  CHECK(f.count() == 0);
  REQUIRE(f.scan(kText) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
  auto options = default_options();
  options.format = 1000;
  CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
  CHECK(f.count() == 0);
}

TEST_CASE("results: evidence is not kept with NO_EVIDENCE, all else is", "[api]") {
  Fixture f;
  auto options = default_options();
  options.flags = PIDUN_SCAN_NO_EVIDENCE;
  REQUIRE(f.scan(kText, options) == PIDUN_OK);
  REQUIRE(f.count() == kFindingsOfText);
  for (size_t i = 0; i < f.count(); ++i) {
    CHECK(std::string(f.results.evidence(i)).empty());
    CHECK(f.results.reason(i, 0) != nullptr);
  }
}

TEST_CASE("explain: preflight, a buffer too small, and one that fits", "[api]") {
  Fixture f;
  auto* scratch = f.scratch.get();
  size_t needed = 0;
  REQUIRE(pidun_explain(scratch, kId.data(), kId.size(), nullptr, nullptr, 0, &needed) == PIDUN_E_SPACE);
  REQUIRE(needed > 1);
  std::string small(needed - 1, 'q');
  size_t again = 0;
  CHECK(pidun_explain(scratch, kId.data(), kId.size(), nullptr, small.data(), small.size(), &again) == PIDUN_E_SPACE);
  CHECK(again == needed);
  std::string buffer(needed + 1, 'q');
  REQUIRE(pidun_explain(scratch, kId.data(), kId.size(), nullptr, buffer.data(), needed, &again) == PIDUN_OK);
  CHECK(again == needed);
  CHECK(buffer[needed - 1] == '\0');
  CHECK(buffer[needed] == 'q');
  CHECK(buffer.find('\0') == needed - 1);
  CHECK(buffer.front() == '{');
  CHECK(buffer.find(kId) == std::string::npos);
  CHECK(buffer.find("1101**********002X") != std::string::npos);
}

TEST_CASE("explain: at most 1024 bytes, and never none", "[api]") {
  Fixture f;
  size_t needed = 77;
  const std::string longest(1024, '7'), longer(1025, '7');
  CHECK(pidun_explain(f.scratch.get(), longest.data(), longest.size(), "x", nullptr, 0, &needed) == PIDUN_E_SPACE);
  CHECK(pidun_explain(f.scratch.get(), longer.data(), longer.size(), "x", nullptr, 0, &needed) == PIDUN_E_ARGUMENT);
  CHECK(needed == 0);
  CHECK(pidun_explain(f.scratch.get(), "", 0, nullptr, nullptr, 0, &needed) == PIDUN_E_ARGUMENT);
}

TEST_CASE("explain: a near miss is told without the value", "[api]") {
  Fixture f;
  const std::string wrong = "110105194912310021";  // check digit X expected
  const std::string text = f.scratch.explain(wrong.data(), wrong.size(), "身份证号");
  CHECK(text.find("check_digit_failed") != std::string::npos);
  CHECK(text.find(wrong) == std::string::npos);
  CHECK(text.find("19491231") == std::string::npos);
}

TEST_CASE("offsets: bytes into code points and UTF-16 units", "[api]") {
  const std::string text = "a身😀b";  // 1, 3, 4 and 1 bytes
  const std::vector<uint64_t> offsets = {0, 0, 1, 4, 8, 9};
  std::vector<uint64_t> points(6), utf16(6);
  REQUIRE(pidun_convert_offsets(text.data(), text.size(), offsets.data(), 6, points.data(), utf16.data()) == PIDUN_OK);
  CHECK(points == std::vector<uint64_t>{0, 0, 1, 2, 3, 4});
  CHECK(utf16 == std::vector<uint64_t>{0, 0, 1, 2, 4, 5});
  CHECK(pidun_convert_offsets(text.data(), text.size(), offsets.data(), 6, nullptr, nullptr) == PIDUN_OK);
  std::vector<uint64_t> only(6);
  CHECK(pidun_convert_offsets(text.data(), text.size(), offsets.data(), 6, nullptr, only.data()) == PIDUN_OK);
  CHECK(only == utf16);
}

TEST_CASE("offsets: descending ones, ones past the end, and NULL", "[api]") {
  const uint64_t descending[] = {3, 2}, past[] = {1, 5};
  uint64_t out[2];
  CHECK(pidun_convert_offsets("abcd", 4, descending, 2, out, out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_convert_offsets("abcd", 4, past, 2, out, out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_convert_offsets(nullptr, 4, past, 1, out, out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_convert_offsets("abcd", 4, nullptr, 1, out, out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_convert_offsets(nullptr, 0, nullptr, 0, nullptr, nullptr) == PIDUN_OK);
}

TEST_CASE("offsets: bytes that continue a sequence count nothing, whatever stands before them", "[api]") {
  const std::string text =
      "\x80\x80"
      "a\xFF\xC0";
  const uint64_t offsets[] = {1, 2, 3, 4, 5};
  uint64_t points[5];
  REQUIRE(pidun_convert_offsets(text.data(), text.size(), offsets, 5, points, nullptr) == PIDUN_OK);
  CHECK(points[1] == 0);
  CHECK(points[2] == 1);
  CHECK(points[4] == 3);
}
