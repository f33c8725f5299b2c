// How `pidun columns` writes what one input holds: a table, or one JSON object a line.
// The keys and their order are a promise; see the README beside this file. Tested by tests/cli/cases_columns.py.
#pragma once

#include <string>

#include "kinds.h"
#include "options.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

class ColumnsFormat {
 public:
  ColumnsFormat(const Engine& engine, const KindTable& kinds, const ScanOptions& options)
      : scratch_(engine), kinds_(kinds), options_(options) {}

  // `results` are the last of the input, in which all columns are told; `complete` says that nothing was left out.
  std::string write(const std::string& path, const Results& results, bool complete);

 private:
  struct Row {
    pidun_column column;
    std::string name;
    bool has_kind = false;  // kinds[0] is held by enough of its cells
  };
  Row row_of(const pidun_column& column);
  std::string safe_name(const char* name);
  std::string table(const std::string& path, const Results& results);
  std::string json(const std::string& path, const Results& results, bool complete);
  void append_json(std::string& out, const Row& row) const;

  Scratch scratch_;
  Results found_;  // in a name
  const KindTable& kinds_;
  const ScanOptions& options_;
};

}  // namespace pidun::cli
