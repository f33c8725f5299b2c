// The cache of compiled databases: what was written comes back, and any fault is a miss.
#include "match/database_cache.h"

#include <hs/hs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "match/words.h"
#include "support/temporary_folder.h"

namespace pidun {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
}

size_t files_in(const std::string& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

struct Cache {
  support::TemporaryFolder parent;
  std::string path = parent.path() + "/cache";
  CacheFolder folder{path};
};

TEST_CASE("a payload comes back under its key and under no other") {
  const Cache cache;
  CHECK_FALSE(cache.folder.read("key"));
  const std::string payload("p\0yload", 7);
  REQUIRE(cache.folder.write("key", payload));
  CHECK(cache.folder.read("key") == payload);
  CHECK_FALSE(cache.folder.read("kez"));
  CHECK_FALSE(cache.folder.read("key "));
  REQUIRE(cache.folder.write("key", "second"));
  CHECK(cache.folder.read("key") == "second");
  REQUIRE(cache.folder.write("empty", ""));
  CHECK(cache.folder.read("empty") == "");
  CHECK(files_in(cache.path) == 2);
}

TEST_CASE("the folder is made for its owner alone") {
  const Cache cache;
  REQUIRE(cache.folder.write("key", "payload"));
  struct stat status {};
  REQUIRE(::stat(cache.path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  REQUIRE(::stat(cache.folder.file_of("key").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a file that was cut short or changed in any byte is a miss") {
  const Cache cache;
  REQUIRE(cache.folder.write("key", "some payload"));
  const std::string file = cache.folder.file_of("key");
  const std::string good = bytes_of(file);
  for (size_t size = 0; size < good.size(); ++size) {
    put(file, good.substr(0, size));
    CHECK_FALSE(cache.folder.read("key"));
  }
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    put(file, bad);
    CHECK_FALSE(cache.folder.read("key"));
  }
  put(file, good + "x");
  CHECK_FALSE(cache.folder.read("key"));
  put(file, good);
  CHECK(cache.folder.read("key") == "some payload");
}

TEST_CASE("the file of another key under this name is a miss") {
  const Cache cache;
  REQUIRE(cache.folder.write("one", "payload"));
  REQUIRE(cache.folder.write("two", "other"));
  fs::rename(cache.folder.file_of("two"), cache.folder.file_of("one"));
  CHECK_FALSE(cache.folder.read("one"));
}

TEST_CASE("what others may write to is a miss, and nothing is written there") {
  const Cache cache;
  REQUIRE(cache.folder.write("key", "payload"));
  const std::string file = cache.folder.file_of("key");
  ::chmod(file.c_str(), 0622);
  CHECK_FALSE(cache.folder.read("key"));
  ::chmod(file.c_str(), 0600);
  CHECK(cache.folder.read("key"));
  ::chmod(cache.path.c_str(), 0777);
  CHECK_FALSE(cache.folder.read("key"));
  CHECK_FALSE(cache.folder.write("other", "payload"));
  ::chmod(cache.path.c_str(), 0700);
  CHECK(cache.folder.read("key"));
  CHECK(files_in(cache.path) == 1);
}

TEST_CASE("another owner's file is a miss") {
  if (::geteuid() != 0) return;  // only root can give a file away
  const Cache cache;
  REQUIRE(cache.folder.write("key", "payload"));
  REQUIRE(::chown(cache.folder.file_of("key").c_str(), 12345, 12345) == 0);
  CHECK_FALSE(cache.folder.read("key"));
}

TEST_CASE("links, folders and pipes in a file's place are misses") {
  const Cache cache;
  REQUIRE(cache.folder.write("key", "payload"));
  const std::string file = cache.folder.file_of("key");
  fs::rename(file, cache.path + "/elsewhere");
  fs::create_symlink(cache.path + "/elsewhere", file);
  CHECK_FALSE(cache.folder.read("key"));
  fs::remove(file);
  fs::create_directory(file);
  CHECK_FALSE(cache.folder.read("key"));
  CHECK_FALSE(cache.folder.write("key", "payload"));
  CHECK(files_in(cache.path) == 2);  // nothing half-written is left
  fs::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK_FALSE(cache.folder.read("key"));
}

TEST_CASE("a folder that cannot be made or is a file is no error") {
  const support::TemporaryFolder parent;
  put(parent.path() + "/file", "x");
  for (const std::string& path : {parent.path() + "/no/such/folder", parent.path() + "/file", std::string()}) {
    const CacheFolder folder(path);
    CHECK_FALSE(folder.write("key", "payload"));
    CHECK_FALSE(folder.read("key"));
  }
}

TEST_CASE("writers at the same time leave one whole file") {
  const Cache cache;
  std::vector<std::thread> threads;
  for (char name = 'a'; name < 'i'; ++name) {
    threads.emplace_back([&cache, name] {
      for (int i = 0; i < 20; ++i) {
        cache.folder.write("key", std::string(10000, name));
        const auto got = cache.folder.read("key");
        // Catch's checks are not for threads; a torn file ends the program here.
        if (!got || got->size() != 10000 || got->find_first_not_of((*got)[0]) != std::string::npos) std::abort();
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(files_in(cache.path) == 1);
  CHECK(cache.folder.read("key")->size() == 10000);
}

TEST_CASE("fields of a key keep apart what would run together") {
  std::string one, two;
  add_field(one, "ab");
  add_field(one, "c");
  add_field(two, "a");
  add_field(two, "bc");
  CHECK(one != two);
  std::string_view left = one, field;
  REQUIRE(take_field(left, field));
  CHECK(field == "ab");
  REQUIRE(take_field(left, field));
  CHECK(field == "c");
  CHECK_FALSE(take_field(left, field));
  for (const std::string bad : {"", "3", "3:ab", "x:ab", ":", "-1:a", "99999999999999999999:a"}) {
    left = bad;
    CHECK_FALSE(take_field(left, field));
  }
  CHECK(database_key("a") != database_key("b"));
  CHECK(database_key("a").find(hs_version()) != std::string::npos);
}

TEST_CASE("words from the cache are found as before, and a database that is none is compiled anew") {
  const Cache cache;
  const WordList words = {"手机", "mobile"};
  for (int round = 0; round < 3; ++round) {
    std::string why;
    const auto matcher = make_hyperscan_words(words, &why, &cache.folder);
    REQUIRE(matcher);
    std::vector<WordHit> hits;
    matcher->find(Window("手机 MOBILE", 0), *matcher->make_scratch(), hits);
    CHECK(hits.size() == 2);
    REQUIRE(files_in(cache.path) == 1);
    // A whole file, in our own form, that holds no database of Hyperscan's.
    const std::string file = fs::directory_iterator(cache.path)->path().string();
    const std::string stored = bytes_of(file);
    uint64_t key_size = 0;
    std::memcpy(&key_size, stored.data() + 16, sizeof(key_size));
    if (round == 1) CHECK(cache.folder.write(stored.substr(40, key_size), "no database"));
  }
}

}  // namespace
}  // namespace pidun
