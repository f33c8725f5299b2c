// Of pidun.hpp: handles free themselves and move, negative statuses throw pidun::Error, defaults are those of C.
#include <cstring>
#include <type_traits>
#include <utility>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("pidun.hpp: handles move and do not copy", "[api]") {
  CHECK(!std::is_copy_constructible_v<Engine>);
  CHECK(!std::is_copy_constructible_v<Scratch>);
  CHECK(!std::is_copy_constructible_v<Results>);
  CHECK(!std::is_copy_constructible_v<Stream>);
  CHECK(!std::is_copy_constructible_v<Context>);
  CHECK(std::is_nothrow_move_constructible_v<Engine>);
  CHECK(std::is_nothrow_move_constructible_v<Results>);
  Engine engine;
  Scratch scratch(engine);
  Engine moved = std::move(engine);
  CHECK(engine.get() == nullptr);  // NOLINT: a handle that was moved from is empty, and says nothing
  CHECK(std::string(engine.words()).empty());
  Results results;
  CHECK(scratch.scan(kText.data(), kText.size(), results) == PIDUN_OK);
  Results taken = std::move(results);
  CHECK(taken.size() == kFindingsOfText);
  CHECK(results.size() == 0);
  CHECK(results.begin() == results.end());
}

TEST_CASE("pidun.hpp: findings are a range", "[api]") {
  Fixture f;
  CHECK(f.scratch.scan(kText.data(), kText.size(), f.results) == PIDUN_OK);
  size_t count = 0;
  for (const pidun_finding& finding : f.results) {
    CHECK(&finding == &f.results[count]);
    ++count;
  }
  CHECK(count == kFindingsOfText);
  CHECK(!f.results.empty());
  CHECK(f.results.bytes() == kText.size());
  CHECK(f.results.location(0).line == 1);
}

TEST_CASE("pidun.hpp: a negative status throws, INCOMPLETE does not", "[api]") {
  Fixture f;
  auto options = default_options();
  options.max_findings = 1;
  CHECK(f.scratch.scan(kText.data(), kText.size(), options, f.results) == PIDUN_INCOMPLETE);
  options.format = 99;
  try {
    f.scratch.scan(kText.data(), kText.size(), options, f.results);
    FAIL("no exception");
  } catch (const Error& error) {
    CHECK(error.status() == PIDUN_E_ARGUMENT);
    CHECK(std::string(error.what()) == "invalid argument");
    CHECK(error.detail().status == PIDUN_E_ARGUMENT);
  }
  CHECK_THROWS_AS(f.results.location(99), Error);
  CHECK_THROWS_AS(Stream(f.engine, options), Error);
  CHECK_THROWS_AS(check(PIDUN_E_MEMORY), std::runtime_error);
  CHECK(check(PIDUN_STOPPED) == PIDUN_STOPPED);
}

TEST_CASE("pidun.hpp: an engine that cannot be opened says why", "[api]") {
  auto options = sized<pidun_engine_options>();
  options.words = 42;
  try {
    const Engine engine(options);
    FAIL("no exception");
  } catch (const Error& error) {
    CHECK(error.status() == PIDUN_E_ARGUMENT);
    CHECK(std::strlen(error.what()) > 0);
    CHECK(std::string(error.detail().message) == error.what());
  }
}

TEST_CASE("pidun.hpp: contexts", "[api]") {
  Context context;
  context.set("purpose", "导出");
  CHECK(std::string(context.find("purpose")) == "导出");
  CHECK_THROWS_AS(context.set("colour", "red"), Error);
  CHECK_THROWS_AS(context.set("charset", "koi8-r"), Error);
}

TEST_CASE("pidun.hpp: streams and explain", "[api]") {
  Fixture f;
  Stream stream(f.engine);
  size_t found = 0;
  for (const char& c : kText) {
    CHECK(stream.feed(f.scratch, &c, 1, f.results) == PIDUN_OK);
    found += f.results.size();
  }
  CHECK(stream.finish(f.scratch, f.results) == PIDUN_OK);
  CHECK(found + f.results.size() == kFindingsOfText);
  CHECK_THROWS_AS(stream.finish(f.scratch, f.results), Error);
  const std::string account = f.scratch.explain(kMobile.data(), kMobile.size(), "手机");
  CHECK(account.front() == '{');
  CHECK(account.back() == '}');
  CHECK_THROWS_AS(f.scratch.explain("", 0), Error);
}

TEST_CASE("pidun.hpp: defaults are those of the INIT macros", "[api]") {
  const pidun_scan_options c = PIDUN_SCAN_OPTIONS_INIT;
  const pidun_scan_options cpp = default_options();
  CHECK(std::memcmp(&c, &cpp, sizeof c) == 0);
  const pidun_engine_options engine = PIDUN_ENGINE_OPTIONS_INIT;
  CHECK(engine.struct_size == sized<pidun_engine_options>().struct_size);
  const pidun_error error = PIDUN_ERROR_INIT;
  CHECK(error.struct_size == sized<pidun_error>().struct_size);
}
