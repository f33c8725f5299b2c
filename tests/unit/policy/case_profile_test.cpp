// The profiles of the published cases hold together, and a user's file adds one or is refused with its place.
#include "policy/case_profile.h"

#include <catch2/catch.hpp>
#include <set>

#include "policy/case_score.h"
#include "rules/builtin_rules.h"
#include "unit/policy/made_flows.h"

namespace pidun {
namespace {

using namespace pidun::testing;

const std::string kHead = "id = \"own\"\nname = { zh = \"甲\", en = \"A\" }\ntitle = { zh = \"自有\", en = \"own\" }\n";
const std::string kVariant = "[[variant]]\nname = { zh = \"一\", en = \"one\" }\n";
const std::string kSign = "[[variant.sign]]\nzh = \"某项\"\nen = \"some\"\nweight = 10\ncore = true\n";

ProfileNames names() {
  std::set<std::string, std::less<>> rules;
  for (const Rule& rule : builtin_rules()) rules.insert(rule.id);
  return {[](std::string_view name) {
            const KindInfo* kind = find_kind(name);
            return kind != nullptr ? kind->kind : Kind::none;
          },
          [rules](std::string_view name) { return rules.contains(name); }};
}

std::vector<Bilingual> texts_of(const CaseProfile& profile) {
  std::vector<Bilingual> texts{profile.name,  profile.title, profile.medium,
                               profile.masks, profile.pace,  profile.recipients};
  texts.insert(texts.end(), profile.not_visible.begin(), profile.not_visible.end());
  texts.insert(texts.end(), profile.controls.begin(), profile.controls.end());
  for (const CaseVariant& variant : profile.variants) {
    texts.push_back(variant.name);
    for (const CaseSign& sign : variant.signs) texts.push_back(sign.name);
  }
  return texts;
}

}  // namespace

TEST_CASE("case profiles: there are the five, each whole in both languages") {
  const auto& profiles = CaseProfiles::builtin().all();
  REQUIRE(profiles.size() == 5);
  for (size_t i = 0; i < 5; ++i) {
    const CaseProfile& profile = profiles[i];
    CAPTURE(profile.id);
    CHECK(profile.id == "case" + std::to_string(i + 1));
    CHECK(profile.not_visible.size() >= 2);
    CHECK(profile.controls.size() >= 2);
    for (const Bilingual& text : texts_of(profile)) {
      CAPTURE(text.zh, text.en);
      CHECK_FALSE(text.zh.empty());
      CHECK_FALSE(text.en.empty());
      for (const char* word :
           {"违法", "犯罪", "泄露", "非法", "窃取", "leak", "crime", "criminal", "illegal", "stolen"}) {
        CHECK(text.zh.find(word) == std::string::npos);
        CHECK(text.en.find(word) == std::string::npos);
      }
    }
  }
}

TEST_CASE("case profiles: weights come to a hundred, and every field is told by a rule that exists") {
  const ProfileNames known = names();
  for (const CaseProfile& profile : CaseProfiles::builtin().all())
    for (const CaseVariant& variant : profile.variants) {
      uint32_t weights = 0;
      CAPTURE(profile.id, variant.name.en);
      for (const CaseSign& sign : variant.signs) {
        weights += sign.weight;
        for (const std::string& field : sign.fields) {
          CAPTURE(field);
          CHECK(known.rule(field));
        }
      }
      CHECK(weights == 100);
    }
}

TEST_CASE("case profiles: a user's file adds one, and one with a known id takes its place") {
  CaseProfiles profiles = CaseProfiles::builtin();
  FileFaults faults;
  REQUIRE(profiles.load(kHead + kVariant + kSign + "kinds = [\"religion\"]\n", names(), faults));
  REQUIRE(profiles.all().size() == 6);
  FlowSigns signs;
  add_rows(signs, 5, Format::json, {{Kind::religion, "religion"}});
  CHECK(score_cases(signs, profiles)[0].profile->id == "own");
  CHECK(score_cases(signs, profiles)[0].score == 100);
  REQUIRE(profiles.load(kHead + kVariant + kSign + "formats = [\"chat\"]\n", names(), faults));
  CHECK(profiles.all().size() == 6);
  CHECK(score_cases(signs, profiles)[0].score < 100);
}

TEST_CASE("case profiles: a faulty file is refused with its place and changes nothing") {
  struct Case {
    std::string text;
    uint32_t line;
    const char* says;
  };
  const std::string good = kHead + kVariant + kSign;
  const Case kCases[] = {
      {"id = ", 1, "not valid TOML"},
      {"id = \"own\"\n", 1, "name is missing"},
      {"id = \"A b\"\n" + kHead.substr(kHead.find('\n') + 1) + kVariant + kSign + "kinds = [\"religion\"]\n", 1,
       "id is to be of a-z, 0-9 and _, at most 55 long"},
      {kHead + "colour = 5\n" + kVariant + kSign + "kinds = [\"religion\"]\n", 4, "unknown key colour"},
      {kHead + "pace = \"slow\"\n" + kVariant + kSign + "kinds = [\"religion\"]\n", 4,
       "pace is to be { zh = …, en = … }"},
      {kHead + "pace = { zh = \"慢\" }\n" + kVariant + kSign + "kinds = [\"religion\"]\n", 4, "en is missing"},
      {kHead + "variant = []\n", 1, "a profile without a variant"},
      {kHead + kVariant + "[[variant.sign]]\nzh = \"a\"\nen = \"a\"\nweight = 1\nkinds = [\"religion\"]\n", 4,
       "a variant needs a sign with core = true"},
      {good, 6, "a sign looks at one of kinds and fields, together, masked, formats, number"},
      {good + "kinds = [\"religion\"]\nformats = [\"chat\"]\n", 6,
       "a sign looks at one of kinds and fields, together, masked, formats, number"},
      {good + "kinds = [\"faith\"]\n", 11, "unknown kind in kinds"},
      {good + "kinds = []\n", 11, "kinds is to name a kind"},
      {good + "fields = [\"faith\"]\n", 11, "unknown rule in fields"},
      {good + "formats = [\"pdf\"]\n", 11, "unknown format in formats"},
      {good + "number = \"tables\"\n", 11,
       "number is to be records, inputs, shared, recipients, pictures or positions"},
      {good + "kinds = [\"religion\"]\nshare = 0\n", 12, "share is to be 1 to 100"},
      {good + "kinds = [\"religion\"]\nleast = 2\n", 12, "least is to be 1 to 1"},
      {good + "number = \"inputs\"\nat_least = 0\n", 12, "at_least is to be 1 to 1000000000000"},
  };
  for (const auto& [text, line, says] : kCases) {
    CAPTURE(text);
    CaseProfiles profiles = CaseProfiles::builtin();
    FileFaults faults;
    CHECK_FALSE(profiles.load(text, names(), faults));
    REQUIRE_FALSE(faults.empty());
    CHECK(faults[0].message == says);
    CHECK(faults[0].place.line == line);
    CHECK(profiles.all().size() == 5);
  }
}

}  // namespace pidun
