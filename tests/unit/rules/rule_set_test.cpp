// The set of rules of an engine: the built-in ones from the tables, users' ones from files, and what overrides change.
// Faults of files have their own table, tests/rules/bad.
#include "rules/rule_set.h"

#include <catch2/catch.hpp>
#include <set>

#include "detect/checks/validators.h"
#include "detect/reasons.h"
#include "rules/builtin_rules.h"

namespace pidun {
namespace {

std::unique_ptr<RuleSet> loaded(std::initializer_list<const char*> texts, RuleErrors& errors, bool builtins = true) {
  RuleOptions options;
  options.builtins = builtins;
  options.validators = validator_names();
  for (const char* text : texts) options.sources.push_back({"file" + std::to_string(options.sources.size()), text});
  return RuleSet::load(std::move(options), errors);
}

constexpr const char* kKind = "[[kind]]\nnumber = 0x8000\nname = 'badge'\n";
constexpr const char* kRule =
    "[[rule]]\nid = 'one'\nkind = 'badge'\nshape = 'literal'\npattern = 'x'\nlabels = ['牌']\n"
    "[[rule.match]]\ntext = 'x'\nfind = 'x'\n";

}  // namespace

TEST_CASE("the built-in rules are those of the packs, without a file being read") {
  RuleErrors errors;
  const auto set = loaded({}, errors);
  REQUIRE(set != nullptr);
  CHECK(errors.empty());
  CHECK(set->rules().size() == set->builtin_count());
  CHECK(set->kinds().size() == all_kinds().size());
  CHECK_FALSE(set->any_disabled());
  std::set<std::string> ids;
  for (const Rule& rule : set->rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(set->find_kind(rule.kind) != nullptr);
    CHECK(set->find_rule(rule.id) == &rule);
    CHECK(rule.matches.empty());
    CHECK_FALSE(rule.name.empty());
    CHECK_FALSE(rule.name_zh.empty());
    CHECK_FALSE(rule.basis.empty());
    CHECK((rule.validator.empty() || find_validator(rule.validator) != nullptr));
    bool told = rule.told_by.empty();
    for (const ReasonInfo& reason : kReasons) told = told || reason.id == rule.told_by;
    CHECK(told);
  }
}

TEST_CASE("the packs read at run time say what the tables say, and hold the examples") {
  RuleErrors errors;
  const auto set = loaded({}, errors);
  set->read_builtin_examples();
  size_t rules = 0;
  for (uint32_t pack = 0; pack < builtin_pack_count(); ++pack) {
    FileFaults faults;
    const RuleFile file = read_rule_file(builtin_pack(pack).text, FileOrigin::builtin, faults);
    INFO(builtin_pack(pack).name);
    CHECK(faults.empty());
    rules += file.rules.size();
    for (const RuleEntry& entry : file.rules) {
      const Rule* rule = set->find_rule(entry.rule.id);
      REQUIRE(rule != nullptr);
      CHECK(rule->place.line == entry.rule.place.line);
      CHECK(rule->labels == entry.rule.labels);
      CHECK(rule->basis == entry.rule.basis);
      CHECK(rule->value == entry.rule.value);
      CHECK(rule->terms == entry.rule.terms);
      CHECK(rule->standing_alone == entry.rule.standing_alone);
      CHECK(rule->tier == entry.rule.tier);
      CHECK(rule->strict_tier == entry.rule.strict_tier);
      CHECK(rule->shape == entry.rule.shape);
      CHECK(rule->detector == entry.rule.detector);
      CHECK(rule->forms == entry.rule.forms);
      CHECK(set->find_kind(rule->kind)->name == entry.kind_name);
      CHECK(rule->matches.size() >= 5);
      CHECK(rule->rejects.size() >= 5);
    }
  }
  CHECK(rules == set->rules().size());
}

TEST_CASE("files add kinds and rules, one file for another") {
  RuleErrors errors;
  const auto set = loaded({kKind, kRule}, errors);
  REQUIRE(set != nullptr);
  const KindInfo* kind = set->find_kind(static_cast<Kind>(0x8000));
  REQUIRE(kind != nullptr);
  CHECK(kind->name == "badge");
  CHECK(kind->name_zh == "badge");
  CHECK(kind->tier == 0);
  CHECK(kind->sensitive == 'N');
  CHECK(set->find_kind("badge") == kind);
  const Rule* rule = set->find_rule("one");
  REQUIRE(rule != nullptr);
  CHECK(rule->kind == kind->kind);
  CHECK(rule->name == "one");
  CHECK(rule->confidence == 60);
  CHECK(set->source_name(*rule) == "file1");
  CHECK(set->text_of(*rule) == std::string_view(kRule).substr(0, std::string_view(kRule).size() - 1));
  REQUIRE(set->added_labels().size() == 1);
  CHECK(set->added_labels()[0].first == "牌");
  errors.clear();
  CHECK(loaded({kRule, kKind}, errors) == nullptr);  // a rule knows only what stands before it
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].file == "file0");
  CHECK(errors[0].message == "unknown kind");
}

