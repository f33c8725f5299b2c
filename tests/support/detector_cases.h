// Tables of texts for the detectors: what must be found, how, and what must not.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/scan_text.h"

namespace pidun::testing {

constexpr uint8_t kPass = PIDUN_CHECK_PASS, kFail = PIDUN_CHECK_FAIL, kNoCheck = PIDUN_CHECK_NONE;

struct MustFind {
  std::string promise;
  std::string text;
  std::string kind;
  std::string value;
  uint8_t check = kNoCheck;
  int least = 50;  // bounds of the confidence
  int most = 100;
};

struct MustNotFind {
  std::string promise;
  std::string text;
};

inline std::string listed(const std::vector<Found>& all) {
  std::string text;
  for (const Found& found : all) text += Catch::Detail::stringify(found) + "\n";
  return text.empty() ? "nothing" : text;
}

// The value is the one finding of the text.
inline void check_found(const std::vector<MustFind>& cases, const ScanHow& how = {}) {
  for (const MustFind& wanted : cases) {
    const auto all = scan_text(wanted.text, how);
    INFO(wanted.promise << "\n  text: " << wanted.text << "\n  found: " << listed(all));
    CHECK(all.size() == 1);
    if (all.size() != 1) continue;
    CHECK(all[0].kind == wanted.kind);
    CHECK(all[0].value == wanted.value);
    CHECK(int{all[0].check} == int{wanted.check});
    CHECK(all[0].confidence >= wanted.least);
    CHECK(all[0].confidence <= wanted.most);
  }
}

// The text holds nothing at all.
inline void check_nothing(const std::vector<MustNotFind>& cases, const ScanHow& how = {}) {
  for (const MustNotFind& wanted : cases) {
    const auto all = scan_text(wanted.text, how);
    INFO(wanted.promise << "\n  text: " << wanted.text << "\n  found: " << listed(all));
    CHECK(all.empty());
  }
}

}  // namespace pidun::testing
