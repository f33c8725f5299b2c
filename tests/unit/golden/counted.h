// Counts texts through the C API, as a user would: scan with a tally, add, judge.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pidun/pidun.hpp"

namespace pidun::testing {

// One flow: a text and to whom it goes.
struct Flow {
  std::string text;
  std::string recipient = {};
  bool acquired = false;
};

struct Counted {
  nlohmann::json report;
  uint64_t number(const char* key) const { return report.at(key).get<uint64_t>(); }
};

class Counter {
 public:
  explicit Counter(uint32_t as_of = 20261123) : as_of_(as_of) {}
  ~Counter() { pidun_tally_free(tally_); }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

  void add(const Flow& flow) {
    pidun_tally* tally = make(flow);
    auto options = default_options();
    options.flags = PIDUN_SCAN_RECORDS;
    options.as_of = as_of_;
    options.tally = tally;
    Scratch scratch(engine());
    Results results;
    scratch.scan(flow.text.data(), flow.text.size(), options, results);
    if (pidun_tally_add(tally, results.get(), "test", nullptr) != PIDUN_OK) throw std::runtime_error("add");
    if (tally_ == nullptr) {
      tally_ = tally;
      return;
    }
    if (pidun_tally_merge(tally_, tally, nullptr) != PIDUN_OK) throw std::runtime_error("merge");
    pidun_tally_free(tally);
  }

  Counted judge(pidun_verdict_options options = PIDUN_VERDICT_OPTIONS_INIT) const {
    std::string text(size_t{1} << 16, '\0');
    size_t needed = 0;
    options.as_of = as_of_;
    if (pidun_tally_verdict(tally_, &options, text.data(), text.size(), &needed, nullptr) != PIDUN_OK)
      throw std::runtime_error("verdict");
    text.resize(needed - 1);
    return {nlohmann::json::parse(text)};
  }

 private:
  static const Engine& engine() {
    static const Engine engine;
    return engine;
  }

  static pidun_tally* make(const Flow& flow) {
    pidun_tally_options options = PIDUN_TALLY_OPTIONS_INIT;
    const char key[17] = "golden-table-key";
    options.key = key;
    options.key_length = 16;
    options.recipient = flow.recipient.c_str();
    options.flags = flow.acquired ? PIDUN_TALLY_ACQUIRED : 0;
    pidun_tally* tally = nullptr;
    if (pidun_tally_new(engine().get(), &options, &tally, nullptr) != PIDUN_OK) throw std::runtime_error("tally");
    return tally;
  }

  uint32_t as_of_;
  pidun_tally* tally_ = nullptr;
};

}  // namespace pidun::testing
