// Scanning a range of segments, by one thread or several, under limits.
// Threads take shards at multiples of kShard; each starts from a checkpoint of the forward state, so their findings
// are those of one thread. Tested in tests/property/threads_test.cpp.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "scan/input.h"

namespace pidun {

inline constexpr uint64_t kShard = 16 * kSegment;  // what is found in one should stay in a cache
inline constexpr uint32_t kMostThreads = 256;

struct Limits {
  uint32_t threads = 1;
  uint64_t max_bytes = UINT64_MAX;
  uint64_t max_findings = UINT64_MAX;
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

class Runner {
 public:
  // Null when memory is short.
  static std::unique_ptr<Runner> create(const Engine& engine);

  // Scans [begin, end), whose borders are segment borders or the input's end, and appends the findings. `window` is
  // as for SegmentScanner::scan. Returns false when a limit stopped it: out.incomplete says which.
  bool run(InputState& input, const ScanSettings& settings, const Limits& limits, const Window& window, uint64_t begin,
           uint64_t end, bool complete, Findings& out);

  SegmentScanner& scanner() { return *scanners_[0]; }

 private:
  struct Shard;
  explicit Runner(const Engine& engine) : engine_(&engine) {}
  bool run_alone(SegmentScanner& scanner, InputState& input, const ScanSettings& settings, const Limits& limits,
                 const Window& window, uint64_t begin, uint64_t end, bool complete, Findings& out);
  bool run_shards(InputState& input, const ScanSettings& settings, const Limits& limits, const Window& window,
                  uint64_t begin, uint64_t end, bool complete, Findings& out);
  static bool join_shards(std::vector<Shard>& shards, const ScanSettings& settings, InputState& input, Findings& out);
  bool have_scanners(size_t count);

  const Engine* engine_;
  std::vector<std::unique_ptr<SegmentScanner>> scanners_;
  std::vector<std::unique_ptr<Findings>> shard_found_;
};

}  // namespace pidun
