// What does not fit into memory: the count is the same, the folder stays empty, and a disk that takes no more is an
// error.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <string>

#include "support/check_counts.h"
#include "support/record_maker.h"
#include "support/temporary_folder.h"
#include "tally/partition_log.h"
#include "tally/spill_file.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

void fill(Tally& tally, int rows, int distinct) {
  for (int number = 0; number < rows; ++number) {
    const std::string text = std::to_string(number % distinct);
    add(tally, made({.id = text, .mobile = text, .name = "王伟"}));
  }
}

size_t files_in(const std::string& folder) {
  return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("What a spill file was given it gives back, by any number of pieces") {
  const support::TemporaryFolder folder;
  SpillFile file(folder.path());
  CHECK(files_in(folder.path()) == 0);
  std::vector<uint64_t> words(100000);
  for (size_t index = 0; index < words.size(); ++index) words[index] = index * index;
  std::vector<std::span<const uint64_t>> pieces;
  for (size_t at = 0; at < words.size(); at += 100) pieces.push_back(std::span(words).subspan(at, 100));
  file.write({});
  CHECK(file.write(pieces) == 0);
  CHECK(file.write({pieces.data(), 1}) == words.size() * 8);
  std::vector<uint64_t> found(words.size());
  file.read(0, found);
  CHECK(found == words);
  CHECK_THROWS_AS(file.read(808, found), TallyError);
}

TEST_CASE("Below and above the cap the counts are the same, and no file can be seen") {
  const support::TemporaryFolder folder;
  Tally large(TallySettings{});
  Tally small(within(200000, folder.path()));
  fill(large, 30000, 20000);
  fill(small, 30000, 20000);
  CHECK(large.spilled_bytes() == 0);
  CHECK(small.spilled_bytes() > 1000000);
  CHECK(small.memory() < 250000);
  CHECK(files_in(folder.path()) == 0);
  check_counts(small.counts({true, 2}), large.counts({true, 1}));
}

TEST_CASE("Rows that come again and again are not spilled") {
  Tally tally(within(1 << 20));
  fill(tally, 300000, 1000);
  CHECK(tally.spilled_bytes() == 0);
  CHECK(tally.counts().unique.total() == 1000);
}

TEST_CASE("One identity with ever new contents is counted within a partition") {
  Tally tally(within(1 << 20));
  for (int number = 0; number < 200000; ++number) add(tally, made({.id = "A", .mobile = std::to_string(number)}));
  CHECK(tally.counts().content_changed == 200000);
  CHECK(tally.counts().persons == 1);
}

TEST_CASE("A spill folder that is not there or takes no more is an error") {
  Tally nowhere(within(100000, "/no/such/folder"));
  CHECK_THROWS_AS(fill(nowhere, 30000, 30000), TallyError);

  std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit least{100000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &least);
  Tally full(within(100000));
  CHECK_THROWS_AS(fill(full, 30000, 30000), TallyError);
  setrlimit(RLIMIT_FSIZE, &limit);
}
