// What 1,000 users' rules cost: seconds to build cold, milliseconds from the cache, GB/s over files. One thread.
// The rules are made up with a fixed seed; MIX is any of l (ASCII literals), z (hanzi literals), p (regexes behind an
// ASCII word), h (regexes behind hanzi), i (caseless regexes), n (regexes without any fixed text); each letter gets an
// equal share. usage: bench_custom COUNT MIX CACHE-FOLDER ROUNDS FILE...   One JSON object a line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "match/custom.h"
#include "match/database_cache.h"

namespace {

using pidun::CustomPattern;
using Random = std::mt19937;

std::string pick(Random& random, const std::vector<std::string>& list) { return list[random() % list.size()]; }

std::string letters(Random& random, size_t count, char first) {
  std::string text;
  while (count-- > 0) text += static_cast<char>(first + static_cast<char>(random() % 26));
  return text;
}

std::string hanzi(Random& random, int count) {
  static const std::vector<std::string> list = {"工", "号", "客", "户", "编", "档", "案", "合", "同", "项", "目", "密",
                                                "级", "内", "部", "资", "产", "财", "务", "库", "存", "采", "购", "批"};
  std::string text;
  while (count-- > 0) text += pick(random, list);
  return text;
}

CustomPattern make_pattern(Random& random, char sort) {
  const std::string digits = std::to_string(3 + random() % 6);
  switch (sort) {
    case 'l':
      return {pick(random, {"PRJ-", "db-", "host-", "secret_", "Project ", "key/"}) +
                  letters(random, 4 + random() % 5, 'a'),
              true, random() % 2 == 0};
    case 'z':
      return {hanzi(random, 3 + static_cast<int>(random() % 4)), true, false};
    case 'p':
      return {"\\b" + letters(random, 3 + random() % 3, 'A') + pick(random, {"-", "", "_", "[-_]?"}) +
                  pick(random, {"[A-Z]{2}", "[0-9a-f]{4}", ""}) + "\\d{" + digits + "}\\b",
              false, false};
    case 'h':
      return {hanzi(random, 2 + static_cast<int>(random() % 3)) + pick(random, {"[:：]?", "[:：]\\s{0,3}", ""}) +
                  pick(random, {"[一-龥]{2}", "[A-Z]{1,3}", ""}) + "[0-9]{" + digits + "}",
              false, false};
    case 'i':
      return {"(?i)" + letters(random, 4 + random() % 4, 'a') + pick(random, {"[ _-]?no", "[ _-]?id", ""}) +
                  pick(random, {"[:=]\\s{0,2}", "=", ":"}) + "[a-z]{1,2}\\d{" + digits + "}",
              false, false};
    default:
      return {pick(random, {"\\b", ""}) + pick(random, {"[A-Z]{2}", "[A-Z][0-9]{2}-[A-Z]{3}-", "[A-Z]{3}[0-9]"}) +
                  "\\d{" + digits + "}[A-Z]",
              false, false};
  }
}

std::vector<CustomPattern> make_patterns(size_t count, const std::string& mix) {
  Random random(3);
  std::vector<CustomPattern> patterns;
  while (patterns.size() < count) patterns.push_back(make_pattern(random, mix[patterns.size() % mix.size()]));
  return patterns;
}

double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::unique_ptr<pidun::CustomMatcher> build(const std::vector<CustomPattern>& patterns, const char* folder,
                                            const char* what) {
  const pidun::CacheFolder cache(folder);
  pidun::CustomError error;
  const auto start = std::chrono::steady_clock::now();
  auto matcher = pidun::CustomMatcher::build(patterns, &cache, pidun::CustomBackend::hyperscan, &error);
  const double seconds = since(start);
  if (!matcher) {
    std::fprintf(stderr, "rule %u: %s\n", error.pattern, error.message.c_str());
    std::exit(1);
  }
  std::printf("{\"build\":\"%s\",\"seconds\":%.4f}\n", what, seconds);
  return matcher;
}

void measure(const pidun::CustomMatcher& matcher, const char* path, int rounds) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  constexpr uint64_t kSegment = 64 * 1024, kContext = 4 * 1024;  // as the scan cuts its windows
  const auto scratch = matcher.make_scratch();
  std::vector<pidun::CustomHit> hits;
  std::vector<double> seconds;
  size_t count = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    count = 0;
    for (uint64_t at = 0; at < bytes.size(); at += kSegment) {
      hits.clear();
      matcher.find(pidun::Window(bytes, 0).slice(at < kContext ? 0 : at - kContext, at + kSegment + kContext), *scratch,
                   hits);
      for (const auto& hit : hits) count += hit.begin >= at && hit.begin < at + kSegment;
    }
    seconds.push_back(since(start));
  }
  std::sort(seconds.begin(), seconds.end());
  const double gigabytes = static_cast<double>(bytes.size()) / 1e9;
  std::printf("{\"corpus\":\"%s\",\"best\":%.3f,\"median\":%.3f,\"count\":%zu}\n", path, gigabytes / seconds.front(),
              gigabytes / seconds[seconds.size() / 2], count);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) return 2;
  const auto patterns = make_patterns(std::strtoul(argv[1], nullptr, 10), argv[2]);
  const pidun::CacheFolder cache(argv[3]);
  build(patterns, argv[3], "first");
  const auto matcher = build(patterns, argv[3], "cached");
  for (int i = 5; i < argc; ++i) measure(*matcher, argv[i], std::atoi(argv[4]));
  return 0;
}
