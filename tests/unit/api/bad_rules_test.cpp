// Bad rule files: each file of tests/rules/bad is refused with the place, rule and message of expected.tsv.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string file, rule, message;
  uint32_t line = 0, column = 0;
};

fs::path bad_folder() { return fs::path(PIDUN_SOURCE_FOLDER) / "tests/rules/bad"; }

std::vector<Expected> expectations() {
  std::ifstream in(bad_folder() / "expected.tsv");
  std::vector<Expected> all;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#' || line.rfind("file\t", 0) == 0) continue;
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    REQUIRE(cells.size() == 5);
    all.push_back({cells[0], cells[3], cells[4], static_cast<uint32_t>(std::stoul(cells[1])),
                   static_cast<uint32_t>(std::stoul(cells[2]))});
  }
  return all;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

uint64_t offset_of(const std::string& path, const Expected& expected) {
  std::ifstream in(path, std::ios::binary);
  uint64_t offset = 0;
  std::string line;
  for (uint32_t i = 1; i < expected.line && std::getline(in, line); ++i) offset += line.size() + 1;
  return offset + expected.column - 1;  // up to its places, the files are ASCII in these lines
}

pidun_engine_options with_file(const char* const& path) {
  auto options = sized<pidun_engine_options>();
  options.rule_files = &path;
  options.rule_file_count = 1;
  return options;
}

}  // namespace

TEST_CASE("bad rules: every file of the folder stands in the table, and the other way round", "[rules]") {
  std::vector<std::string> files, named;
  for (const auto& entry : fs::directory_iterator(bad_folder()))
    if (entry.path().extension() == ".toml") files.push_back(entry.path().filename());
  for (const Expected& expected : expectations()) named.push_back(expected.file);
  std::sort(files.begin(), files.end());
  std::sort(named.begin(), named.end());
  CHECK(files.size() > 50);
  CHECK(files == named);
}

TEST_CASE("bad rules: an engine is refused with place, rule and reason", "[rules]") {
  for (const Expected& expected : expectations()) {
    INFO(expected.file);
    const std::string path = bad_folder() / expected.file;
    const char* const file = path.c_str();
    const auto options = with_file(file);
    auto error = sized<pidun_error>();
    pidun_engine* engine = nullptr;
    REQUIRE(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
    CHECK(engine == nullptr);
    CHECK(error.status == PIDUN_E_RULES);
    CHECK(error.line == expected.line);
    if (expected.column != 0) CHECK(error.column == expected.column);
    CHECK(std::string(error.rule) == expected.rule);
    const std::string message = error.message;
    CHECK(message.find(expected.file + ':' + std::to_string(expected.line)) != std::string::npos);
    CHECK(message.find(": " + expected.message) != std::string::npos);
  }
}

TEST_CASE("bad rules: checking tells the same, with the offset in bytes", "[rules]") {
  for (const Expected& expected : expectations()) {
    INFO(expected.file);
    const std::string path = bad_folder() / expected.file;
    const char* const file = path.c_str();
    const auto account = nlohmann::json::parse(rules_check(with_file(file)));
    REQUIRE(!account.at("failures").empty());
    const auto& first = account.at("failures").at(0);
    INFO(first.dump());
    CHECK(first.at("file") == path);
    CHECK(first.at("line") == expected.line);
    CHECK(first.at("rule") == expected.rule);
    CHECK(begins_with(first.at("message").get<std::string>(), expected.message));
    if (expected.column != 0) CHECK(first.at("offset") == offset_of(path, expected));
  }
}

TEST_CASE("bad rules: all faults of a file are told at once, in the order of their places", "[rules]") {
  const std::string text =
      "[[rule]]\nid = \"a\"\nkind = \"nothing\"\nshape = \"regex\"\npattern = \"x\"\ncolour = 1\n"
      "[[rule]]\nid = \"b\"\nkind = \"mobile_number\"\nshape = \"regex\"\n";
  auto options = sized<pidun_engine_options>();
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  const auto account = nlohmann::json::parse(rules_check(options));
  std::vector<std::string> told;
  for (const auto& failure : account.at("failures"))
    told.push_back(std::to_string(failure.at("line").get<int>()) + " " + failure.at("message").get<std::string>());
  CHECK(told == std::vector<std::string>{"1 no example: a rule needs a [[rule.match]]", "3 unknown kind",
                                         "6 unknown key colour", "7 pattern is missing",
                                         "7 no example: a rule needs a [[rule.match]]"});
}

TEST_CASE("bad rules: several refused patterns and failing examples are told at once", "[rules]") {
  std::string text;
  for (const char* pattern : {"a+", "b{3}", "(", "c{3}"}) {
    const std::string id = "r" + std::to_string(text.size());
    text += "[[rule]]\nid = \"" + id + "\"\nkind = \"mobile_number\"\nshape = \"regex\"\npattern = \"" + pattern +
            "\"\n[[rule.match]]\ntext = \"bbb\"\nfind = \"bbb\"\n";
  }
  auto options = sized<pidun_engine_options>();
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  const auto account = nlohmann::json::parse(rules_check(options));
  CHECK(account.at("failures").size() == 2);
  for (const auto& failure : account.at("failures"))
    CHECK(begins_with(failure.at("message").get<std::string>(), "pattern refused: "));
}

TEST_CASE("bad rules: files that cannot be read, or are too large", "[rules]") {
  const fs::path folder = fs::temp_directory_path() / ("pidun_bad_rules_" + std::to_string(getpid()));
  fs::create_directories(folder);
  const std::string large = folder / "large.toml", missing = folder / "missing.toml", directory = folder;
  std::ofstream(large).close();
  fs::resize_file(large, 100u << 20);  // sparse
  struct {
    const std::string& path;
    const char* message;
  } const cases[] = {{large, "larger than 16 MiB"}, {missing, "cannot be opened"}, {directory, "cannot be read"}};
  for (const auto& c : cases) {
    const char* const file = c.path.c_str();
    const auto options = with_file(file);
    auto error = sized<pidun_error>();
    pidun_engine* engine = nullptr;
    CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
    INFO(error.message);
    CHECK(std::string(error.message).find(c.message) != std::string::npos);
    CHECK(error.line == 0);
  }
  fs::remove_all(folder);
}

TEST_CASE("bad rules: a text of more than 16 MiB is refused, one of just 16 MiB is read", "[rules]") {
  std::string text(size_t{16} << 20, '#');
  auto options = sized<pidun_engine_options>();
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  auto error = sized<pidun_error>();
  pidun_engine* engine = nullptr;
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
  CHECK(std::string(error.message) == "(text):1:1: no rule and no kind in it");
  text += '#';
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
  CHECK(std::string(error.message) == "(text):1:1: larger than 16 MiB");
}

TEST_CASE("bad rules: an empty rule set is an error, never nothing found", "[rules]") {
  auto options = sized<pidun_engine_options>();
  options.flags = PIDUN_ENGINE_NO_BUILTIN;
  auto error = sized<pidun_error>();
  pidun_engine* engine = nullptr;
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
  CHECK(std::string(error.message) == "the rule set is empty: no rule is enabled");
  const std::string text = "[[rule]]\noverride = true\nid = \"mobile_number\"\ndisabled = false\n";
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  REQUIRE(pidun_engine_open(&options, &engine, &error) == PIDUN_OK);
  pidun_engine_free(engine);
}
