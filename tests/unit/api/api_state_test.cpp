// Of the house rules: contexts, busy handles, errno and locale, and nothing scanned in messages.
#include <atomic>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <thread>

#include "property/made_inputs.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("context: the seven keys, and no other", "[api]") {
  Context context;
  for (const char* key : {"subject", "actor", "sender", "recipient", "endpoint", "purpose"}) {
    CAPTURE(key);
    CHECK(context.find(key) == nullptr);
    CHECK(pidun_context_set(context.get(), key, "值") == PIDUN_OK);
    CHECK(std::string(context.find(key)) == "值");
    CHECK(pidun_context_set(context.get(), key, "") == PIDUN_OK);
    CHECK(context.find(key) == nullptr);
  }
  for (const char* key : {"", "Subject", "subject ", "colour", "charset2"}) {
    CHECK(pidun_context_set(context.get(), key, "x") == PIDUN_E_ARGUMENT);
    CHECK(context.find(key) == nullptr);
  }
}

TEST_CASE("context: charsets", "[api]") {
  Context context;
  auto* raw = context.get();
  CHECK(pidun_context_set(raw, "charset", "utf-8") == PIDUN_OK);
  CHECK(pidun_context_set(raw, "charset", "ascii") == PIDUN_OK);
  CHECK(std::string(context.find("charset")) == "ascii");
  for (const char* known : {"gbk", "GB18030", "utf-16", "big5"})
    CHECK(pidun_context_set(raw, "charset", known) == PIDUN_OK);
  CHECK(std::string(context.find("charset")) == "big5");
  for (const char* other : {"koi8-r", "utf-8x", "latin1"})
    CHECK(pidun_context_set(raw, "charset", other) == PIDUN_E_ARGUMENT);
  CHECK(std::string(context.find("charset")) == "big5");
  CHECK(pidun_context_set(raw, "charset", "") == PIDUN_OK);
  CHECK(context.find("charset") == nullptr);
}

TEST_CASE("context: values of at most 4096 bytes, copied", "[api]") {
  Context context;
  std::string value(4096, 'v');
  CHECK(pidun_context_set(context.get(), "actor", value.c_str()) == PIDUN_OK);
  value[0] = 'w';
  CHECK(std::string(context.find("actor")) == std::string(4096, 'v'));
  CHECK(pidun_context_set(context.get(), "actor", std::string(4097, 'x').c_str()) == PIDUN_E_ARGUMENT);
  CHECK(std::string(context.find("actor")) == std::string(4096, 'v'));
}

