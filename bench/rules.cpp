// What users' rules cost a scan that they do not match: seconds to open an engine cold and from the cache, and GB/s
// over files without and with them, in turn. One thread, from memory, through the C API. usage: bench_rules RULES
// CACHE-FOLDER ROUNDS FILE...   One JSON object a line; bench/rules.py makes the rules.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pidun/pidun.h"

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Opened {
  pidun_engine* engine = nullptr;
  double seconds = 0;
};

Opened open_engine(const char* rules, const char* cache) {
  pidun_engine_options options = PIDUN_ENGINE_OPTIONS_INIT;
  options.cache_folder = cache;
  if (rules != nullptr) {
    options.rule_files = &rules;
    options.rule_file_count = 1;
  }
  Opened opened;
  pidun_error error = PIDUN_ERROR_INIT;
  const auto start = Clock::now();
  if (pidun_engine_open(&options, &opened.engine, &error) != PIDUN_OK) {
    std::fprintf(stderr, "%s\n", error.message);
    std::exit(1);
  }
  opened.seconds = since(start);
  return opened;
}

struct Side {
  pidun_scratch* scratch = nullptr;
  pidun_results* results = nullptr;
  std::vector<double> seconds;

  explicit Side(const pidun_engine* engine) {
    if (pidun_scratch_new(engine, &scratch) != PIDUN_OK || pidun_results_new(&results) != PIDUN_OK) std::exit(1);
  }
  void scan(const std::string& bytes) {
    const auto start = Clock::now();
    if (pidun_scan(scratch, bytes.data(), bytes.size(), nullptr, results) != PIDUN_OK) std::exit(1);
    seconds.push_back(since(start));
  }
  double best(const std::string& bytes) const {
    return static_cast<double>(bytes.size()) / 1e9 / *std::min_element(seconds.begin(), seconds.end());
  }
};

void measure(const pidun_engine* plain, const pidun_engine* with_rules, const char* path, int rounds) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Side without(plain), with(with_rules);
  for (int round = 0; round < rounds; ++round) {
    without.scan(bytes);
    with.scan(bytes);
  }
  const double before = without.best(bytes), after = with.best(bytes);
  std::printf("{\"corpus\":\"%s\",\"without\":%.3f,\"with\":%.3f,\"lost\":%.3f,\"more_findings\":%zd}\n", path, before,
              after, 1 - after / before,
              static_cast<ptrdiff_t>(pidun_results_count(with.results) - pidun_results_count(without.results)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  const Opened plain = open_engine(nullptr, nullptr), cold = open_engine(argv[1], argv[2]);
  const Opened cached = open_engine(argv[1], argv[2]);
  std::printf("{\"open\":{\"without\":%.4f,\"cold\":%.4f,\"cached\":%.4f}}\n", plain.seconds, cold.seconds,
              cached.seconds);
  for (int i = 4; i < argc; ++i) measure(plain.engine, cached.engine, argv[i], std::atoi(argv[3]));
  return 0;
}
