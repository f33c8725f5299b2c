// Times the tally alone, on made records: bench_tally [rows] [threads] [shape] [MiB] [folder], shape "id",
// "mobile" or "plain"; MiB is the cap of memory; with a folder, two tallies are written, read and merged there.
// "id": name, ID, phone, address, plate; "mobile": name and phone; "plain": ID only. 20 % of the rows are duplicates, 5
// % invalid. Prints a line a step, core seconds included; prints of the records are made while it adds, and timed
// apart.
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tally/tally.h"

namespace {

using namespace pidun;

double core_seconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_mebibytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

uint64_t mix(uint64_t value) {
  value += 0x9E3779B97F4A7C15u;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

enum class Shape { id, mobile, plain };

// The same number gives the same record.
struct MadeRow {
  Record record;
  std::array<ContentPrint, 4> contents;
  LinkPrint link;

  void make(uint64_t number, Shape shape) {
    record.outcome = number % 20 == 0 ? Outcome::invalid : Outcome::valid;
    record.reason = InvalidReason::checksum;
    record.tier = 5000;
    record.span = {number * 100, number * 100 + 99};
    record.identity = {mix(number), mix(~number)};
    const uint64_t name = mix(number % 1000003 + (uint64_t{1} << 40));
    const Print mobile{mix(number + (uint64_t{1} << 41)), mix(number + (uint64_t{1} << 42))};
    contents = {{{Kind::person_name, name},
                 {Kind::mobile_number, mobile.high},
                 {Kind::home_address, mix(number + (uint64_t{1} << 43))},
                 {Kind::vehicle_plate, mix(number + (uint64_t{1} << 44))}}};
    if (shape == Shape::id) record.contents = contents;
    link = {mobile, false, name};
    if (shape != Shape::plain) record.links = {&link, 1};
    record.has_bare = shape == Shape::mobile;
    record.bare = mobile;
  }
};

// Rows `begin` to `end`: of five, the fifth is one of the other rows again.
template <class Use>
void each_row(uint64_t begin, uint64_t end, Shape shape, Use&& use) {
  MadeRow row;
  for (uint64_t number = begin; number < end; ++number) {
    row.make(number % 5 == 4 ? mix(number) % (number + 1) / 5 * 5 + number % 4 : number, shape);
    use(row.record);
  }
}

double timed(const char* step, uint64_t rows, const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const double before = core_seconds();
  work();
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double cores = core_seconds() - before;
  std::printf("%-10s %7.2f s wall %7.2f s core  %6.3f us a row  %6.0f MiB resident\n", step, wall, cores,
              cores / static_cast<double>(rows) * 1e6, peak_mebibytes());
  std::fflush(stdout);
  return cores;
}

void run_threads(unsigned threads, const std::function<void(unsigned)>& work) {
  std::vector<std::jthread> running;
  for (unsigned thread = 0; thread < threads; ++thread) running.emplace_back(work, thread);
}

// Writes the tally and another of as many rows, half of them the same, and merges the two files into a third.
void time_files(const Tally& tally, const TallySettings& settings, Shape shape, uint64_t rows, unsigned threads,
                const std::string& folder) {
  const std::string one = folder + "/one.tally", two = folder + "/two.tally", both = folder + "/both.tally";
  timed("write", rows, [&] { tally.write(one, threads); });
  const auto unique = static_cast<double>(tally.counts().unique.total());
  std::printf("           %.2f bytes a unique record\n", static_cast<double>(std::filesystem::file_size(one)) / unique);
  {
    Tally other(settings);
    each_row(rows / 2, rows / 2 + rows, shape, [&](const Record& record) { other.add(record, "rows"); });
    other.write(two, threads);
  }
  timed("merge", 2 * rows, [&] { Tally::merge_files(std::array{one, two}, both); });
  Tally merged(settings);
  timed("open", rows, [&] { merged = Tally::open(both, settings.storage); });
  timed("count", rows, [&] { merged.counts({false, threads}); });
  for (const auto& path : {one, two, both}) std::filesystem::remove(path);
}

}  // namespace

int main(int count, char** arguments) {
  const uint64_t rows = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 3000000;
  const auto threads = static_cast<unsigned>(count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 1);
  const std::string_view name = count > 3 ? arguments[3] : "id";
  const Shape shape = name == "mobile" ? Shape::mobile : name == "plain" ? Shape::plain : Shape::id;
  const auto begin_of = [&](unsigned thread) { return rows * thread / threads; };

  std::vector<uint64_t> sums(threads);
  const double making = timed("(making)", rows, [&] {
    run_threads(threads, [&](unsigned thread) {
      each_row(begin_of(thread), begin_of(thread + 1), shape,
               [&](const Record& record) { sums[thread] += record.identity.high + record.contents.size(); });
    });
  });
  TallySettings settings;
  settings.sample = 200;
  settings.storage.memory_cap = ((count > 4 ? std::strtoull(arguments[4], nullptr, 10) : 1024) << 20) / threads;
  std::vector<Tally> tallies;
  for (unsigned thread = 0; thread < threads; ++thread) tallies.emplace_back(settings);
  const double adding = timed("add", rows, [&] {
    run_threads(threads, [&](unsigned thread) {
      each_row(begin_of(thread), begin_of(thread + 1), shape,
               [&](const Record& record) { tallies[thread].add(record, "rows"); });
    });
  });
  uint64_t spilled = 0;
  for (const Tally& tally : tallies) spilled += tally.spilled_bytes();
  double counting = timed("merge", rows, [&] {
    tallies[0].set_memory_cap(settings.storage.memory_cap * threads);
    for (unsigned thread = 1; thread < threads; ++thread) tallies[0].merge(std::move(tallies[thread]));
  });
  Counts counts;
  counting += timed("count", rows, [&] { counts = tallies[0].counts({false, threads}); });
  const double tally = adding - making + counting;
  std::printf("rows %llu unique %llu duplicates %llu persons %llu spilled %.0f MiB\n",
              static_cast<unsigned long long>(rows), static_cast<unsigned long long>(counts.unique.total()),
              static_cast<unsigned long long>(counts.duplicates), static_cast<unsigned long long>(counts.persons),
              static_cast<double>(spilled) / (1 << 20));
  std::printf("tally work %.2f s core, %.3f us a row, %.0f rows a second (sum %llu)\n", tally,
              tally / static_cast<double>(rows) * 1e6, static_cast<double>(rows) / tally,
              static_cast<unsigned long long>(sums[0] & 1));
  if (count > 5) time_files(tallies[0], settings, shape, rows, threads, arguments[5]);
  return 0;
}
