// When memory runs out inside a batch of threads, the forward state of the stream is gone. Fed again, it once went on
// without that state, and lost findings silently. It must refuse.
#include <pidun/pidun.h>

#include <catch2/catch.hpp>
#include <string>

#include "support/replaced_new.h"

using pidun::testing::allocations_left;

TEST_CASE("a stream whose memory ran out refuses to go on") {
  std::string chunk;
  while (chunk.size() < 9u << 20) chunk += "name 13900001234 and more text to go with it\n";
  size_t failures = 0;
  for (long allowed = 0; allowed < 400; allowed += 7) {
    pidun_engine* engine = nullptr;
    pidun_scratch* scratch = nullptr;
    pidun_results* results = nullptr;
    pidun_stream* stream = nullptr;
    pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
    options.threads = 2;
    REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
    REQUIRE(pidun_results_new(&results) == PIDUN_OK);
    REQUIRE(pidun_stream_open(engine, &options, &stream) == PIDUN_OK);
    allocations_left = allowed;
    const pidun_status first = pidun_stream_feed(stream, scratch, chunk.data(), chunk.size(), results);
    allocations_left = -1;
    if (first == PIDUN_E_MEMORY) {
      ++failures;
      CHECK(pidun_stream_feed(stream, scratch, chunk.data(), chunk.size(), results) == PIDUN_E_STATE);
      CHECK(pidun_results_count(results) == 0);
      CHECK(pidun_stream_finish(stream, scratch, results) == PIDUN_E_STATE);
    }
    pidun_stream_free(stream);
    pidun_results_free(results);
    pidun_scratch_free(scratch);
    pidun_engine_free(engine);
  }
  CHECK(failures > 0);
}

// A match callback that ran out of memory threw through Hyperscan, whose scratch then stayed in use: it could neither
// scan again nor be freed.
TEST_CASE("a scratch whose memory ran out scans again") {
  std::string text;
  while (text.size() < 200000) text += "联系电话 13900001234 身份证号 邮箱 住址\n";
  pidun_engine* engine = nullptr;
  REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
  size_t failures = 0, expected = 0;
  for (long allowed = -1; allowed < 120; ++allowed) {
    pidun_scratch* scratch = nullptr;
    pidun_results* results = nullptr;
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
    REQUIRE(pidun_results_new(&results) == PIDUN_OK);
    allocations_left = allowed;
    const pidun_status first = pidun_scan(scratch, text.data(), text.size(), nullptr, results);
    allocations_left = -1;
    failures += first == PIDUN_E_MEMORY ? 1 : 0;
    CHECK((first == PIDUN_OK || first == PIDUN_E_MEMORY));
    CHECK(pidun_scan(scratch, text.data(), text.size(), nullptr, results) == PIDUN_OK);
    if (allowed < 0) expected = pidun_results_count(results);
    CHECK(pidun_results_count(results) == expected);
    pidun_results_free(results);
    pidun_scratch_free(scratch);
  }
  CHECK(failures > 0);
  CHECK(expected > 1000);
  pidun_engine_free(engine);
}
