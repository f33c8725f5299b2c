// Keys, suppressions and test data through the C API: results, streams, threads, lifetimes, wrong arguments.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr unsigned char kKey[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
const std::string kRest = "reason = \"hotline\"\nowner = \"data\"\nexpires = 2027-01-01\n";
const std::string kByPath = "[[suppress]]\npath = \"t/*\"\nkind = \"mobile_number\"\n" + kRest;

pidun_scan_options keyed_options() {
  auto options = default_options();
  options.key = kKey;
  options.key_length = sizeof kKey;
  return options;
}

std::string fingerprint(const Results& results, size_t i) {
  uint8_t bytes[16];
  if (!results.fingerprint(i, bytes)) return "";
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const uint8_t byte : bytes) (out += kDigits[byte >> 4]) += kDigits[byte & 15];
  return out;
}

}  // namespace

TEST_CASE("fingerprints: one for each finding, equal for equal values, and only with a key", "[api]") {
  Fixture f;
  const std::string text = kText + "mobile: +86 139-1234-5678\n";
  CHECK(f.scan(text, keyed_options()) == PIDUN_OK);
  REQUIRE(f.count() == kFindingsOfText + 1);
  for (size_t i = 0; i < f.count(); ++i) CHECK(fingerprint(f.results, i).size() == 32);
  CHECK(fingerprint(f.results, 0) == fingerprint(f.results, kFindingsOfText));
  CHECK(fingerprint(f.results, 0) != fingerprint(f.results, 1));

  uint8_t out[16];
  CHECK(pidun_results_fingerprint(f.results.get(), f.count(), out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_fingerprint(f.results.get(), 0, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_fingerprint(nullptr, 0, out) == PIDUN_E_ARGUMENT);
  CHECK(f.scan(kText) == PIDUN_OK);
  std::memset(out, 7, sizeof out);
  CHECK(pidun_results_fingerprint(f.results.get(), 0, out) == PIDUN_E_STATE);
  CHECK(std::count(std::begin(out), std::end(out), 0) == 16);
}

TEST_CASE("fingerprints: a key of another length is refused", "[api]") {
  Fixture f;
  for (const uint32_t length : {0u, 1u, 15u, 17u, 32u}) {
    auto options = keyed_options();
    options.key_length = length;
    CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
  }
  auto options = default_options();
  options.key_length = 16;
  CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
}

TEST_CASE("suppressions: findings stay, are flagged, and name their entry", "[api]") {
  Fixture f;
  CHECK(f.scan(kText, keyed_options()) == PIDUN_OK);
  const std::string id = fingerprint(f.results, 1);
  const Suppressions file(f.engine, kByPath + "[[suppress]]\nfingerprint = \"" + id + "\"\n" + kRest);
  auto options = keyed_options();
  options.suppressions = file.get();
  options.as_of = 20260601;
  options.path = "dir/t/a.txt";
  CHECK(f.scan(kText, options) == PIDUN_OK);
  REQUIRE(f.count() == kFindingsOfText);
  const int32_t wanted[] = {0, 1, -1};
  for (size_t i = 0; i < f.count(); ++i) {
    CHECK(f.results.suppression(i) == wanted[i]);
    CHECK(((f.results[i].flags & PIDUN_FINDING_SUPPRESSED) != 0) == (wanted[i] >= 0));
  }
  options.as_of = 20270102;
  CHECK(f.scan(kText, options) == PIDUN_OK);
  CHECK(f.results.suppression(0) == -1);
  CHECK(pidun_results_suppression(f.results.get(), 99) == -1);
  CHECK(pidun_results_suppression(nullptr, 0) == -1);
}

TEST_CASE("suppressions: entries can be read back", "[api]") {
  const Suppressions file(shared_engine(), kByPath);
  REQUIRE(file.size() == 1);
  const pidun_suppression_info info = file[0];
  CHECK(info.expires == 20270101);
  CHECK(info.line == 1);
  CHECK(info.kind == pidun_kind_find("mobile_number"));
  CHECK(std::string(info.path) == "t/*");
  CHECK(std::string(info.reason) == "hotline");
  CHECK(std::string(info.owner) == "data");
  auto out = sized<pidun_suppression_info>();
  CHECK(pidun_suppressions_at(file.get(), 1, &out) == PIDUN_E_ARGUMENT);
  CHECK(pidun_suppressions_at(file.get(), 0, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_suppressions_count(nullptr) == 0);
}

TEST_CASE("suppressions: the day is needed and must be one", "[api]") {
  Fixture f;
  const Suppressions file(f.engine, kByPath);
  auto options = default_options();
  options.suppressions = file.get();
  for (const uint32_t day : {0u, 1u, 20260230u, 20261301u}) {
    options.as_of = day;
    CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
  }
}

TEST_CASE("suppressions and test data: a bad file gives the place, no handle, and leaves errno alone", "[api]") {
  auto error = sized<pidun_error>();
  pidun_suppressions* suppressions = nullptr;
  const std::string bad = kByPath + "[[suppress]]\nfingerprint = \"13912345678\"\n";
  errno = 77;
  CHECK(pidun_suppressions_open(shared_engine().get(), bad.data(), bad.size(), &suppressions, &error) == PIDUN_E_RULES);
  CHECK(errno == 77);
  CHECK(suppressions == nullptr);
  CHECK(error.status == PIDUN_E_RULES);
  CHECK(error.line == 8);
  CHECK(std::string(error.message).find("entry 2: fingerprint") == 0);
  pidun_test_data* data = nullptr;
  const std::string line = "\nmobile_number 13912345678\n";
  CHECK(pidun_test_data_open(shared_engine().get(), line.data(), line.size(), &data, &error) == PIDUN_E_RULES);
  CHECK(data == nullptr);
  CHECK(error.line == 2);
  CHECK(std::string(error.message).find("13912345678") == std::string::npos);
}

TEST_CASE("suppressions and test data: wrong arguments are refused, free takes NULL", "[api]") {
  Fixture f;
  pidun_suppressions* suppressions = nullptr;
  pidun_test_data* data = nullptr;
  CHECK(pidun_suppressions_open(nullptr, "", 0, &suppressions, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_suppressions_open(f.engine.get(), nullptr, 1, &suppressions, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_suppressions_open(f.engine.get(), "", 0, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_test_data_open(nullptr, "", 0, &data, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_test_data_open(f.engine.get(), "", 0, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  pidun_suppressions_free(nullptr);
  pidun_test_data_free(nullptr);
  auto options = default_options();
  options.as_of = 20260601;
  options.suppressions = pretend<pidun_suppressions>(f.results.get());
  CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
  options.suppressions = nullptr;
  options.test_data = pretend<pidun_test_data>(f.results.get());
  CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
}

TEST_CASE("test data: findings stay and are flagged, in any form", "[api]") {
  Fixture f;
  const TestData data(f.engine, "mobile_number 13912345000..13912345999\n");
  auto options = default_options();
  options.test_data = data.get();
  CHECK(f.scan(kText + "tel: +86 139-1234-5678, 13912346000\n", options) == PIDUN_OK);
  REQUIRE(f.count() == kFindingsOfText + 2);
  const bool wanted[] = {true, false, false, true, false};
  for (size_t i = 0; i < f.count(); ++i) {
    CAPTURE(i);
    CHECK(((f.results[i].flags & PIDUN_FINDING_TEST_VALUE) != 0) == wanted[i]);
  }
}

TEST_CASE("marks: streams, threads and batches give those of one scan, and outlive the handles", "[api]") {
  Fixture f;
  std::string text;
  for (int i = 0; i < 60000; ++i)
    text += "手机 139" + std::to_string(10000000 + i * 7919 % 89999999) +
            " in a longer line of words, to fill the shard up with something\n";
  REQUIRE(text.size() > (size_t{4} << 20));
  auto suppressions = std::make_unique<Suppressions>(f.engine, kByPath);
  auto data = std::make_unique<TestData>(f.engine, "mobile_number 1391*\n");
  auto options = keyed_options();
  options.suppressions = suppressions->get();
  options.test_data = data->get();
  options.as_of = 20260601;
  const std::string path = "t/x";
  options.path = path.c_str();
  CHECK(f.scan(text, options) == PIDUN_OK);
  const auto told = [](const Results& results) {
    std::vector<std::string> out;
    for (size_t i = 0; i < results.size(); ++i)
      out.push_back(fingerprint(results, i) + std::to_string(results[i].flags) +
                    std::to_string(results.suppression(i)));
    return out;
  };
  const std::vector<std::string> whole = told(f.results);
  REQUIRE(whole.size() == 60000);
  options.threads = 3;
  CHECK(f.scan(text, options) == PIDUN_OK);
  CHECK((told(f.results) == whole));

  const pidun_slice slices[] = {{text.data(), 1000, nullptr, 0, 0}, {text.data(), text.size(), nullptr, 0, 0}};
  CHECK(f.scratch.scan_batch(slices, 2, options, f.results) == PIDUN_OK);
  const std::vector<std::string> batch = told(f.results);
  CHECK((std::vector<std::string>(batch.end() - 60000, batch.end()) == whole));

  options.threads = 1;
  Stream stream(f.engine, options);
  suppressions.reset();
  data.reset();
  std::vector<std::string> streamed;
  for (size_t at = 0; at < text.size(); at += 77777) {
    stream.feed(f.scratch, text.data() + at, std::min<size_t>(77777, text.size() - at), f.results);
    for (auto& one : told(f.results)) streamed.push_back(one);
  }
  stream.finish(f.scratch, f.results);
  for (auto& one : told(f.results)) streamed.push_back(one);
  CHECK((streamed == whole));
}

TEST_CASE("marks: a limit on findings shortens them with the findings", "[api]") {
  Fixture f;
  auto options = keyed_options();
  options.max_findings = 2;
  CHECK(f.scan(kText, options) == PIDUN_INCOMPLETE);
  REQUIRE(f.count() == 2);
  CHECK(fingerprint(f.results, 1).size() == 32);
  CHECK(fingerprint(f.results, 2).empty());
}
