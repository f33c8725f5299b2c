// The file of a tally: what it takes, that damage is seen wherever it is, that an earlier file stays when a write
// fails.
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/record_maker.h"
#include "support/temporary_folder.h"
#include "tally/checked_file.h"
#include "tally/tally_format.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// A few records of every sort.
Tally small_tally(const std::string& recipient = "R1", int begin = 0) {
  TallySettings settings;
  settings.sample = 3;
  settings.recipient = recipient;
  settings.rules_hash = "rules " + recipient;
  Tally tally(settings);
  for (int number = begin; number < begin + 4; ++number) {
    const std::string text = std::to_string(number);
    add(tally, made({.id = text, .mobile = text, .name = "王伟"}), "a.csv");
    add(tally, made({.mobile = text, .name = "李娜", .event = text, .contents = {{Kind::home_address, text}}}),
        "b.csv");
    add(tally, masked({Kind::mobile_number, 3, 4}, text));
  }
  FlowSigns signs;
  const std::array kinds{Kind::person_name, Kind::mobile_number};
  signs.add_record(kinds, Format::delimited);
  signs.add_finding(Kind::mobile_number, "mobile", false, 2);
  signs.inputs = 1;
  tally.add_signs(signs);
  return tally;
}

TallyFault fault_of(const std::string& path) {
  try {
    Tally::open(path);
  } catch (const TallyError& error) {
    CHECK(std::string(error.what()).find(path) == std::string::npos);
    return error.fault();
  }
  FAIL("the file was opened");
  return {};
}

}  // namespace

TEST_CASE("A unique record takes at most 24 bytes, a further content 8, a link or an event's content 16") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/t.tally";
  const auto bytes_a_record = [&](const auto& record_of) {
    Tally tally(TallySettings{});
    constexpr int kRecords = 20000;
    for (int number = 0; number < kRecords; ++number) add(tally, record_of(std::to_string(number)));
    tally.write(path);
    return static_cast<double>(std::filesystem::file_size(path)) / kRecords;
  };
  CHECK(bytes_a_record([](const std::string& id) { return made({.id = id}); }) <= 24);
  CHECK(bytes_a_record([](const std::string& id) { return made({.id = id, .name = "王伟"}); }) <= 24 + 8);
  CHECK(bytes_a_record([](const std::string& id) { return made({.id = id, .mobile = id}); }) <= 24 + 8 + 16);
  CHECK(bytes_a_record([](const std::string& id) { return made({.id = id, .name = "王伟", .event = id}); }) <= 24 + 16);
}

TEST_CASE("A file that was cut or changed anywhere is refused") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/t.tally";
  small_tally().write(path);
  const std::string whole = read_file(path);
  for (size_t size = 0; size < whole.size(); ++size) {
    write_file(path, whole.substr(0, size));
    CAPTURE(size);
    REQUIRE_THROWS_AS(Tally::open(path), TallyError);
  }
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
    write_file(path, changed);
    CAPTURE(at);
    REQUIRE_THROWS_AS(Tally::open(path), TallyError);
  }
  write_file(path, whole + "x");
  CHECK(fault_of(path) == TallyFault::corrupt);
}

TEST_CASE("Other files and later versions are told apart from damage") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/t.tally";
  small_tally().write(path);
  std::string bytes = read_file(path);
  write_file(path, std::string(500, 'x'));
  CHECK(fault_of(path) == TallyFault::foreign);
  write_file(path, "");
  CHECK(fault_of(path) == TallyFault::foreign);
  bytes[tally_format::kMagic.size()] = static_cast<char>(tally_format::kVersion + 1);
  write_file(path, bytes);
  CHECK(fault_of(path) == TallyFault::newer);
  bytes[tally_format::kMagic.size()] = 1;
  bytes[tally_format::kMagic.size() + 4] = 'X';
  write_file(path, bytes);
  CHECK(fault_of(path) == TallyFault::newer);
  CHECK(fault_of(folder.path() + "/none") == TallyFault::storage);
  CHECK(fault_of(folder.path()) == TallyFault::storage);
}

TEST_CASE("The signs of the flow are stored, and of files added up") {
  const support::TemporaryFolder folder;
  const std::vector<std::string> paths{folder.path() + "/1", folder.path() + "/2"};
  const FlowSigns once = small_tally().signs();
  small_tally().write(paths[0]);
  CHECK(Tally::open(paths[0]).signs() == once);
  FlowSigns twice = once;
  twice.merge(once);
  small_tally().write(paths[1], 1, once);
  CHECK(Tally::open(paths[1]).signs() == twice);
  Tally::merge_files(paths, folder.path() + "/merged");
  FlowSigns thrice = twice;
  thrice.merge(once);
  CHECK(Tally::open(folder.path() + "/merged").signs() == thrice);
}

namespace {

// As versions before 3 ended: with a hash of all bytes as they stand.
std::string with_old_hash(std::string bytes, char version) {
  bytes[tally_format::kMagic.size()] = version;
  bytes.resize(bytes.size() - kFileHash);
  unsigned char hash[kFileHash];
  crypto_generichash(hash, sizeof(hash), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return bytes.append(reinterpret_cast<const char*>(hash), sizeof(hash));
}

}  // namespace

TEST_CASE("A file of version 2, which was hashed as a whole, is read") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/2";
  small_tally().write(path);
  write_file(path, with_old_hash(read_file(path), 2));
  CHECK(Tally::open(path).counts().unique.total() == small_tally().counts().unique.total());
  write_file(path, with_old_hash(read_file(path), 3));
  CHECK(fault_of(path) == TallyFault::corrupt);
}

