// What became of the inputs, added up in their order; from it come the summary and the exit code.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "kinds.h"

namespace pidun::cli {

struct FileOutcome {
  std::string path;
  bool scanned = false;          // something of it was examined, or it is empty
  int error = 0;                 // errno: it, or its rest, could not be read
  std::string failure;           // name of the status that ended its scan
  std::uint32_t incomplete = 0;  // PIDUN_INCOMPLETE_*
  std::uint64_t bytes = 0;
  std::uint64_t findings = 0;
  std::uint64_t values_lost = 0;  // values that --show-values could not show
  std::map<std::uint16_t, std::uint64_t> by_kind;
};

class Report {
 public:
  // Tells stderr what is wrong with this input, if anything.
  void add(const FileOutcome& outcome);

  std::string summary_json(const KindTable& kinds, const std::string& rules_hash) const;  // one line, without \n
  std::string summary_text(const KindTable& kinds) const;
  bool nothing_scanned() const { return files_ == 0 && unreadable_ > 0; }
  int exit_code() const;

 private:
  struct Gap {
    std::string path;
    std::string reason;
  };
  std::vector<std::pair<std::string, std::uint64_t>> named_kinds(const KindTable& kinds) const;

  std::uint64_t files_ = 0;
  std::uint64_t unreadable_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t findings_ = 0;
  std::map<std::uint16_t, std::uint64_t> by_kind_;
  std::vector<Gap> gaps_;
};

}  // namespace pidun::cli
