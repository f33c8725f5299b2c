// What is told of a finding beside what it is: its keyed fingerprint, whether it is known test data, and which entry
// of the suppressions covers it. Needs the value's canonical form, which is wiped at once. A scan that wants none of
// this has no Marks at all and pays nothing.
//
//   marks->mark(Kind::mobile_number, "+86 139-5827-0461", flags)   flags gain PIDUN_FINDING_TEST_VALUE, …SUPPRESSED
//
// Takes decoded text, so a value is the same however it was encoded. Tested in tests/unit/scan/marks_test.cpp.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "base/keyed_hash.h"
#include "detect/test_data.h"
#include "rules/suppressions.h"

namespace pidun {

// The domain of fingerprints that are shown. Tallies have another, so neither can be looked up in the other.
inline constexpr std::string_view kFingerprintDomain = "pidun/v1";

struct Mark {
  HashValue fingerprint{};
  bool has_fingerprint = false;  // false without a key, and of a value that was masked or rounded already
  int32_t suppression = -1;
};

class Marks {
 public:
  // Each may be left out. `day` is YYYYMMDD and decides which suppressions still hold for `path`.
  Marks(std::optional<HashKey> key, std::shared_ptr<const Suppressions> suppressions,
        std::shared_ptr<const TestData> test_data, std::string_view path, uint32_t day);

  const KeyedHash* key() const { return hash_ ? &*hash_ : nullptr; }
  Mark mark(Kind kind, std::string_view value, uint16_t& flags) const;

 private:
  std::optional<KeyedHash> hash_;
  std::shared_ptr<const Suppressions> suppressions_;
  std::shared_ptr<const TestData> test_data_;
  std::map<Kind, int32_t> of_path_;
  uint32_t day_;
};

}  // namespace pidun