TEST_CASE("The hash of a file is the same however its bytes come, and another for each of them") {
  std::vector<unsigned char> bytes(300000);
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(i * i >> 3);
  const auto hash_of = [&](size_t step, size_t size) {
    FileHash hash;
    for (size_t at = 0; at < size; at += step) hash.add(std::span(bytes).subspan(at, std::min(step, size - at)));
    return hash.finish();
  };
  const auto whole = hash_of(bytes.size(), bytes.size());
  for (const size_t step : {size_t{1}, size_t{7}, size_t{65536}, size_t{65537}, size_t{200000}})
    CHECK(hash_of(step, bytes.size()) == whole);
  CHECK(hash_of(bytes.size(), bytes.size() - 1) != whole);
  for (const size_t at : {size_t{0}, size_t{65535}, size_t{65536}, size_t{150001}, bytes.size() - 1}) {
    bytes[at] ^= 4;
    CHECK(hash_of(bytes.size(), bytes.size()) != whole);
    bytes[at] ^= 4;
  }
}

TEST_CASE("A file of version 1, which has no signs, is read") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/1";
  Tally tally(TallySettings{});
  for (int number = 0; number < 3; ++number) add(tally, made({.id = std::to_string(number), .name = "王伟"}));
  tally.write(path);
  std::string bytes = read_file(path);
  // Of no signs: records, inputs, formats, kinds, fields, sets. Before them a head without rules and sample.
  const size_t head = 8 + 4 + 16 + 4 + 16 + 8 + 4,
               sums = (2 + kInvalidReasons + 1 + 3 + 1 + 3 + kRecordTriggers + 4 + 1) * 8;
  const size_t signs = head + sums + 4 + 4 + 16 + 8 + 4, size = 8 + 8 + 2 + 8 * FlowSigns::kFormats + 3 * 4;
  bytes.erase(signs, size);
  write_file(path, with_old_hash(bytes, 1));
  const Tally read = Tally::open(path);
  CHECK(read.counts().persons == 3);
  CHECK(read.signs() == FlowSigns{});
}

TEST_CASE("Files merge into what their tallies merge into") {
  const support::TemporaryFolder folder;
  const std::vector<std::string> paths{folder.path() + "/1", folder.path() + "/2", folder.path() + "/3"};
  small_tally("R2", 0).write(paths[0]);
  small_tally("R1", 2).write(paths[1]);
  small_tally("R3", 1).write(paths[2]);
  Tally::merge_files(paths, folder.path() + "/merged");
  Tally tally = small_tally("R1", 2);
  tally.merge(small_tally("R2", 0));
  tally.merge(Tally::open(paths[2]));
  tally.write(folder.path() + "/expected");
  CHECK(read_file(folder.path() + "/merged") == read_file(folder.path() + "/expected"));
  CHECK(Tally::open(folder.path() + "/merged").counts().recipients == 3);
  CHECK(Tally::open(folder.path() + "/merged").rules_hashes().size() == 3);
}

TEST_CASE("A damaged input leaves no merged file, and another key is refused") {
  const support::TemporaryFolder folder;
  const std::vector<std::string> paths{folder.path() + "/1", folder.path() + "/2"};
  small_tally().write(paths[0]);
  std::string bytes = read_file(paths[0]);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  write_file(paths[1], bytes);
  CHECK_THROWS_AS(Tally::merge_files(paths, folder.path() + "/merged"), TallyError);
  HashKey key{};
  key[1] = 1;
  Tally({.key = key, .sample = 3}).write(paths[1]);
  CHECK_THROWS_AS(Tally::merge_files(paths, folder.path() + "/merged"), TallyError);
  CHECK_THROWS_AS(Tally::merge_files({}, folder.path() + "/merged"), TallyError);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("When the disk takes no more, the earlier file is whole and nothing else is left") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/t.tally";
  small_tally().write(path);
  const std::string earlier = read_file(path);
  Tally large(TallySettings{});
  for (int number = 0; number < 5000; ++number) add(large, made({.id = std::to_string(number)}));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit small{10000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  TallyFault fault{};
  try {
    large.write(path, 2);
  } catch (const TallyError& error) {
    fault = error.fault();
  }
  setrlimit(RLIMIT_FSIZE, &limit);
  CHECK(fault == TallyFault::storage);
  CHECK(read_file(path) == earlier);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  CHECK_THROWS_AS(large.write(folder.path() + "/no/such"), TallyError);
}

TEST_CASE("A tally that was read has no key for new recipients") {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/t.tally";
  small_tally().write(path);
  Tally tally = Tally::open(path);
  CHECK_THROWS_AS(tally.set_recipient("R9"), TallyError);
  Tally more({.sample = 3, .recipient = "R9"});
  more.merge(std::move(tally));
  CHECK(more.counts().recipients == 1);
  add(more, made({.id = "0"}));
  CHECK(more.counts().recipients == 2);
}
