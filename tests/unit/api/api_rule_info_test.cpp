// What an engine tells of its kinds and rules, and the options it is opened with.
#include <nlohmann/json.hpp>

#include "unit/api/rules_engine.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("rules: the kinds of an engine are the built-in ones and its own", "[rules]") {
  RulesEngine rules(kBadge);
  const Engine& engine = rules.engine();
  CHECK(engine.kind_count() == pidun_kind_count() + 1);
  const pidun_kind_info badge = engine.kind_at(engine.kind_count() - 1);
  CHECK(std::string(badge.name) == "badge_number");
  CHECK(std::string(badge.name_zh) == "门禁卡号");
  CHECK(badge.kind == 0x8001);
  CHECK(badge.tier == 500);
  CHECK(badge.sensitive == 'C');
  CHECK(badge.jrt0171 == 1);
  CHECK(badge.gbt39725 == 0);
  CHECK(engine.find_kind("badge_number") == 0x8001);
  CHECK(engine.find_kind("mobile_number") == 2);
  CHECK(engine.find_kind("nothing") == 0);
  auto info = sized<pidun_kind_info>();
  CHECK(pidun_engine_kind_get(engine.get(), 0x8000, &info) == PIDUN_E_ARGUMENT);
  CHECK(pidun_engine_kind_get(nullptr, 2, &info) == PIDUN_E_ARGUMENT);
  CHECK(pidun_engine_kind_at(engine.get(), engine.kind_count(), &info) == PIDUN_E_ARGUMENT);
  CHECK(pidun_engine_kind_count(nullptr) == 0);
  CHECK(pidun_engine_kind_find(engine.get(), nullptr) == 0);
  CHECK(pidun_kind_find("badge_number") == 0);
}

TEST_CASE("rules: an engine tells its rules, built-in ones first", "[rules]") {
  RulesEngine rules(kBadge);
  const Engine& engine = rules.engine();
  REQUIRE(engine.rule_count() >= 2);
  const size_t index = engine.rule_count() - 2;
  const pidun_rule_info badge = engine.rule(index);
  CHECK(std::string(badge.id) == "badge");
  CHECK(std::string(badge.name) == "Badge");
  CHECK(std::string(badge.name_zh) == "门禁卡");
  CHECK(std::string(badge.basis) == "house rule 7");
  CHECK(std::string(badge.validator).empty());
  CHECK(std::string(badge.source) == "(text)");
  CHECK(badge.kind == 0x8001);
  CHECK(badge.shape == PIDUN_SHAPE_REGEX);
  CHECK(badge.confidence == 60);
  CHECK(badge.flags == 0);
  CHECK(badge.line == 10);
  for (size_t i = 0; i < index; ++i) {
    const pidun_rule_info rule = engine.rule(i);
    CHECK((rule.flags & PIDUN_RULE_BUILTIN) != 0);
    CHECK(std::string(rule.source).find(".toml") != std::string::npos);
    CHECK(engine.rule_text(i).rfind("[[rule]]\nid = \"" + std::string(rule.id) + "\"", 0) == 0);
  }
  CHECK(engine.rule_text(index).rfind("[[rule]]\nid = \"badge\"", 0) == 0);
  const std::string end = "find = \"BG-123456\"";
  const std::string text = engine.rule_text(index);
  CHECK(text.substr(text.size() - end.size()) == end);
  auto info = sized<pidun_rule_info>();
  CHECK(pidun_rule_at(engine.get(), engine.rule_count(), &info) == PIDUN_E_ARGUMENT);
  CHECK(pidun_rule_at(nullptr, 0, &info) == PIDUN_E_ARGUMENT);
  size_t needed = 0;
  CHECK(pidun_rule_text(engine.get(), 0, nullptr, 0, nullptr) == PIDUN_E_ARGUMENT);
  CHECK(pidun_rule_text(engine.get(), 0, nullptr, 0, &needed) == PIDUN_E_SPACE);
  CHECK(needed > 100);
}

TEST_CASE("rules: the hash says which rules hold", "[rules]") {
  RulesEngine one(kBadge), same(kBadge), other(kBadge + "\n"), bare(kBadge, PIDUN_ENGINE_NO_BUILTIN);
  const std::string hash = one.engine().rules_hash();
  CHECK(hash == same.engine().rules_hash());
  CHECK(hash != other.engine().rules_hash());
  CHECK(hash != bare.engine().rules_hash());
  CHECK(hash != shared_engine().rules_hash());
}

TEST_CASE("rules: options that are wrong are refused", "[rules]") {
  const char* const null_path[] = {nullptr};
  pidun_engine* engine = nullptr;
  for (int wrong = 0; wrong < 5; ++wrong) {
    auto options = sized<pidun_engine_options>();
    if (wrong == 0) options.flags = 2;
    if (wrong == 1) options.rule_file_count = 1;
    if (wrong == 2) options.rule_text_length = 1;
    if (wrong == 3) options.profile = 3;
    if (wrong == 4) {
      options.rule_files = null_path;
      options.rule_file_count = 1;
    }
    CAPTURE(wrong);
    size_t needed = 0;
    CHECK(pidun_engine_open(&options, &engine, nullptr) == PIDUN_E_ARGUMENT);
    CHECK(pidun_rules_check(&options, nullptr, 0, &needed) == PIDUN_E_ARGUMENT);
  }
  auto old = sized<pidun_engine_options>();
  old.struct_size = 8;  // a caller from before there were rule files
  REQUIRE(pidun_engine_open(&old, &engine, nullptr) == PIDUN_OK);
  pidun_engine_free(engine);
  CHECK(pidun_rules_check(nullptr, nullptr, 0, nullptr) == PIDUN_E_ARGUMENT);
}

TEST_CASE("rules: the built-in rules prove themselves", "[rules]") {
  const auto account = nlohmann::json::parse(rules_check(sized<pidun_engine_options>()));
  INFO(account.at("failures").dump(1));
  CHECK(account.at("failures").empty());
  CHECK(account.at("rules") == pidun_rule_count(shared_engine().get()));
  CHECK(account.at("examples").get<size_t>() >= 10 * account.at("rules").get<size_t>());
}
