// One text, whole or in chunks. A chunk is copied only into the buffer that carries the last kContext bytes and the
// segment under way; a whole text is scanned where it lies.
// Tested in tests/property/stream_cuts_test.cpp: any cutting gives the findings of the whole.
#pragma once

#include <string>

#include "scan/runner.h"

namespace pidun {

// Both append findings, and limits.max_findings counts those of this input alone.

// Scans `bytes` as one complete input.
void scan_whole(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                const Limits& limits, Findings& out);

// A value that touches the place where max_bytes cut the input may go on behind it: it is not known, so not told.
// Drops such from the end of `out`, of those from `first` on.
void drop_cut_value(uint64_t cut, size_t first, Findings& out);

// `limits` for an input whose findings are appended to `out`.
Limits limits_within(const Limits& limits, const Findings& out);

class Stream {
 public:
  // max_bytes is for whoever feeds it to keep.
  Stream(const Engine& engine, const ScanSettings& settings, const Limits& limits)
      : engine_(&engine), settings_(settings), limits_(limits) {
    settings_.told = &told_;
    settings_.told_pictures = &told_pictures_;
  }
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // Instead of the first feeds: `input` is the state behind the segments up to `scanned`, whose findings, `found` many,
  // were told; `text` begins kContext bytes before, or at the input's beginning, and may end before or behind.
  void resume(InputState&& input, uint64_t scanned, uint64_t found, std::string_view text);
  // Both append the findings that became certain. After a limit was reached, more input is passed over.
  void feed(Runner& runner, std::string_view chunk, Findings& out);
  void finish(Runner& runner, Findings& out);
  bool finished() const { return finished_; }
  // Where a picture was taken, said at a place that was not scanned yet.
  void tell(const ToldPlace& place) { told_.push_back(place); }
  void tell(const ToldPicture& picture) { told_pictures_.push_back(picture); }
  // What the columns hold so far; null if they are not counted.
  std::shared_ptr<const ColumnTable> columns();
  // Where the oldest field of a record begins that was not told yet; UINT64_MAX if there is none.
  uint64_t held_from() const { return input_.records ? input_.records->held_from() : UINT64_MAX; }
  // A limit was reached: nothing more is scanned.
  bool stopped() const { return stopped_; }

 private:
  void scan_ready(Runner& runner, bool complete, Findings& out);
  void scan_to(Runner& runner, uint64_t end, bool complete, Findings& out);
  void forget();

  const Engine* engine_;
  ScanSettings settings_;
  Limits limits_;
  InputState input_;
  std::string buffer_;  // bytes [base_, base_ + buffer_.size()) of the text
  uint64_t base_ = 0;
  uint64_t scanned_ = 0;                        // segments up to here are done
  uint64_t found_ = 0;                          // findings handed out
  std::shared_ptr<const ColumnTable> columns_;  // as they were when columns_at_ was scanned
  uint64_t columns_at_ = 0;
  std::vector<ToldPlace> told_;
  std::vector<ToldPicture> told_pictures_;
  bool started_ = false, stopped_ = false, finished_ = false;
  uint32_t incomplete_ = 0;  // told again by every later call
};

}  // namespace pidun
