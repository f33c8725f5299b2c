// The lines as data: what is compiled in is what the law lists, and a user's file changes what it names.
#include "policy/policy.h"

#include <fstream>
#include <sstream>

#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

Policy changed_by(const std::string& text) {
  Policy policy = Policy::builtin();
  FileFaults faults;
  const bool good = policy.load(text, faults);
  CAPTURE(faults.empty() ? "" : faults[0].message);
  REQUIRE(good);
  return policy;
}

}  // namespace

TEST_CASE("policy: the built-in one is patterns/policy.toml and has all its lines") {
  std::ifstream file(PIDUN_SOURCE_FOLDER "/patterns/policy.toml");
  std::stringstream text;
  text << file.rdbuf();
  Policy read;
  FileFaults faults;
  REQUIRE(read.load(text.str(), faults));
  const Policy& policy = Policy::builtin();
  CHECK(policy.ladder(Role::individual).line == 5'000);
  CHECK(policy.ladder(Role::individual).proceeds == 500'000);
  CHECK(policy.ladder(Role::insider).line == 2'500);
  CHECK(policy.ladder(Role::insider).proceeds == 250'000);
  CHECK(policy.ladder(Role::operator_of_systems).line == 50'000);
  CHECK_FALSE(policy.ladder(Role::operator_of_systems).tenfold);
  CHECK(policy.people().size() == 7);
  CHECK(read.people().size() == 7);
  for (const char* name : {"default", "strict", "lenient"}) REQUIRE(policy.profile(name) != nullptr);
  CHECK(policy.profile("strict")->strict_tiers);
  CHECK(policy.profile("lenient")->id_set_tier == 5000);
}

TEST_CASE("policy: a file changes what it names and keeps the rest") {
  const Policy policy = changed_by(
      "[ladder.operator]\nline = 100000\n[profile.house]\nnotice_percent = 1\nimage_bulk = 3\n"
      "[[people]]\nid = \"incident.larger\"\npersons = 500\n[[people]]\nid = \"house\"\npersons = 7\nzh = \"内部\"\nen "
      "= "
      "\"in house\"\n");
  CHECK(policy.ladder(Role::operator_of_systems).line == 100'000);
  CHECK(policy.ladder(Role::individual).line == 5'000);
  CHECK(policy.profile("default")->notice_percent == 10);
  CHECK(policy.profile("house")->notice_percent == 1);
  CHECK(policy.profile("house")->near_percent == 50);

  PolicyOptions options;
  options.profile = "house";
  Counts counts = counted(0, 0, 50);
  counts.images.camera = 3;
  const Verdict verdict = verdict_of(counts, options, policy);
  CHECK(verdict.level == Level::notice);
  CHECK(verdict.level_text.zh == "达到所列数量的1%");
  CHECK(ids(verdict.people_reached) == "house");
  CHECK(ids(verdict.notices) == "image_bulk people");
}

TEST_CASE("policy: a faulty file is refused with its place and changes nothing") {
  struct Case {
    const char* text;
    uint32_t line;
    const char* says;
  };
  const Case kCases[] = {
      {"", 1, "a policy without a ladder, profile or number of people"},
      {"[ladder.individual\n", 1, "not valid TOML"},
      {"[ladder.driver]\nline = 5\n", 1, "a ladder is of the role individual, insider or operator"},
      {"[ladder.individual]\nline = 0\n", 2, "line is to be 1 to 1000000000000"},
      {"[ladder.individual]\nline = 5000.0\n", 2, "line is to be a whole number"},
      {"[ladder.individual]\n\nproceeds = -1\n", 3, "proceeds is to be 0 to 1000000000000"},
      {"[ladder.individual]\nlines = 5\n", 2, "unknown key lines"},
      {"[ladder.individual]\nline = \"5000\"\n", 2, "line is to be a whole number"},
      {"ladder = 5\n", 1, "ladder is to be tables with a name each"},
      {"[profile.\"A b\"]\nimage_bulk = 5\n", 1, "a profile's name is of a-z, 0-9, _ and ."},
      {"[profile.default]\nnotice_percent = 60\n", 1, "notice_percent is to be at most near_percent"},
      {"[profile.default]\nnotice_percent = 0\n", 2, "notice_percent is to be 1 to 100"},
      {"[profile.default]\nid_set_tier = 700\n", 2, "id_set_tier is to be 500 or 5000"},
      {"[[people]]\nid = \"new\"\npersons = 5\nen = \"x\"\n", 1, "zh is missing"},
      {"[[people]]\nid = \"incident.larger\"\npersons = 5\nof = \"some\"\n", 4, "of is to be all, plain or sensitive"},
      {"[[people]]\npersons = 5\n", 1, "id is missing"},
      {"[levels]\nnear = 5\n", 1, "unknown key levels"},
  };
  for (const auto& [text, line, says] : kCases) {
    CAPTURE(text);
    Policy policy = Policy::builtin();
    FileFaults faults;
    CHECK_FALSE(policy.load(text, faults));
    REQUIRE_FALSE(faults.empty());
    CHECK(faults[0].message == says);
    CHECK(faults[0].place.line == line);
    CHECK(policy.ladder(Role::individual).line == 5'000);
  }
}

TEST_CASE("policy: lines of people turn at their number and leave the level alone") {
  Counts counts;
  PolicyOptions abroad;
  abroad.abroad = true;
  const auto reached = [&counts](const PolicyOptions& options) {
    return ids(verdict_of(counts, options).people_reached);
  };
  counts.persons = 999'999;
  CHECK(reached({}).empty());
  counts.persons = 1'000'000;
  CHECK(reached({}) == "incident.larger");
  counts.persons = 10'000'000;
  CHECK(reached({}) == "incident.larger incident.major");
  counts.persons = 100'000'000;
  CHECK(reached({}) == "incident.larger incident.major incident.severe");
  CHECK(verdict_of(counts).level == Level::below);

  counts.persons = 99'999;
  CHECK(reached(abroad).empty());
  counts.persons = 100'000;
  CHECK(reached(abroad) == "crossborder.contract");
  counts.sensitive_persons = 1;  // one sensitive person matters, and is none of the others
  CHECK(reached(abroad) == "crossborder.sensitive");
  counts.sensitive_persons = 10'000;
  CHECK(reached(abroad) == "crossborder.sensitive crossborder.sensitive_assessment");
  counts.persons = 1'010'000;
  CHECK(reached(abroad) ==
        "incident.larger crossborder.contract crossborder.assessment crossborder.sensitive "
        "crossborder.sensitive_assessment");
}

}  // namespace pidun
