// pidun.hpp - RAII over pidun.h for C++17: handles that free themselves, statuses that throw pidun::Error.
// No other logic: what a call promises stands in pidun.h. Header only; tested by tests/install/ and the command.
//
//   pidun::Engine engine;
//   pidun::Scratch scratch(engine);
//   pidun::Results results;
//   scratch.scan(text.data(), text.size(), results);
//   for (const pidun_finding& finding : results) …
#ifndef PIDUN_PIDUN_HPP
#define PIDUN_PIDUN_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "pidun/pidun.h"

namespace pidun {
// An inline namespace, so that these names never share a symbol with classes inside the static library.
inline namespace cpp {

// A struct of pidun.h with every default set, as its INIT macro does for C.
template <typename T>
T sized() noexcept {
  T out{};
  out.struct_size = static_cast<std::uint32_t>(sizeof(T));
  return out;
}
inline pidun_scan_options default_options() noexcept { return sized<pidun_scan_options>(); }

class Error : public std::runtime_error {
 public:
  explicit Error(pidun_status status) : std::runtime_error(pidun_status_name(status)), detail_(sized<pidun_error>()) {
    detail_.status = status;
  }
  Error(pidun_status status, const pidun_error& detail)
      : std::runtime_error(detail.message[0] != '\0' ? detail.message : pidun_status_name(status)), detail_(detail) {
    detail_.status = status;
  }
  pidun_status status() const noexcept { return detail_.status; }
  const pidun_error& detail() const noexcept { return detail_; }

 private:
  pidun_error detail_;
};

// Throws for a negative status, hands on PIDUN_OK, PIDUN_INCOMPLETE and PIDUN_STOPPED.
inline pidun_status check(pidun_status status) {
  if (status < 0) throw Error(status);
  return status;
}

// The text that a call gives by preflight: fill(buffer, capacity, needed) is asked until the buffer suffices.
template <typename Fill>
std::string text_of(Fill fill) {
  std::size_t needed = 0;
  pidun_status status = fill(nullptr, 0, &needed);
  std::string text;
  while (status == PIDUN_E_SPACE) {
    text.resize(needed);
    status = fill(&text[0], text.size(), &needed);
  }
  check(status);
  text.resize(needed > 0 ? needed - 1 : 0);  // without the NUL
  return text;
}

// Checks rules and their examples: JSON, see pidun_rules_check().
inline std::string rules_check(const pidun_engine_options& options) {
  return text_of([&](char* buffer, std::size_t capacity, std::size_t* needed) {
    return pidun_rules_check(&options, buffer, capacity, needed);
  });
}

template <typename T, void (*Free)(T*)>
struct Freer {
  void operator()(T* handle) const noexcept { Free(handle); }
};
template <typename T, void (*Free)(T*)>
using Handle = std::unique_ptr<T, Freer<T, Free>>;

// Immutable and shared freely between threads.
class Engine {
 public:
  Engine() : Engine(sized<pidun_engine_options>()) {}
  explicit Engine(const pidun_engine_options& options) {
    pidun_engine* raw = nullptr;
    auto error = sized<pidun_error>();
    const pidun_status status = pidun_engine_open(&options, &raw, &error);
    if (status < 0) throw Error(status, error);
    handle_.reset(raw);
  }
  const char* words() const noexcept { return pidun_engine_words(get()); }
  const char* rules_hash() const noexcept { return pidun_engine_rules_hash(get()); }
  const char* rule_id(std::uint32_t rule) const noexcept { return pidun_rule_id(get(), rule); }
  std::size_t rule_count() const noexcept { return pidun_rule_count(get()); }
  pidun_rule_info rule(std::size_t index) const {
    auto out = sized<pidun_rule_info>();
    check(pidun_rule_at(get(), index, &out));
    return out;
  }
  // The rule as it stands in its source.
  std::string rule_text(std::size_t index) const {
    return text_of([&](char* buffer, std::size_t capacity, std::size_t* needed) {
      return pidun_rule_text(get(), static_cast<std::uint32_t>(index), buffer, capacity, needed);
    });
  }
  std::size_t kind_count() const noexcept { return pidun_engine_kind_count(get()); }
  pidun_kind_info kind_at(std::size_t index) const {
    auto out = sized<pidun_kind_info>();
    check(pidun_engine_kind_at(get(), index, &out));
    return out;
  }
  pidun_kind_info kind(std::uint16_t number) const {
    auto out = sized<pidun_kind_info>();
    check(pidun_engine_kind_get(get(), number, &out));
    return out;
  }
  std::uint16_t find_kind(const char* name) const noexcept { return pidun_engine_kind_find(get(), name); }
  const pidun_engine* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_engine, pidun_engine_free> handle_;
};

// What was accepted, and what is known test data: named in the scan options, where they mark findings.
class Suppressions {
 public:
  Suppressions(const Engine& engine, const std::string& text) {
    pidun_suppressions* raw = nullptr;
    auto error = sized<pidun_error>();
    const pidun_status status = pidun_suppressions_open(engine.get(), text.data(), text.size(), &raw, &error);
    if (status < 0) throw Error(status, error);
    handle_.reset(raw);
  }
  std::size_t size() const noexcept { return pidun_suppressions_count(get()); }
  pidun_suppression_info operator[](std::size_t i) const {
    auto out = sized<pidun_suppression_info>();
    check(pidun_suppressions_at(get(), i, &out));
    return out;
  }
  const pidun_suppressions* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_suppressions, pidun_suppressions_free> handle_;
};

class TestData {
 public:
  TestData(const Engine& engine, const std::string& text) {
    pidun_test_data* raw = nullptr;
    auto error = sized<pidun_error>();
    const pidun_status status = pidun_test_data_open(engine.get(), text.data(), text.size(), &raw, &error);
    if (status < 0) throw Error(status, error);
    handle_.reset(raw);
  }
  const pidun_test_data* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_test_data, pidun_test_data_free> handle_;
};

class Context {
 public:
  Context() {
    pidun_context* raw = nullptr;
    check(pidun_context_new(&raw));
    handle_.reset(raw);
  }
  void set(const std::string& key, const std::string& value) {
    check(pidun_context_set(get(), key.c_str(), value.c_str()));
  }
  const char* find(const std::string& key) const noexcept { return pidun_context_get(get(), key.c_str()); }
  pidun_context* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_context, pidun_context_free> handle_;
};

class Results {
 public:
  Results() {
    pidun_results* raw = nullptr;
    check(pidun_results_new(&raw));
    handle_.reset(raw);
  }
  std::size_t size() const noexcept { return pidun_results_count(get()); }
  bool empty() const noexcept { return size() == 0; }
  const pidun_finding* begin() const noexcept { return pidun_results_data(get()); }
  const pidun_finding* end() const noexcept { return empty() ? begin() : begin() + size(); }
  const pidun_finding& operator[](std::size_t i) const noexcept { return begin()[i]; }
  std::uint32_t incomplete() const noexcept { return pidun_results_incomplete(get()); }
  std::uint64_t bytes() const noexcept { return pidun_results_bytes(get()); }
  std::uint64_t invalid_bytes() const noexcept { return pidun_results_invalid_bytes(get()); }
  pidun_images images() const noexcept {
    pidun_images out{};
    out.struct_size = sizeof(out);
    (void)pidun_results_images(get(), &out);
    return out;
  }
  const char* reason(std::size_t i, std::size_t n) const noexcept { return pidun_results_reason(get(), i, n); }
  const char* chain(std::size_t i, std::size_t n) const noexcept { return pidun_results_chain(get(), i, n); }
  const char* evidence(std::size_t i) const noexcept { return pidun_results_evidence(get(), i); }
  std::uint16_t also(std::size_t i) const noexcept { return pidun_results_also(get(), i); }
  // False if there is none: no key was given, or the value was masked already.
  bool fingerprint(std::size_t i, std::uint8_t (&out)[16]) const noexcept {
    return pidun_results_fingerprint(get(), i, out) == PIDUN_OK;
  }
  std::int32_t suppression(std::size_t i) const noexcept { return pidun_results_suppression(get(), i); }
  pidun_location location(std::size_t i) const {
    auto out = sized<pidun_location>();
    check(pidun_results_location(get(), i, &out));
    return out;
  }
  // What each column holds, with PIDUN_SCAN_COLUMNS.
  std::size_t column_count() const noexcept { return pidun_results_column_count(get()); }
  pidun_column column(std::size_t i) const {
    auto out = sized<pidun_column>();
    check(pidun_results_column(get(), i, &out));
    return out;
  }
  // Who the findings are about, with PIDUN_SCAN_RECORDS.
  std::size_t record_count() const noexcept { return pidun_results_record_count(get()); }
  pidun_record record(std::size_t i) const {
    auto out = sized<pidun_record>();
    check(pidun_results_record(get(), i, &out));
    return out;
  }
  pidun_record_field record_field(std::size_t i, std::size_t field) const {
    auto out = sized<pidun_record_field>();
    check(pidun_results_record_field(get(), i, field, &out));
    return out;
  }
  std::uint32_t format() const noexcept { return pidun_results_format(get()); }
  std::uint64_t rows() const noexcept { return pidun_results_rows(get()); }
  pidun_results* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_results, pidun_results_free> handle_;
};

// How many records of how many people: filled from results of scans whose options name it.
class Tally {
 public:
  Tally(const Engine& engine, const pidun_tally_options& options) {
    make([&](pidun_tally** raw, pidun_error* error) { return pidun_tally_new(engine.get(), &options, raw, error); });
  }
  static Tally open(const Engine& engine, const std::string& path, const pidun_tally_options& options) {
    Tally tally;
    tally.make([&](pidun_tally** raw, pidun_error* error) {
      return pidun_tally_open(engine.get(), path.c_str(), &options, raw, error);
    });
    return tally;
  }
  void add(const Results& results, const std::string& source) {
    call([&](pidun_error* error) { return pidun_tally_add(get(), results.get(), source.c_str(), error); });
  }
  void merge(Tally& from) {
    call([&](pidun_error* error) { return pidun_tally_merge(get(), from.get(), error); });
  }
  void save(const std::string& path, std::uint32_t threads) const {
    call([&](pidun_error* error) { return pidun_tally_save(get(), path.c_str(), threads, error); });
  }
  pidun_overlap compare(const Tally& other, std::uint32_t threads) const {
    auto out = sized<pidun_overlap>();
    call([&](pidun_error* error) { return pidun_tally_compare(get(), other.get(), threads, &out, error); });
    return out;
  }
  // JSON, see pidun_tally_verdict().
  std::string verdict(const pidun_verdict_options& options) const {
    std::string text(std::size_t{1} << 16, '\0');  // mostly enough: counting twice takes its time
    std::size_t needed = 0;
    const auto fill = [&](pidun_error* error) {
      const pidun_status status = pidun_tally_verdict(get(), &options, &text[0], text.size(), &needed, error);
      if (status == PIDUN_E_SPACE) text.resize(needed);
      return status;
    };
    auto error = sized<pidun_error>();
    pidun_status status = fill(&error);
    if (status == PIDUN_E_SPACE) status = fill(&error);
    if (status < 0) throw Error(status, error);
    text.resize(needed - 1);
    return text;
  }
  pidun_tally* get() const noexcept { return handle_.get(); }

 private:
  Tally() = default;
  template <typename Make>
  void make(const Make& make) {
    pidun_tally* raw = nullptr;
    call([&](pidun_error* error) { return make(&raw, error); });
    handle_.reset(raw);
  }
  template <typename Call>
  static void call(const Call& call) {
    auto error = sized<pidun_error>();
    const pidun_status status = call(&error);
    if (status < 0) throw Error(status, error);
  }

  Handle<pidun_tally, pidun_tally_free> handle_;
};

// Working memory of one thread.
class Scratch {
 public:
  explicit Scratch(const Engine& engine) {
    pidun_scratch* raw = nullptr;
    check(pidun_scratch_new(engine.get(), &raw));
    handle_.reset(raw);
  }
  pidun_status scan(const void* data, std::size_t length, Results& results) {
    return check(pidun_scan(get(), data, length, nullptr, results.get()));
  }
  pidun_status scan(const void* data, std::size_t length, const pidun_scan_options& options, Results& results) {
    return check(pidun_scan(get(), data, length, &options, results.get()));
  }
  pidun_status scan_batch(const pidun_slice* slices, std::size_t count, const pidun_scan_options& options,
                          Results& results) {
    return check(pidun_scan_batch(get(), slices, count, &options, results.get()));
  }
  // The account of one value as JSON; label may be NULL.
  std::string explain(const void* value, std::size_t length, const char* label = nullptr) {
    return text_of([&](char* buffer, std::size_t capacity, std::size_t* needed) {
      return pidun_explain(get(), value, length, label, buffer, capacity, needed);
    });
  }
  pidun_scratch* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_scratch, pidun_scratch_free> handle_;
};

// One input, fed in chunks of any size.
class Stream {
 public:
  explicit Stream(const Engine& engine) : Stream(engine, default_options()) {}
  Stream(const Engine& engine, const pidun_scan_options& options) {
    pidun_stream* raw = nullptr;
    check(pidun_stream_open(engine.get(), &options, &raw));
    handle_.reset(raw);
  }
  pidun_status feed(Scratch& scratch, const void* data, std::size_t length, Results& results) {
    return check(pidun_stream_feed(get(), scratch.get(), data, length, results.get()));
  }
  pidun_status finish(Scratch& scratch, Results& results) {
    return check(pidun_stream_finish(get(), scratch.get(), results.get()));
  }
  pidun_stream* get() const noexcept { return handle_.get(); }

 private:
  Handle<pidun_stream, pidun_stream_free> handle_;
};

}  // namespace cpp
}  // namespace pidun

#endif  // PIDUN_PIDUN_HPP
