// Rules that have proved themselves once are not tried again from the cache; all others are.
#include "scan/proven_rules.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "scan/examples.h"
#include "scan/stream.h"
#include "support/temporary_folder.h"

using namespace pidun;

namespace {

constexpr const char* kStaff =
    "[[rule]]\nid = \"staff\"\nkind = \"staff_student_number\"\nshape = \"regex\"\npattern = '工号[一-龥]{2}[0-9]{4}'\n"
    "[[rule.match]]\ntext = '工号张三0042。'\nfind = '工号张三0042'\n";
constexpr const char* kWrong =
    "[[rule]]\nid = \"staff\"\nkind = \"staff_student_number\"\nshape = \"regex\"\npattern = '工号[0-9]{4}'\n"
    "[[rule.match]]\ntext = '工号张三0042'\nfind = '工号张三0042'\n";

struct Opening {
  support::TemporaryFolder folder;
  EngineOptions options_of(const char* rules) const {
    EngineOptions options;
    options.cache_folder = folder.path() + "/cache";
    options.rules.sources = {{"rules.toml", rules}};
    return options;
  }
  bool known(const EngineOptions& options) const { return ProvenRules(options).known(); }
  std::unique_ptr<Engine> open(const EngineOptions& options, std::string& told) const {
    RuleErrors errors;
    auto engine = load_engine(options, errors);
    told = errors.empty() ? "" : errors[0].message;
    return engine;
  }
};

size_t found(const Engine& engine, std::string_view text) {
  const auto runner = Runner::create(engine);
  Findings findings;
  scan_whole(engine, *runner, text, {}, {}, findings);
  return findings.items.size();
}

}  // namespace

TEST_CASE("rules are proven by an opening that held, for the same rules and options alone", "[rules]") {
  const Opening opening;
  const EngineOptions options = opening.options_of(kStaff);
  std::string told;
  CHECK_FALSE(opening.known(options));
  REQUIRE(opening.open(options, told));
  CHECK(opening.known(options));
  CHECK_FALSE(opening.known(opening.options_of(kWrong)));
  EngineOptions other = options;
  other.profile = Profile::strict;
  CHECK_FALSE(opening.known(other));
  other = options;
  other.rules.builtins = false;
  CHECK_FALSE(opening.known(other));
  other = options;
  other.words = WordBackend::portable;
  CHECK_FALSE(opening.known(other));
  other = options;
  other.rules.sources.push_back(other.rules.sources[0]);
  CHECK_FALSE(opening.known(other));
  other = options;
  other.cache_folder.clear();
  CHECK_FALSE(opening.known(other));
}

TEST_CASE("rules whose examples fail are never proven, and are told at every opening", "[rules]") {
  const Opening opening;
  const EngineOptions options = opening.options_of(kWrong);
  for (int round = 0; round < 2; ++round) {
    std::string told;
    CHECK_FALSE(opening.open(options, told));
    CHECK(told == "example is not found at bytes 0 to 16");
    CHECK_FALSE(opening.known(options));
  }
}

TEST_CASE("examples of proven rules are not run again, unless the cache may have been written by others", "[rules]") {
  const Opening opening;
  const EngineOptions options = opening.options_of(kWrong);
  ProvenRules(options).note();  // untrue, so that it shows
  std::string told;
  CHECK(opening.open(options, told));
  ::chmod(options.cache_folder.c_str(), 0777);
  CHECK_FALSE(opening.open(options, told));
}

TEST_CASE("an engine of proven rules finds what one that proved them finds, in threads too", "[rules]") {
  const Opening opening;
  const std::string text = "工号张三0042，工号李四0043";
  for (const WordBackend backend : {WordBackend::automatic, WordBackend::portable}) {
    EngineOptions options = opening.options_of(kStaff);
    options.words = backend;
    std::string told;
    const auto first = opening.open(options, told), again = opening.open(options, told);
    REQUIRE((first && again));
    CHECK(found(*first, text) == 2);
    std::vector<size_t> counts(4);
    std::vector<std::thread> threads;
    for (size_t& count : counts) threads.emplace_back([&] { count = found(*again, text); });
    for (std::thread& thread : threads) thread.join();
    CHECK(counts == std::vector<size_t>(4, 2));
  }
}
