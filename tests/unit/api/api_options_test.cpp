// Of the structs with a struct_size: older and newer callers, unknown tails, values out of range.
#include <cstring>
#include <vector>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// A caller's struct of another version: T with `extra` bytes behind it.
template <class T>
class Newer {
 public:
  explicit Newer(size_t extra) : words_((sizeof(T) + extra + 7) / 8) {
    get()->struct_size = static_cast<uint32_t>(sizeof(T) + extra);
  }
  T* get() { return static_cast<T*>(static_cast<void*>(words_.data())); }
  unsigned char* tail() { return static_cast<unsigned char*>(static_cast<void*>(words_.data())) + sizeof(T); }

 private:
  std::vector<uint64_t> words_;
};

}  // namespace

TEST_CASE("scan options: struct_size 0 or absurd is refused", "[api]") {
  Fixture f;
  auto options = default_options();
  for (const uint32_t size : {0u, 1u, 4u, 7u, 65537u, 0xFFFFFFFFu}) {
    CAPTURE(size);
    options.struct_size = size;
    CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
    CHECK(f.count() == 0);
  }
}

TEST_CASE("scan options: an older, shorter struct has defaults for the rest", "[api]") {
  Fixture f;
  auto options = default_options();
  options.struct_size = offsetof(pidun_scan_options, format);
  options.format = 99;  // not the caller's any more
  options.max_findings = 1;
  options.flags = PIDUN_SCAN_NO_EVIDENCE;
  CHECK(f.scan(kText, options) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
  CHECK(std::string(f.results.evidence(0)).empty());
}

TEST_CASE("scan options: a newer, longer struct is taken while its tail is zero", "[api]") {
  Fixture f;
  Newer<pidun_scan_options> newer(24);
  CHECK(f.scan(kText, newer.get()) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
  newer.tail()[23] = 1;
  CHECK(f.scan(kText, newer.get()) == PIDUN_E_ARGUMENT);
  CHECK(f.count() == 0);
  pidun_stream* stream = nullptr;
  CHECK(pidun_stream_open(f.engine.get(), newer.get(), &stream) == PIDUN_E_ARGUMENT);
}

TEST_CASE("scan options: a value out of range is refused, by scan, batch and stream", "[api]") {
  struct {
    const char* what;
    void (*change)(pidun_scan_options&);
  } const cases[] = {
      {"an unknown flag", [](pidun_scan_options& o) { o.flags = 32; }},
      {"no findings and no records", [](pidun_scan_options& o) { o.flags = PIDUN_SCAN_NO_FINDINGS; }},
      {"columns without findings",
       [](pidun_scan_options& o) { o.flags = PIDUN_SCAN_COLUMNS | PIDUN_SCAN_RECORDS | PIDUN_SCAN_NO_FINDINGS; }},
      {"an unknown format", [](pidun_scan_options& o) { o.format = 17; }},
      {"a confidence over 100", [](pidun_scan_options& o) { o.min_confidence = 101; }},
      {"a confidence far over 100", [](pidun_scan_options& o) { o.min_confidence = UINT32_MAX; }},
  };
  Fixture f;
  for (const auto& c : cases) {
    CAPTURE(c.what);
    auto options = default_options();
    c.change(options);
    CHECK(f.scan(kText, options) == PIDUN_E_ARGUMENT);
    CHECK(pidun_scan_batch(f.scratch.get(), nullptr, 0, &options, f.results.get()) == PIDUN_E_ARGUMENT);
    pidun_stream* stream = nullptr;
    CHECK(pidun_stream_open(f.engine.get(), &options, &stream) == PIDUN_E_ARGUMENT);
    CHECK(stream == nullptr);
  }
}

TEST_CASE("scan options: min_confidence 100 keeps only the certain, 1 the doubtful too", "[api]") {
  Fixture f;
  auto options = default_options();
  options.min_confidence = 1;
  CHECK(f.scan(kText, options) == PIDUN_OK);
  const size_t all = f.count();
  options.min_confidence = 100;
  CHECK(f.scan(kText, options) == PIDUN_OK);
  CHECK(f.count() <= all);
  for (const pidun_finding& finding : f.results) CHECK(finding.confidence == 100);
}

TEST_CASE("engine options: sizes, tails and unknown words", "[api]") {
  pidun_engine* engine = nullptr;
  auto options = sized<pidun_engine_options>();
  options.struct_size = 0;
  CHECK(pidun_engine_open(&options, &engine, nullptr) == PIDUN_E_ARGUMENT);
  options = sized<pidun_engine_options>();
  options.words = 3;
  auto error = sized<pidun_error>();
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_ARGUMENT);
  CHECK(error.status == PIDUN_E_ARGUMENT);
  CHECK(std::strlen(error.message) > 0);
  CHECK(error.line == 0);
  CHECK(error.rule[0] == '\0');
  Newer<pidun_engine_options> newer(8);
  newer.get()->words = PIDUN_WORDS_PORTABLE;
  REQUIRE(pidun_engine_open(newer.get(), &engine, nullptr) == PIDUN_OK);
  CHECK(std::string(pidun_engine_words(engine)).rfind("portable", 0) == 0);
  CHECK(std::string(pidun_engine_rules_hash(engine)).size() == 16);
  pidun_engine_free(engine);
  newer.tail()[0] = 9;
  CHECK(pidun_engine_open(newer.get(), &engine, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(engine == nullptr);
}

TEST_CASE("an older, shorter pidun_error is not written beyond its size", "[api]") {
  auto error = sized<pidun_error>();
  std::memset(error.message, 0x5A, sizeof error.message);
  error.struct_size = offsetof(pidun_error, message);
  auto options = sized<pidun_engine_options>();
  options.words = 3;
  pidun_engine* engine = nullptr;
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_ARGUMENT);
  CHECK(error.status == PIDUN_E_ARGUMENT);
  CHECK(error.struct_size == offsetof(pidun_error, message));
  for (const char c : error.message) CHECK(c == 0x5A);
}

TEST_CASE("output structs: sizes of older and newer callers, and none", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  auto location = sized<pidun_location>();
  location.struct_size = 0;
  CHECK(pidun_results_location(f.results.get(), 0, &location) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_location(f.results.get(), 0, nullptr) == PIDUN_E_ARGUMENT);
  location.struct_size = offsetof(pidun_location, column);
  location.column = 4711;
  CHECK(pidun_results_location(f.results.get(), 2, &location) == PIDUN_OK);
  CHECK(location.line == 2);
  CHECK(location.column == 4711);
  Newer<pidun_location> newer(16);
  newer.tail()[3] = 7;
  CHECK(pidun_results_location(f.results.get(), 2, newer.get()) == PIDUN_OK);
  CHECK(newer.get()->column_points == 4);
  CHECK(newer.tail()[3] == 7);
  auto info = sized<pidun_kind_info>();
  info.struct_size = 0;
  CHECK(pidun_kind_get(5, &info) == PIDUN_E_ARGUMENT);
  info.struct_size = offsetof(pidun_kind_info, name);
  CHECK(pidun_kind_get(5, &info) == PIDUN_OK);
  CHECK(info.tier == 5000);
  CHECK(info.name == nullptr);
}
