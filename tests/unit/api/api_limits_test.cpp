// Of limits and streams' states: bytes, findings, deadline and depth; what was found is a prefix of the whole.
#include <cstring>
#include <thread>

#include "property/made_inputs.h"
#include "property/scan_support.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

bool is_prefix(const Scanned& part, const Scanned& whole) {
  if (part.findings.size() > whole.findings.size()) return false;
  for (size_t i = 0; i < part.findings.size(); ++i)
    if (std::memcmp(&part.findings[i], &whole.findings[i], sizeof(pidun_finding)) != 0 ||
        part.details[i] != whole.details[i])
      return false;
  return true;
}

std::string made_log(size_t size) { return InputMaker(99, Shape::log).make(size); }

}  // namespace

TEST_CASE("max_findings: the first ones, and INCOMPLETE with its reason", "[api]") {
  Fixture f;
  const std::string log = made_log(200000);
  auto options = default_options();
  const Scanned whole = scan_whole(f.scratch, log, options);
  REQUIRE(whole.findings.size() > 600);
  for (const uint64_t most : {uint64_t{1}, uint64_t{2}, uint64_t{500}, whole.findings.size() - 1}) {
    options.max_findings = most;
    const Scanned part = scan_whole(f.scratch, log, options);
    CHECK(part.status == PIDUN_INCOMPLETE);
    CHECK(part.incomplete == PIDUN_INCOMPLETE_FINDINGS);
    CHECK(part.findings.size() == most);
    CHECK(is_prefix(part, whole));
  }
  options.max_findings = whole.findings.size();
  CHECK(difference(whole, scan_whole(f.scratch, log, options)) == "");
}

TEST_CASE("max_bytes: a value cut at the limit is not told, one that ends before it is", "[api]") {
  Fixture f;
  const std::string text = "手机 13912345678 ，手机 13912345679 x";
  const size_t second = text.find("13912345679");
  auto options = default_options();
  for (size_t limit = 1; limit <= text.size() + 1; ++limit) {
    CAPTURE(limit);
    options.max_bytes = limit;
    const pidun_status status = f.scan(text, options);
    const bool cut = limit < text.size();
    CHECK(status == (cut ? PIDUN_INCOMPLETE : PIDUN_OK));
    CHECK(f.results.incomplete() == (cut ? uint32_t{PIDUN_INCOMPLETE_BYTES} : 0u));
    CHECK(f.results.bytes() == std::min(limit, text.size()));
    for (const pidun_finding& finding : f.results) CHECK(finding.end <= limit);
    if (limit >= second && limit <= second + 11) CHECK(f.count() == 1);
    if (limit > second + 11) CHECK(f.count() == 2);
  }
}

TEST_CASE("deadline: a tiny one gives a prefix of the whole", "[api]") {
  Fixture f;
  const std::string log = made_log(size_t{24} << 20);
  auto options = default_options();
  const Scanned whole = scan_whole(f.scratch, log, options);
  options.deadline_ms = 1;
  const Scanned part = scan_whole(f.scratch, log, options);
  CHECK(part.status == PIDUN_INCOMPLETE);
  CHECK(part.incomplete == PIDUN_INCOMPLETE_DEADLINE);
  CHECK(part.bytes < log.size());
  CHECK(part.bytes % 65536 == 0);
  CHECK(is_prefix(part, whole));
  options.threads = 3;
  const Scanned shared = scan_whole(f.scratch, log, options);
  CHECK((shared.incomplete & PIDUN_INCOMPLETE_DEADLINE) != 0);
  CHECK(is_prefix(shared, whole));
}

TEST_CASE("deadline: of a stream it runs from the opening", "[api]") {
  Fixture f;
  auto options = default_options();
  options.deadline_ms = 1;
  Stream stream(f.engine, options);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(stream.feed(f.scratch, kText.data(), kText.size(), f.results) == PIDUN_OK);
  CHECK(stream.finish(f.scratch, f.results) == PIDUN_INCOMPLETE);
  CHECK(f.results.incomplete() == PIDUN_INCOMPLETE_DEADLINE);
  CHECK(f.count() == 0);
}

TEST_CASE("depth: JSON nested deeper than 1024 is scanned and told", "[api]") {
  Fixture f;
  auto options = default_options();
  options.format = PIDUN_FORMAT_JSON;
  const std::string value = "\"手机 13912345678\"";
  const auto nested = [&](size_t depth) { return std::string(depth, '[') + value + std::string(depth, ']'); };
  CHECK(f.scan(nested(1024), options) == PIDUN_OK);
  CHECK(f.count() == 1);
  CHECK(f.scan(nested(1026), options) == PIDUN_INCOMPLETE);
  CHECK(f.results.incomplete() == PIDUN_INCOMPLETE_DEPTH);
  CHECK(f.count() == 1);
}

TEST_CASE("streams: after finish every call is PIDUN_E_STATE", "[api]") {
  Fixture f;
  Stream stream(f.engine);
  auto* raw = stream.get();
  auto* scratch = f.scratch.get();
  CHECK(pidun_stream_feed(raw, scratch, kText.data(), kText.size(), f.results.get()) == PIDUN_OK);
  CHECK(pidun_stream_finish(raw, scratch, f.results.get()) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
  CHECK(pidun_stream_feed(raw, scratch, "x", 1, f.results.get()) == PIDUN_E_STATE);
  CHECK(f.count() == 0);
  CHECK(pidun_stream_feed(raw, scratch, nullptr, 0, f.results.get()) == PIDUN_E_STATE);
  CHECK(pidun_stream_finish(raw, scratch, f.results.get()) == PIDUN_E_STATE);
}

TEST_CASE("streams: an empty one finishes with nothing", "[api]") {
  Fixture f;
  Stream stream(f.engine);
  CHECK(stream.finish(f.scratch, f.results) == PIDUN_OK);
  CHECK(f.count() == 0);
  CHECK(f.results.bytes() == 0);
}

TEST_CASE("streams: a limit that was reached is told by every call from there on", "[api]") {
  Fixture f;
  auto options = default_options();
  options.max_bytes = 10;
  Stream stream(f.engine, options);
  CHECK(stream.feed(f.scratch, kText.data(), kText.size(), f.results) == PIDUN_INCOMPLETE);
  CHECK(stream.feed(f.scratch, kText.data(), kText.size(), f.results) == PIDUN_INCOMPLETE);
  CHECK(stream.finish(f.scratch, f.results) == PIDUN_INCOMPLETE);
  CHECK(f.results.incomplete() == PIDUN_INCOMPLETE_BYTES);
}

TEST_CASE("streams: two may share a scratch, in turn", "[api]") {
  Fixture f;
  Stream first(f.engine), second(f.engine);
  const std::string one = made_log(150000), two = InputMaker(5, Shape::csv).make(150000);
  Results of_first, of_second;
  Scanned got_one, got_two;
  for (size_t at = 0; at < std::max(one.size(), two.size()); at += 50000) {
    const std::string a = one.substr(std::min(at, one.size()), 50000), b = two.substr(std::min(at, two.size()), 50000);
    collect(first.feed(f.scratch, a.data(), a.size(), of_first), of_first.get(), got_one);
    collect(second.feed(f.scratch, b.data(), b.size(), of_second), of_second.get(), got_two);
  }
  collect(first.finish(f.scratch, of_first), of_first.get(), got_one);
  collect(second.finish(f.scratch, of_second), of_second.get(), got_two);
  CHECK(difference(scan_whole(f.scratch, one, default_options()), got_one) == "");
  CHECK(difference(scan_whole(f.scratch, two, default_options()), got_two) == "");
}
