// Of every entry of pidun.h: NULL, a handle of another type, and the order of freeing.
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

struct Raw {
  pidun_engine* engine = nullptr;
  pidun_scratch* scratch = nullptr;
  pidun_results* results = nullptr;
  pidun_stream* stream = nullptr;
  Raw() {
    REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
    REQUIRE(pidun_results_new(&results) == PIDUN_OK);
    REQUIRE(pidun_stream_open(engine, nullptr, &stream) == PIDUN_OK);
  }
};

int32_t go_on(const pidun_finding*, void*) { return 0; }

}  // namespace

TEST_CASE("handles: free accepts NULL", "[api]") {
  pidun_engine_free(nullptr);
  pidun_scratch_free(nullptr);
  pidun_results_free(nullptr);
  pidun_stream_free(nullptr);
  pidun_context_free(nullptr);
}

TEST_CASE("handles: NULL for out is an argument error", "[api]") {
  const pidun_engine* engine = shared_engine().get();
  CHECK(pidun_engine_open(nullptr, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scratch_new(engine, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_new(nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_context_new(nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_open(engine, nullptr, nullptr) == PIDUN_E_ARGUMENT);
}

TEST_CASE("handles: a failed open leaves NULL in out", "[api]") {
  Fixture f;
  auto* scratch = f.scratch.get();
  CHECK(pidun_scratch_new(nullptr, &scratch) == PIDUN_E_ARGUMENT);
  CHECK(scratch == nullptr);
  auto* stream = pretend<pidun_stream>(&f);
  CHECK(pidun_stream_open(nullptr, nullptr, &stream) == PIDUN_E_ARGUMENT);
  CHECK(stream == nullptr);
  auto options = sized<pidun_engine_options>();
  options.words = 77;
  auto* engine = pretend<pidun_engine>(&f);
  CHECK(pidun_engine_open(&options, &engine, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(engine == nullptr);
}

TEST_CASE("handles: NULL in place of any handle is an argument error", "[api]") {
  Fixture f;
  auto* scratch = f.scratch.get();
  auto* results = f.results.get();
  Stream stream(f.engine);
  pidun_slice slice{"x", 1, nullptr, 0, 0};
  char buffer[64];
  size_t needed = 0;
  CHECK(pidun_scan(nullptr, "x", 1, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan(scratch, "x", 1, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan(scratch, nullptr, 1, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan(scratch, nullptr, 0, nullptr, results) == PIDUN_OK);
  CHECK(pidun_scan_batch(nullptr, &slice, 1, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_batch(scratch, nullptr, 1, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_batch(scratch, &slice, 1, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_batch(scratch, nullptr, 0, nullptr, results) == PIDUN_OK);
  CHECK(pidun_scan_each(nullptr, "x", 1, nullptr, go_on, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_each(scratch, "x", 1, nullptr, nullptr, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_each(scratch, nullptr, 1, nullptr, go_on, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_feed(nullptr, scratch, "x", 1, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_feed(stream.get(), nullptr, "x", 1, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_feed(stream.get(), scratch, nullptr, 1, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_feed(stream.get(), scratch, nullptr, 0, results) == PIDUN_OK);
  CHECK(pidun_stream_feed(stream.get(), scratch, "x", 1, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_finish(nullptr, scratch, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_finish(stream.get(), nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_finish(stream.get(), scratch, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_finish(stream.get(), scratch, results) == PIDUN_OK);  // none of these ended it
  CHECK(pidun_explain(nullptr, "1", 1, nullptr, buffer, sizeof buffer, &needed) == PIDUN_E_ARGUMENT);
  CHECK(pidun_explain(scratch, nullptr, 1, nullptr, buffer, sizeof buffer, &needed) == PIDUN_E_ARGUMENT);
  CHECK(pidun_explain(scratch, "1", 1, nullptr, buffer, sizeof buffer, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_kind_at(0, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_kind_get(5, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_kind_find(nullptr) == 0);
  CHECK(pidun_rule_id(nullptr, 2) == nullptr);
  CHECK(std::string(pidun_engine_words(nullptr)).empty());
  CHECK(std::string(pidun_engine_rules_hash(nullptr)).empty());
}

TEST_CASE("handles: one of another type is an argument error, and free leaves it alone", "[api]") {
  Fixture f;
  auto* scratch = f.scratch.get();
  auto* results = f.results.get();
  Stream stream(f.engine);
  CHECK(pidun_scan(pretend<pidun_scratch>(results), "x", 1, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan(scratch, "x", 1, nullptr, pretend<pidun_results>(scratch)) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_batch(pretend<pidun_scratch>(stream.get()), nullptr, 0, nullptr, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_scan_each(pretend<pidun_scratch>(results), "x", 1, nullptr, go_on, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_feed(pretend<pidun_stream>(scratch), scratch, "x", 1, results) == PIDUN_E_ARGUMENT);
  CHECK(pidun_stream_finish(pretend<pidun_stream>(results), scratch, results) == PIDUN_E_ARGUMENT);
  size_t needed = 0;
  CHECK(pidun_explain(pretend<pidun_scratch>(results), "1", 1, nullptr, nullptr, 0, &needed) == PIDUN_E_ARGUMENT);
  pidun_scratch* out = nullptr;
  CHECK(pidun_scratch_new(pretend<pidun_engine>(results), &out) == PIDUN_E_ARGUMENT);
  auto options = default_options();
  options.context = pretend<const pidun_context>(results);
  CHECK(f.scan("x", options) == PIDUN_E_ARGUMENT);
  CHECK(pidun_results_count(pretend<pidun_results>(scratch)) == 0);
  CHECK(pidun_results_data(pretend<pidun_results>(scratch)) == nullptr);
  CHECK(pidun_results_reason(pretend<pidun_results>(scratch), 0, 0) == nullptr);
  pidun_results_free(pretend<pidun_results>(scratch));
  pidun_stream_free(pretend<pidun_stream>(scratch));
  pidun_engine_free(pretend<pidun_engine>(scratch));
  pidun_context_free(pretend<pidun_context>(scratch));
  pidun_scratch_free(pretend<pidun_scratch>(results));
  CHECK(f.scan(kText) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
}

TEST_CASE("handles: the engine may be freed first", "[api]") {
  Raw raw;
  pidun_engine_free(raw.engine);
  CHECK(pidun_scan(raw.scratch, kText.data(), kText.size(), nullptr, raw.results) == PIDUN_OK);
  CHECK(pidun_results_count(raw.results) == kFindingsOfText);
  CHECK(pidun_stream_feed(raw.stream, raw.scratch, kText.data(), kText.size(), raw.results) == PIDUN_OK);
  CHECK(pidun_stream_finish(raw.stream, raw.scratch, raw.results) == PIDUN_OK);
  CHECK(pidun_results_count(raw.results) == kFindingsOfText);
  pidun_scratch_free(raw.scratch);
  pidun_stream_free(raw.stream);
  CHECK(std::string(pidun_results_evidence(raw.results, 0)) == "139****5678");
  pidun_results_free(raw.results);
}

TEST_CASE("handles: results and stream may be freed before scratch and engine", "[api]") {
  Raw raw;
  CHECK(pidun_stream_feed(raw.stream, raw.scratch, kText.data(), kText.size(), raw.results) == PIDUN_OK);
  pidun_results_free(raw.results);
  pidun_stream_free(raw.stream);  // with something held back
  pidun_scratch_free(raw.scratch);
  pidun_engine_free(raw.engine);
}

TEST_CASE("handles: scratch of another engine does not serve a stream", "[api]") {
  Fixture f;
  Engine other;
  Stream stream(other);
  CHECK(pidun_stream_feed(stream.get(), f.scratch.get(), "x", 1, f.results.get()) == PIDUN_E_ARGUMENT);
}
