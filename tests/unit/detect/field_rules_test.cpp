// The built-in rules of fields and phrases: labels of their own, values right behind a label, tiers by profile. What
// each finds and does not find stands with the rules, in patterns/*.toml, and is run by rule_set_test.cpp.
#include "detect/field_rules.h"

#include <catch2/catch.hpp>

#include "scan/engine.h"

namespace pidun {
namespace {

const Engine& built(Profile profile) {
  const auto make = [](Profile wanted) {
    RuleErrors errors;
    EngineOptions options;
    options.words = WordBackend::portable;
    options.profile = wanted;
    return Engine::build(std::move(options), errors);
  };
  static const auto standard = make(Profile::standard), strict = make(Profile::strict);
  return profile == Profile::strict ? *strict : *standard;
}

const FieldRule& field_under(const std::string& label) {
  const Engine& engine = built(Profile::standard);
  const FieldRule* rule = engine.field_rules().named(engine.labels().classify(label));
  REQUIRE(rule != nullptr);
  return *rule;
}

uint16_t tier_of(Profile profile, const FieldRule& rule) {
  Reading reading;
  reading.kind = rule.kind;
  reading.rule = rule.rule;
  return built(profile).tier_of(reading);
}

}  // namespace

TEST_CASE("field rules: each label calls for its own sort of value") {
  CHECK(field_under("诊断").value == FieldClass::text);
  CHECK(field_under("diag_name").rule == field_under("诊断").rule);
  CHECK(field_under("分娩日期").value == FieldClass::date);
  CHECK(field_under("分娩日期").kind == field_under("诊断").kind);
  CHECK(field_under("姓名").value == FieldClass::name);
  CHECK(field_under("密码").value == FieldClass::secret);
}

TEST_CASE("field rules: what may stand right behind a label") {
  const FieldRule& household = field_under("民族");
  CHECK(household.value_right_behind("回族，男") == std::string("回族").size());
  CHECK(household.value_right_behind("团结") == 0);
  CHECK(field_under("出生日期").value_right_behind("1990年3月7日生") == std::string("1990年3月7日").size());
}

TEST_CASE("field rules: phrases that share their words are each asked") {
  const Engine& engine = built(Profile::standard);
  const Label word = engine.labels().named("他是");
  REQUIRE(is_field(word));
  size_t rules = 0;
  bool religion = false, orientation = false;
  engine.field_rules().each_behind(word, [&](const FieldRule& rule) {
    ++rules;
    religion |= rule.value_right_behind("藏族") != 0;
    orientation |= rule.value_right_behind("同性恋") != 0;
  });
  CHECK(rules >= 3);
  CHECK(religion);
  CHECK(orientation);
}

TEST_CASE("field rules: wages alone are of tier 500, and of tier 50 under the strict profile") {
  const FieldRule& income = field_under("工资");
  CHECK(tier_of(Profile::standard, income) == 500);
  CHECK(tier_of(Profile::strict, income) == 50);
  const FieldRule& balance = field_under("余额");
  CHECK(tier_of(Profile::standard, balance) == 50);
  CHECK(tier_of(Profile::strict, balance) == 50);
}

}  // namespace pidun
