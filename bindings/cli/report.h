// What became of the inputs, added up in their order; from it come the summary and the exit code.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "kinds.h"
#include "marking.h"
#include "pidun/pidun.h"

namespace pidun::cli {

struct FileOutcome {
  std::string path;
  bool scanned = false;          // something of it was examined, or it is empty
  int error = 0;                 // errno: it, or its rest, could not be read
  std::string failure;           // name of the status that ended its scan
  std::uint32_t incomplete = 0;  // PIDUN_INCOMPLETE_*
  std::uint64_t bytes = 0;
  std::uint64_t invalid_bytes = 0;  // that are no text
  std::uint64_t findings = 0;
  std::uint64_t values_lost = 0;  // values that --show-values could not show
  std::map<std::uint16_t, std::uint64_t> by_kind;
  std::uint64_t test_values = 0;
  std::map<std::int32_t, std::uint64_t> by_suppression;
  pidun_images images{};  // of the last results
};

// Counts the findings that are test data or suppressed.
void count_marks(FileOutcome& outcome, const Results& results);

class Report {
 public:
  // Tells stderr what is wrong with this input, if anything.
  void add(const FileOutcome& outcome);

  struct Gap {
    std::string path;
    std::string reason;
  };
  const std::vector<Gap>& gaps() const { return gaps_; }
  // One line, without \n.
  std::string summary_json(const KindTable& kinds, const Marking& marking, const std::string& rules_hash) const;
  std::string summary_text(const KindTable& kinds) const;
  bool nothing_scanned() const { return files_ == 0 && unreadable_ > 0; }
  int exit_code() const;
  // Of a run that is not about findings: whether all was read.
  int exit_code_of_reading() const;

 private:
  nlohmann::ordered_json suppressions_json(const Marking& marking) const;
  std::vector<std::pair<std::string, std::uint64_t>> named_kinds(const KindTable& kinds) const;

  std::uint64_t files_ = 0;
  std::uint64_t unreadable_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t invalid_bytes_ = 0;
  std::uint64_t findings_ = 0;
  std::map<std::uint16_t, std::uint64_t> by_kind_;
  std::uint64_t test_values_ = 0;
  std::uint64_t suppressed_ = 0;
  std::map<std::int32_t, std::uint64_t> by_suppression_;
  std::vector<Gap> gaps_;
  pidun_images images_{};
};

}  // namespace pidun::cli
