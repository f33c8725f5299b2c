// What a deployment has looked at and accepted: .pidun-ignore.toml. A suppressed finding is marked, never dropped.
//
//   [[suppress]]
//   fingerprint = "00112233445566778899aabbccddeeff"   # one value, wherever it stands; needs the key it was made with
//   reason = "public hotline"
//   owner = "data-platform"
//   expires = 2027-03-31                               # the last day it holds
//
//   [[suppress]]
//   path = "tests/fixtures/**"                         # see path_glob.h
//   kind = "mobile_number"
//   reason = …, owner = …, expires = …
//
// Every key shown is required, no other is known. The file's clock is the caller's: applies() takes the day.
// Tested in tests/unit/rules/suppressions_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "rules/kinds.h"

namespace pidun {

struct Suppression {
  std::optional<HashValue> fingerprint;  // else path and kind
  std::string path;
  Kind kind = Kind::none;
  std::string reason, owner;
  uint32_t expires = 0;  // 20270331: the last day it holds
  uint32_t line = 0;

  bool applies(uint32_t day) const { return day <= expires; }
};

// Where a file is wrong. The message never holds a value of the file, which may be personal information by mistake.
struct FileError {
  uint32_t line = 0, column = 0;  // 1-based; 0 if the file has no such place
  std::string message;
};

// From a kind's name to its number; Kind::none if there is none.
using KindLookup = std::function<Kind(std::string_view)>;

// A day as YYYYMMDD, if it is a real one.
bool is_real_day(uint32_t day);

class Suppressions {
 public:
  static constexpr size_t kLargestFile = size_t{4} << 20;

  // False with the reason in `error`; then there are no entries.
  bool load(std::string_view toml, const KindLookup& kinds, FileError& error);

  const std::vector<Suppression>& entries() const { return entries_; }
  // The first entry for this fingerprint that holds on `day`; -1 if there is none.
  int32_t find(const HashValue& fingerprint, uint32_t day) const;
  // Of a path: for each kind the first entry that holds on `day`.
  std::map<Kind, int32_t> of_path(std::string_view path, uint32_t day) const;

 private:
  std::vector<Suppression> entries_;
  std::multimap<HashValue, int32_t> by_fingerprint_;
};

}  // namespace pidun
