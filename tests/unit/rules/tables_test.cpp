// The tables under patterns/ can be made again from their sources, and turn into the same header every time.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pidun_tables.h"

namespace pidun {
namespace {

namespace fs = std::filesystem;

fs::path source_folder() { return fs::path(PIDUN_SOURCE_FOLDER); }

fs::path data_folder() {
  const char* chosen = std::getenv("PIDUN_DATA");
  return chosen != nullptr ? fs::path(chosen) : source_folder() / "../shared/data";
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int run_python(const std::string& arguments) { return std::system(("python3 -B " + arguments).c_str()); }

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

}  // namespace

TEST_CASE("makers give the tables again, byte for byte") {
  if (!fs::exists(data_folder() / "facts_gb2260")) {
    WARN("skipped: the public data is not there; set PIDUN_DATA");
    return;
  }
  const fs::path maker = source_folder() / "patterns/tables/make/all.py";
  CHECK(run_python(quoted(maker) + " " + quoted(data_folder()) + " --check") == 0);
}

TEST_CASE("the generator gives the same bytes twice") {
  const fs::path folder = fs::temp_directory_path() / ("pidun_tables_test_" + std::to_string(getpid()));
  const fs::path generator = source_folder() / "cmake/generate_tables.py";
  const fs::path patterns = source_folder() / "patterns";
  for (const char* name : {"a", "b"}) {
    REQUIRE(run_python(quoted(generator) + " " + quoted(patterns) + " " + quoted(folder / name)) == 0);
  }
  for (const char* name : {"pidun_tables.h", "pidun_labels.h", "pidun_packs.h", "pidun_words.h"})
    CHECK(read_file(folder / "a" / name) == read_file(folder / "b" / name));
  CHECK(read_file(folder / "a/pidun_tables.h").find("kTablesHash") != std::string::npos);
  CHECK(read_file(folder / "a/pidun_packs.h").find("mobile_number") != std::string::npos);
  fs::remove_all(folder);
}

TEST_CASE("tables are sorted and prefixes know the shorter ones they contain") {
  CHECK(tables::kTablesHash != 0);
  for (size_t i = 1; i < tables::bins.size(); ++i) {
    const tables::Bin& bin = tables::bins[i];
    CHECK(tables::bins[i - 1].low <= bin.low);
    CHECK(bin.parent <= i);
    if (bin.parent != 0) CHECK(tables::bins[bin.parent - 1u].prefix_digits < bin.prefix_digits);
  }
  for (size_t i = 1; i < tables::nations.size(); ++i) {
    CHECK(tables::nations[i - 1].numeric < tables::nations[i].numeric);
  }
}

}  // namespace pidun