TEST_CASE("custom kinds are found by number and name, whatever their order") {
  RuleErrors errors;
  const auto set = loaded({"[[kind]]\nnumber = 0xffff\nname = 'last'\n[[kind]]\nnumber = 0x8000\nname = 'first'\n"
                           "[[kind]]\nnumber = 0x9000\nname = 'middle'\n"},
                          errors);
  REQUIRE(set != nullptr);
  CHECK(set->find_kind(static_cast<Kind>(0x8000))->name == "first");
  CHECK(set->find_kind(static_cast<Kind>(0x9000))->name == "middle");
  CHECK(set->find_kind(static_cast<Kind>(0xffff))->name == "last");
  CHECK(set->find_kind(static_cast<Kind>(0x8001)) == nullptr);
  CHECK(set->find_kind(Kind::none) == nullptr);
  for (size_t i = 1; i < set->kinds().size(); ++i) CHECK(set->kinds()[i - 1].kind < set->kinds()[i].kind);
}

TEST_CASE("overrides change what they name and nothing else") {
  RuleErrors errors;
  const auto set = loaded({"[[kind]]\noverride = true\nname = 'mobile_number'\ntier = 50\nsensitive = 'Y'\n"
                           "[[rule]]\noverride = true\nid = 'mobile_number'\nlabels = ['小灵通']\ndisabled = true\n"},
                          errors);
  REQUIRE(set != nullptr);
  CHECK(set->find_kind(Kind::mobile_number)->tier == 50);
  CHECK(set->find_kind(Kind::mobile_number)->sensitive == 'Y');
  CHECK(set->find_kind(Kind::mobile_number)->gbt39725 == find_kind(Kind::mobile_number)->gbt39725);
  CHECK(find_kind(Kind::mobile_number)->tier == 5000);
  const Rule* rule = set->find_rule("mobile_number");
  CHECK(rule->disabled);
  CHECK(rule->labels.back() == "小灵通");
  CHECK(rule->labels.size() > 5);
  CHECK(set->any_disabled());
  CHECK(set->rules().size() == set->builtin_count());
}

TEST_CASE("without built-in rules they are there but disabled, and kinds stay") {
  RuleErrors errors;
  const auto set = loaded({kKind, kRule}, errors, false);
  REQUIRE(set != nullptr);
  for (const Rule& rule : set->rules()) CHECK(rule.disabled == rule.builtin);
  CHECK(set->find_kind(Kind::mobile_number) != nullptr);
  CHECK(loaded({}, errors, false) == nullptr);
}

TEST_CASE("more rules than the limit are refused") {
  std::string text;
  for (size_t i = 0; i <= kMostRules; ++i)
    text += "[[rule]]\nid='r" + std::to_string(i) +
            "'\nkind='mobile_number'\nshape='literal'\npattern='x'\n[[rule.match]]\ntext='x'\nfind='x'\n";
  RuleErrors errors;
  CHECK(loaded({text.c_str()}, errors) == nullptr);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message == "more than 16384 rules");
  CHECK(errors[0].rule == "r16384");
}

TEST_CASE("the text of a rule ends before the next table and its comment") {
  const std::string text =
      std::string(kKind) + "# about one\n" + kRule + "\n# about two\n# more\n[[kind]]\nnumber = 0x8001\nname = 'two'\n";
  RuleErrors errors;
  const auto set = loaded({text.c_str()}, errors);
  REQUIRE(set != nullptr);
  CHECK(set->text_of(*set->find_rule("one")) == std::string_view(kRule).substr(0, std::string_view(kRule).size() - 1));
}

}  // namespace pidun
