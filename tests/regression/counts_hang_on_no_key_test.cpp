// Of several keys of one rank that of the smallest keyed print was taken: which records were one hung on the key.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "pidun/pidun.hpp"

namespace {

uint64_t unique_with(const pidun::Engine& engine, const std::string& text, char key_byte) {
  const std::string key(16, key_byte);
  pidun_tally_options tally_options = PIDUN_TALLY_OPTIONS_INIT;
  tally_options.key = key.data();
  tally_options.key_length = 16;
  pidun_tally* tally = nullptr;
  REQUIRE(pidun_tally_new(engine.get(), &tally_options, &tally, nullptr) == PIDUN_OK);
  pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
  options.flags = PIDUN_SCAN_RECORDS;
  options.tally = tally;
  pidun::Scratch scratch(engine);
  pidun::Results results;
  REQUIRE(pidun_scan(scratch.get(), text.data(), text.size(), &options, results.get()) == PIDUN_OK);
  REQUIRE(pidun_tally_add(tally, results.get(), "", nullptr) == PIDUN_OK);
  pidun_counts counts{};
  counts.struct_size = sizeof(counts);
  REQUIRE(pidun_tally_count(tally, 0, 1, &counts, nullptr) == PIDUN_OK);
  pidun_tally_free(tally);
  return counts.unique;
}

}  // namespace

TEST_CASE("how many records are unique is the same with every key, also where a record has two keys of one rank") {
  const pidun::Engine engine;
  std::string text;
  for (int i = 0; i < 40; ++i) {
    const auto mobile = [](int n) { return "139582704" + std::to_string(10 + n); };
    text += "联系 " + mobile(i) + " 或 " + mobile(40 - i) + "\n联系 " + mobile(i) + "\n";
  }
  std::set<uint64_t> counts;
  for (const char key : {'a', 'b', 'c', 'd', 'e', 'f'}) counts.insert(unique_with(engine, text, key));
  CHECK(counts.size() == 1);
}
