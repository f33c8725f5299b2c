// What the run marks findings with, loaded once: the key, the suppressions, the known test data, today's date.
// Tested by tests/cli/cases_marks.py.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "key_file.h"
#include "marking_options.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

inline constexpr const char* kIgnoreFile = ".pidun-ignore.toml";

struct SuppressionEntry {
  std::string reason, owner;
  std::string expires;  // "2027-03-31"
  std::uint32_t line = 0;
  bool by_fingerprint = false;
  bool expired = false;
};

std::uint32_t today();  // YYYYMMDD, local time

class Marking {
 public:
  // Throws std::runtime_error: a file that cannot be used must not be passed over in silence.
  Marking(const Engine& engine, const MarkingOptions& options);
  ~Marking();
  Marking(const Marking&) = delete;
  Marking& operator=(const Marking&) = delete;

  // `path` must live as long as `out` is used.
  void set(pidun_scan_options& out, const std::string& path) const;
  // Tells stderr of entries that do not apply: expired ones, and fingerprints without a key.
  void tell_what_does_not_apply() const;

  std::uint32_t day() const { return today_; }  // or the day that was given
  bool has_suppressions() const { return suppressions_ != nullptr; }
  const std::vector<SuppressionEntry>& entries() const { return entries_; }
  // The entry that covers finding i; null if none does.
  const SuppressionEntry* entry_of(const Results& results, std::size_t i) const {
    return suppressions_ ? find_entry(results.suppression(i)) : nullptr;
  }
  // 32 hexadecimal digits; empty if finding i has no fingerprint.
  std::string fingerprint_hex(const Results& results, std::size_t i) const {
    return key_ ? hex_of(results, i) : std::string();
  }

 private:
  const SuppressionEntry* find_entry(std::int32_t index) const;
  static std::string hex_of(const Results& results, std::size_t i);
  void load_suppressions(const Engine& engine, const std::string& path);

  std::optional<Key> key_;
  std::string ignore_path_;
  std::unique_ptr<Suppressions> suppressions_;
  std::unique_ptr<TestData> test_data_;
  std::vector<SuppressionEntry> entries_;
  std::uint32_t today_ = 0;  // YYYYMMDD
};

// {"reason":…,"owner":…,"expires":…}
void append_suppressed_json(std::string& out, const SuppressionEntry& entry);

}  // namespace pidun::cli
