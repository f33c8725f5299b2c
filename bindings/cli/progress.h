// The progress bar on stderr: drawn only on a terminal, after half a second, ten times a second, by its own thread.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace pidun::cli {

class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress();  // clears the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void set_total(std::uint64_t bytes) { total_ = bytes; }  // 0: not known
  void add_bytes(std::uint64_t count) { bytes_ += count; }
  void add_findings(std::uint64_t count) { findings_ += count; }
  void add_file() { ++files_; }
  void hide();  // before other text goes to the same terminal; the next tick draws again

 private:
  void run();
  void draw();
  std::string line() const;

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> total_{0};
  std::atomic<std::uint64_t> bytes_{0};
  std::atomic<std::uint64_t> findings_{0};
  std::atomic<std::uint64_t> files_{0};
  std::mutex mutex_;
  std::condition_variable ended_;
  bool end_ = false;
  bool drawn_ = false;
  std::thread ticker_;
};

}  // namespace pidun::cli
