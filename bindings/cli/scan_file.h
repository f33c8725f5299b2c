// One input from its first byte to its outcome. A worker thread owns one FileScanner and uses it for many inputs.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding_format.h"
#include "format_columns.h"
#include "inputs.h"
#include "kinds.h"
#include "options.h"
#include "ordered_output.h"
#include "pidun/pidun.hpp"
#include "progress.h"
#include "source.h"

namespace pidun::cli {

// What all workers of a run share.
struct ScanRun {
  const ScanOptions& options;
  const Engine& engine;
  const KindTable& kinds;
  const Marking& marking;
  const Context& context;
  OrderedOutput& output;
  Progress& progress;
  Deadline deadline;
  bool color = false;
  const pidun_tally_options* tally = nullptr;  // of `count`: each worker has one of these
  std::atomic<bool> crew_taken{false};         // one big file at a time is scanned by several threads
};

class FileScanner {
 public:
  explicit FileScanner(ScanRun& run);
  FileOutcome scan(const Input& input, std::size_t turn);
  // Of `count`: what was counted so far.
  Tally* tally() { return tally_ ? &*tally_ : nullptr; }

 private:
  struct Job {
    Source& source;
    FileOutcome& outcome;
    std::size_t turn;
    std::uint64_t fed = 0;
  };
  void scan_source(Job& job);
  void scan_small(Job& job, std::size_t length);
  void scan_stream(Job& job, std::size_t length);
  void feed_all(Job& job, Stream& stream, std::size_t length);
  bool read_more(Job& job, std::size_t& length);
  pidun_scan_options library_options(const Job& job, unsigned threads) const;

  void note_fed(Job& job, std::size_t length);
  void emit(Job& job);
  void emit_columns(const Job& job);
  void append_records(const Job& job);
  std::optional<std::string> value_bytes(const Job& job, const pidun_finding& finding) const;

  ScanRun& run_;
  Scratch scratch_;
  Results results_;
  std::unique_ptr<FindingFormat> format_;   // none when only the summary is wanted, or columns
  std::unique_ptr<ColumnsFormat> columns_;  // none unless these are wanted
  std::optional<Tally> tally_;
  std::vector<char> chunk_;
  std::string window_;  // the last bytes fed, kept for --show-values
  std::string out_;
};

}  // namespace pidun::cli
