// Scans a text through the C API with one engine for the whole test program, and gives the findings as plain values.
#pragma once

#include <catch2/catch.hpp>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "pidun/pidun.h"

namespace pidun::testing {

struct Found {
  std::string kind;   // "mobile_number"
  std::string value;  // the bytes of the span
  uint64_t begin = 0;
  uint8_t check = PIDUN_CHECK_NONE;
  int confidence = 0;
  std::vector<std::string> reasons;
  uint16_t flags = 0;
  std::string evidence;
  std::string also;  // kind of the strongest loser; empty if none

  bool has(std::string_view reason) const {
    for (const auto& given : reasons)
      if (given == reason) return true;
    return false;
  }
  friend bool operator==(const Found&, const Found&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Found& found) {
    out << found.kind << " '" << found.value << "' at " << found.begin << " check " << int{found.check}
        << " confidence " << found.confidence;
    for (const auto& reason : found.reasons) out << ' ' << reason;
    return out;
  }
};

struct ScanHow {
  const char* label = nullptr;
  uint32_t format = PIDUN_FORMAT_LINES;
  uint32_t min_confidence = 0;
  uint32_t words = PIDUN_WORDS_AUTO;
};

inline std::string name_of_kind(uint16_t kind) {
  pidun_kind_info info{};
  info.struct_size = sizeof(info);
  return pidun_kind_get(kind, &info) == PIDUN_OK ? info.name : "";
}

template <class T, void (*kFree)(T*)>
struct FreeWith {
  void operator()(T* handle) const { kFree(handle); }
};
template <class T, void (*kFree)(T*)>
using Owned = std::unique_ptr<T, FreeWith<T, kFree>>;

class TextScanner {
 public:
  explicit TextScanner(uint32_t words) {
    pidun_engine_options options = PIDUN_ENGINE_OPTIONS_INIT;
    options.words = words;
    pidun_engine* engine = nullptr;
    REQUIRE(pidun_engine_open(&options, &engine, nullptr) == PIDUN_OK);
    engine_.reset(engine);
    pidun_scratch* scratch = nullptr;
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
    scratch_.reset(scratch);
    pidun_results* results = nullptr;
    REQUIRE(pidun_results_new(&results) == PIDUN_OK);
    results_.reset(results);
  }

  std::vector<Found> scan(std::string_view text, const ScanHow& how) {
    pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
    options.format = how.format;
    options.min_confidence = how.min_confidence;
    options.label = how.label;
    // Of its exact size on the heap, so that a sanitizer sees a read past either end.
    const std::vector<char> exact(text.begin(), text.end());
    REQUIRE(pidun_scan(scratch_.get(), exact.data(), exact.size(), &options, results_.get()) == PIDUN_OK);
    std::vector<Found> all;
    for (size_t i = 0; i < pidun_results_count(results_.get()); ++i) all.push_back(found_at(text, i));
    return all;
  }

 private:
  Found found_at(std::string_view text, size_t i) const {
    const pidun_finding& finding = pidun_results_data(results_.get())[i];
    Found found;
    found.kind = name_of_kind(finding.kind);
    found.value = text.substr(finding.begin, finding.end - finding.begin);
    found.begin = finding.begin;
    found.check = finding.check;
    found.confidence = finding.confidence;
    found.flags = finding.flags;
    for (size_t n = 0; const char* reason = pidun_results_reason(results_.get(), i, n); ++n)
      found.reasons.emplace_back(reason);
    found.evidence = pidun_results_evidence(results_.get(), i);
    found.also = name_of_kind(pidun_results_also(results_.get(), i));
    return found;
  }

  Owned<pidun_engine, pidun_engine_free> engine_;
  Owned<pidun_scratch, pidun_scratch_free> scratch_;
  Owned<pidun_results, pidun_results_free> results_;
};

inline std::vector<Found> scan_text(std::string_view text, const ScanHow& how = {}) {
  static TextScanner scanner(PIDUN_WORDS_AUTO);
  static TextScanner portable(PIDUN_WORDS_PORTABLE);
  return (how.words == PIDUN_WORDS_PORTABLE ? portable : scanner).scan(text, how);
}

}  // namespace pidun::testing
