// One input, whole or in chunks. A chunk is copied only into the buffer that carries the last kContext bytes and the
// segment under way; a whole input is scanned where it lies.
// Tested in tests/property/stream_cuts_test.cpp: any cutting gives the findings of the whole.
#pragma once

#include <string>

#include "scan/runner.h"

namespace pidun {

// Scans `bytes` as one complete input and appends the findings.
void scan_whole(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                const Limits& limits, Findings& out);

class Stream {
 public:
  Stream(const Engine& engine, const ScanSettings& settings, const Limits& limits)
      : engine_(&engine), settings_(settings), limits_(limits) {}
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // Both append the findings that became certain. After a limit was reached, more input is passed over.
  void feed(Runner& runner, std::string_view chunk, Findings& out);
  void finish(Runner& runner, Findings& out);
  bool finished() const { return finished_; }

 private:
  void scan_ready(Runner& runner, bool complete, Findings& out);
  void scan_to(Runner& runner, uint64_t end, bool complete, Findings& out);
  void forget();

  const Engine* engine_;
  ScanSettings settings_;
  Limits limits_;
  InputState input_;
  std::string buffer_;  // bytes [base_, base_ + buffer_.size()) of the input
  uint64_t base_ = 0;
  uint64_t scanned_ = 0;  // segments up to here are done
  uint64_t fed_ = 0;      // bytes given, examined or not
  uint64_t found_ = 0;    // findings handed out
  bool started_ = false, stopped_ = false, finished_ = false;
  bool cut_short_ = false;   // max_bytes left input away
  uint32_t incomplete_ = 0;  // told again by every later call
};

}  // namespace pidun