TEST_CASE("context: NULL, another handle, and freeing before what used it", "[api]") {
  Fixture f;
  pidun_context* context = nullptr;
  REQUIRE(pidun_context_new(&context) == PIDUN_OK);
  CHECK(pidun_context_set(nullptr, "actor", "x") == PIDUN_E_ARGUMENT);
  CHECK(pidun_context_set(context, nullptr, "x") == PIDUN_E_ARGUMENT);
  CHECK(pidun_context_set(context, "actor", nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_context_set(pretend<pidun_context>(f.results.get()), "actor", "x") == PIDUN_E_ARGUMENT);
  CHECK(pidun_context_get(nullptr, "actor") == nullptr);
  CHECK(pidun_context_get(context, nullptr) == nullptr);
  CHECK(pidun_context_get(pretend<pidun_context>(f.results.get()), "actor") == nullptr);
  auto options = default_options();
  options.context = context;
  CHECK(f.scan(kText, options) == PIDUN_OK);
  pidun_context_free(context);
  CHECK(f.count() == kFindingsOfText);
}

namespace {

// Best effort is what the header promises: each answer is one of the two, and the scratch serves again afterwards.
void scan_from_two_threads(Fixture& f, const std::string& log, size_t& busy) {
  std::atomic<bool> started{false}, stop{false};
  std::atomic<size_t> odd{0}, refused{0};
  std::thread other([&] {
    Results own;
    started = true;
    while (!stop) {
      const pidun_status status = pidun_scan(f.scratch.get(), "1", 1, nullptr, own.get());
      if (status == PIDUN_E_BUSY) ++refused;
      if (status != PIDUN_E_BUSY && status != PIDUN_OK) ++odd;
    }
  });
  while (!started) std::this_thread::yield();
  // Whichever comes second is refused; a loaded machine may keep the two apart for a while.
  for (size_t turn = 0; turn < 5000 && refused == 0; ++turn) {
    const pidun_status status = f.scan(log);
    if (status == PIDUN_E_BUSY) ++refused;
    if (status != PIDUN_OK && status != PIDUN_E_BUSY) ++odd;
  }
  stop = true;
  other.join();
  CHECK(odd == 0);
  busy = refused;
}

}  // namespace

TEST_CASE("busy: a scratch inside another thread's call refuses", "[api]") {
  Fixture f;
  size_t busy = 0;
  scan_from_two_threads(f, InputMaker(3, Shape::log).make(2000000), busy);
  CHECK(busy > 0);
  CHECK(f.scan(kText) == PIDUN_OK);
  CHECK(f.count() == kFindingsOfText);
}

TEST_CASE("busy: a callback that uses the scratch all the same gets a defined answer", "[api]") {
  Fixture f;
  struct Inside {
    Fixture* f;
    pidun_status status;
  } inside{&f, PIDUN_E_INTERNAL};
  const auto again = [](const pidun_finding*, void* user) -> int32_t {
    auto* in = static_cast<Inside*>(user);
    in->status = in->f->scan("1");
    return 1;
  };
  CHECK(pidun_scan_each(f.scratch.get(), kText.data(), kText.size(), nullptr, again, &inside) == PIDUN_STOPPED);
  CHECK((inside.status == PIDUN_E_BUSY || inside.status == PIDUN_OK));
  CHECK(f.scan(kText) == PIDUN_OK);
}

namespace {

// Every call of the API once; `each` is run after each of them.
template <class Each>
void call_everything(Each&& each) {
  pidun_engine* engine = nullptr;
  pidun_scratch* scratch = nullptr;
  pidun_results* results = nullptr;
  pidun_stream* stream = nullptr;
  pidun_context* context = nullptr;
  auto error = sized<pidun_error>();
  auto bad = sized<pidun_engine_options>();
  bad.words = 9;
  each(pidun_engine_open(&bad, &engine, &error));
  each(pidun_engine_open(nullptr, &engine, &error));
  each(pidun_scratch_new(engine, &scratch));
  each(pidun_results_new(&results));
  each(pidun_context_new(&context));
  each(pidun_context_set(context, "actor", "x"));
  each(pidun_context_set(context, "nothing", "x"));
  auto options = default_options();
  options.threads = 3;
  const std::string large(size_t{9} << 20, '7');
  each(pidun_scan(scratch, large.data(), large.size(), &options, results));
  each(pidun_scan(scratch, kText.data(), kText.size(), nullptr, results));
  each(pidun_scan(nullptr, kText.data(), kText.size(), nullptr, results));
  const pidun_slice slice{kText.data(), kText.size(), "x", 0, 0};
  each(pidun_scan_batch(scratch, &slice, 1, nullptr, results));
  each(pidun_stream_open(engine, nullptr, &stream));
  each(pidun_stream_feed(stream, scratch, kText.data(), kText.size(), results));
  each(pidun_stream_finish(stream, scratch, results));
  each(pidun_stream_finish(stream, scratch, results));
  size_t needed = 0;
  char buffer[16];
  each(pidun_explain(scratch, "13912345678", 11, nullptr, buffer, sizeof buffer, &needed));
  const uint64_t offset = 1;
  uint64_t points = 0;
  each(pidun_convert_offsets("ab", 2, &offset, 1, &points, nullptr));
  pidun_stream_free(stream);
  pidun_context_free(context);
  pidun_results_free(results);
  pidun_scratch_free(scratch);
  pidun_engine_free(engine);
  each(PIDUN_OK);
}

}  // namespace

TEST_CASE("errno is what it was after every call", "[api]") {
  errno = 77;
  size_t calls = 0, changed = 0;
  call_everything([&](pidun_status) {
    ++calls;
    if (errno != 77) ++changed;
    errno = 77;
  });
  errno = 0;
  CHECK(calls > 15);
  CHECK(changed == 0);
}

TEST_CASE("the locale is what it was, and changes nothing", "[api]") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  call_everything([&](pidun_status) { CHECK(std::setlocale(LC_ALL, nullptr) == before); });
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  const std::string evidence = f.results.evidence(2);
  for (const char* name : {"C.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;
    CHECK(f.scan(kText) == PIDUN_OK);
    CHECK(f.count() == kFindingsOfText);
    CHECK(f.results.evidence(2) == evidence);
  }
  std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("nothing that was scanned stands in a message, reason, evidence or account", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  for (const std::string_view value : {kMobile, kId, std::string_view("user@example.com")}) {
    for (size_t i = 0; i < f.count(); ++i) {
      CHECK(std::string(f.results.evidence(i)).find(value) == std::string::npos);
      for (size_t n = 0; const char* reason = f.results.reason(i, n); ++n)
        CHECK(std::string(reason).find(value) == std::string::npos);
    }
    const std::string account = f.scratch.explain(value.data(), value.size(), "手机");
    CHECK(account.find(value) == std::string::npos);
  }
  const char* const values[] = {"13912345678 11010519491231002X", "6222021234567890128", "客户13912345678"};
  for (const std::string value : values) {
    const std::string account = f.scratch.explain(value.data(), value.size(), value.c_str());
    CHECK(account.find("13912345678") == std::string::npos);
    CHECK(account.find("11010519491231002X") == std::string::npos);
    CHECK(account.find("6222021234567890128") == std::string::npos);
  }
}
