// Runs a fuzz target without libFuzzer: every file of the folders given, prefixes of it and mutations of it.
// The same inputs in every run: a failure names the file and the step that made the input. Built with every
// compiler and sanitizer, and part of the test suites. Fuzz targets: fuzz_<name>.cpp beside this file.
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "support/random.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

using pidun::testing::Random;

namespace {

constexpr size_t kPrefixes = 24;   // of each file, spread evenly, and all of the first 8 bytes
constexpr size_t kMutations = 48;  // of each file
constexpr size_t kMutatedSize = size_t{64} << 10;

// What is being run, for the message of a failure.
struct Place {
  std::string file;
  const char* step = "";
  size_t number = 0;
};
Place place;
size_t runs = 0;

void run(const std::string& input, const char* step, size_t number) {
  place.step = step;
  place.number = number;
  ++runs;
  // A copy of exactly this size, so that a sanitizer sees the first byte read past it.
  const std::unique_ptr<uint8_t[]> exact(new uint8_t[input.size()]);
  std::copy(input.begin(), input.end(), exact.get());
  LLVMFuzzerTestOneInput(exact.get(), input.size());
}

void run_prefixes(const std::string& input) {
  for (size_t length = 0; length < std::min<size_t>(input.size(), 8); ++length)
    run(input.substr(0, length), "prefix", length);
  for (size_t i = 1; i <= kPrefixes; ++i) {
    const size_t length = input.size() * i / (kPrefixes + 1);
    run(input.substr(0, length), "prefix", length);
  }
}

// One small change: the bytes that steer readers and detectors are chosen more often than chance would.
void mutate(std::string& input, Random& random) {
  static constexpr char kTelling[] = "\"\\,{}[]:\n\r\t |;0123456789Xx-@._+\0\xFF\xE5\xEF";
  const char telling = kTelling[random.below(sizeof kTelling - 1)];
  const size_t at = random.below(input.size() + 1);
  switch (random.below(6)) {
    case 0:
      input.insert(at, 1, telling);
      break;
    case 1:
      input.erase(at, 1 + random.below(8));
      break;
    case 2:
      if (at < input.size()) input[at] = telling;
      break;
    case 3:
      if (at < input.size())
        input[at] = static_cast<char>(static_cast<unsigned char>(input[at]) ^ (1u << random.below(8)));
      break;
    case 4:
      input.insert(at, input.substr(random.below(input.size() + 1), random.below(64)));
      break;
    default:
      std::rotate(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(at), input.end());
      break;
  }
}

void run_mutations(const std::string& input, uint64_t seed) {
  Random random(seed);
  for (size_t i = 0; i < kMutations; ++i) {
    std::string changed = input.substr(0, kMutatedSize);
    for (size_t changes = 1 + random.below(4); changes > 0; --changes) mutate(changed, random);
    run(changed, "mutation", i);
  }
}

// FNV-1a of the name, so that adding a file changes no other file's mutations.
uint64_t seed_of(const std::string& name) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

std::vector<std::filesystem::path> files_in(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

// Names the input that a failure was found with: last words before a sanitizer or a signal ends the process.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

void name_input() { std::fprintf(stderr, "replay: %s, %s %zu\n", place.file.c_str(), place.step, place.number); }

void on_signal(int signal) {
  name_input();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void name_input_on_failure() {
  if (__sanitizer_set_death_callback != nullptr) {
    __sanitizer_set_death_callback(name_input);
  } else {
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGTRAP}) std::signal(signal, on_signal);
  }
}

}  // namespace

int main(int argc, char** argv) {
  name_input_on_failure();
  size_t files = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& path : files_in(argv[i])) {
      std::ifstream stream(path, std::ios::binary);
      const std::string input{std::istreambuf_iterator<char>(stream), {}};
      place.file = path.string();
      ++files;
      run(input, "whole", 0);
      run_prefixes(input);
      run_mutations(input, seed_of(path.filename().string()));
    }
  }
  std::printf("%zu files, %zu inputs\n", files, runs);
  if (files == 0) std::fputs("replay: no seeds found in the folders given\n", stderr);
  return files == 0 ? 1 : 0;
}
