// Users' rules through the C API: what they add, override and find; kinds and rules of an engine; hot reload.
#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

const std::string kBadge = R"(
[[kind]]
number = 0x8001
name = "badge_number"
zh = "门禁卡号"
tier = 500
sensitive = "C"
jrt0171 = 1

[[rule]]
id = "badge"
kind = "badge_number"
en = "Badge"
zh = "门禁卡"
shape = "regex"
pattern = 'BG-[0-9]{6}'
labels = ["门禁卡"]
basis = "house rule 7"
[[rule.match]]
text = "BG-123456"
find = "BG-123456"

[[rule]]
id = "project"
kind = "badge_number"
shape = "literal"
pattern = "天狼星计划"
[[rule.match]]
text = "参加天狼星计划的人"
find = "天狼星计划"
)";

class RulesEngine {
 public:
  explicit RulesEngine(const std::string& text, uint32_t flags = 0, uint32_t words = PIDUN_WORDS_AUTO)
      : engine_(options_of(text, flags, words)), scratch_(engine_) {}
  const Engine& engine() const { return engine_; }
  std::vector<std::string> scan(std::string_view text, const char* label = nullptr) {
    auto options = default_options();
    options.label = label;
    scratch_.scan(text.data(), text.size(), options, results_);
    std::vector<std::string> found;
    for (const pidun_finding& finding : results_)
      found.push_back(std::string(engine_.rule_id(finding.rule)) + " " +
                      std::string(text.substr(finding.begin, finding.end - finding.begin)));
    return found;
  }
  const Results& results() const { return results_; }

 private:
  static pidun_engine_options options_of(const std::string& text, uint32_t flags, uint32_t words) {
    auto options = sized<pidun_engine_options>();
    options.rule_text = text.data();
    options.rule_text_length = text.size();
    options.flags = flags;
    options.words = words;
    return options;
  }
  Engine engine_;
  Scratch scratch_;
  Results results_;
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("rules: literals and regexes of a user are found beside the built-in kinds", "[rules]") {
  for (const uint32_t words : {PIDUN_WORDS_AUTO, PIDUN_WORDS_PORTABLE}) {
    RulesEngine rules(kBadge, 0, words);
    CHECK(rules.scan("张三 BG-000001，手机13912345678，天狼星计划。") ==
          Strings{"badge BG-000001", "mobile_number 13912345678", "project 天狼星计划"});
    const pidun_finding& badge = rules.results()[0];
    CHECK(badge.kind == 0x8001);
    CHECK(badge.tier == 500);
    CHECK(badge.confidence == 60);
    CHECK(std::string(rules.results().reason(0, 0)) == "custom_rule");
    CHECK(std::string(rules.results().evidence(0)) == "B********");
    CHECK(std::string(rules.results().evidence(2)) == "天****");
    rules.scan("BG-000001", "门禁卡");
    CHECK(rules.results()[0].confidence == 95);
    CHECK((rules.results()[0].flags & PIDUN_FINDING_LABELLED) != 0);
    CHECK(rules.scan("BG-000001", "订单号") == Strings{});
  }
}

TEST_CASE("rules: the same bytes are claimed once, by the more certain", "[rules]") {
  const std::string text = R"(
[[rule]]
id = "eleven"
kind = "staff_student_number"
shape = "regex"
pattern = '1[0-9]{10}'
confidence = 60
labels = ["工号"]
[[rule.match]]
text = "工号 13912345678"
find = "13912345678"
)";
  RulesEngine rules(text);
  CHECK(rules.scan("手机 13912345678") == Strings{"mobile_number 13912345678"});
  CHECK(rules.results().also(0) == 56);
  CHECK(rules.scan("工号 13912345678") == Strings{"eleven 13912345678"});
  CHECK(rules.results().also(0) == 2);
}

TEST_CASE("rules: a validator is asked, and a failed check needs a label", "[rules]") {
  const std::string text = R"(
[[rule]]
id = "member"
kind = "real_name_account"
shape = "regex"
pattern = 'M[0-9]{16}'
validator = "luhn"
labels = ["会员号"]
[[rule.match]]
text = "M1234567812345670"
find = "M1234567812345670"
check = "fail"
)";
  const std::string good = "M" + std::string("4111111111111111");
  auto options = sized<pidun_engine_options>();
  options.rule_text = text.data();
  options.rule_text_length = text.size();
  pidun_engine* engine = nullptr;
  CHECK(pidun_engine_open(&options, &engine, nullptr) == PIDUN_E_RULES);  // M is no digit: the check always fails
  std::string digits = text;
  digits.replace(digits.find("'M[0-9]{16}'"), 12, "'[0-9]{4}/[0-9]{4}/[0-9]{4}/[0-9]{4}'");
  digits.replace(digits.find("M1234567812345670"), 17, "1234/5678/1234/5670");
  digits.replace(digits.find("M1234567812345670"), 17, "1234/5678/1234/5670");
  digits.replace(digits.find("\"fail\""), 6, "\"pass\"");
  RulesEngine rules(digits);
  CHECK(rules.scan("4111/1111/1111/1111") == Strings{"member 4111/1111/1111/1111"});
  CHECK(rules.results()[0].check == PIDUN_CHECK_PASS);
  CHECK(rules.results()[0].confidence == 90);  // alone on its line
  CHECK(rules.scan("4111/1111/1111/1112") == Strings{});
  CHECK(rules.scan("会员号 4111/1111/1111/1112") == Strings{"member 4111/1111/1111/1112"});
  CHECK(rules.results()[0].check == PIDUN_CHECK_FAIL);
}

TEST_CASE("rules: overrides add labels, disable rules, and change tiers", "[rules]") {
  RulesEngine rules(R"(
[[kind]]
override = true
name = "mobile_number"
tier = 500
[[rule]]
override = true
id = "resident_id_number"
labels = ["国民身份"]
[[rule]]
override = true
id = "email_address"
disabled = true
)");
  CHECK(rules.scan("13912345678 a@example.com") == Strings{"mobile_number 13912345678"});
  CHECK(rules.results()[0].tier == 500);
  CHECK(rules.scan("国民身份 11010119900307777X") == Strings{"resident_id_number 11010119900307777X"});
  CHECK(rules.results()[0].check == PIDUN_CHECK_FAIL);
  CHECK(rules.engine().kind(2).tier == 500);
  Fixture plain;
  REQUIRE(plain.scan("13912345678 a@example.com") == PIDUN_OK);
  CHECK(plain.count() == 2);
  CHECK(plain.results[0].tier == 5000);
}

TEST_CASE("rules: without built-in rules only a file's own find anything", "[rules]") {
  RulesEngine rules(kBadge, PIDUN_ENGINE_NO_BUILTIN);
  CHECK(rules.scan("BG-000001 13912345678") == Strings{"badge BG-000001"});
  const pidun_rule_info mobile = rules.engine().rule(0);
  CHECK((mobile.flags & PIDUN_RULE_DISABLED) != 0);
}

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
    if (wrong == 3) options.reserved = 1;
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

TEST_CASE("rules: changed rules are loaded by another engine while threads scan with the old", "[rules]") {
  std::atomic<bool> done{false};
  std::atomic<int> failed{0};
  auto current = std::make_shared<const Engine>();
  std::mutex mutex;
  const auto take = [&] {
    const std::lock_guard lock(mutex);
    return current;
  };
  std::thread scanner([&] {
    while (!done) {
      const std::shared_ptr<const Engine> mine = take();
      Scratch scratch(*mine);
      Results results;
      for (int i = 0; i < 5; ++i) {
        scratch.scan(kText.data(), kText.size(), results);
        if (results.size() != kFindingsOfText || mine->rule_id(results[0].rule) == nullptr) ++failed;
      }
    }
  });
  for (int turn = 0; turn < 10; ++turn) {
    const std::string text = kBadge + "# " + std::to_string(turn);
    auto options = sized<pidun_engine_options>();
    options.rule_text = text.data();
    options.rule_text_length = text.size();
    auto fresh = std::make_shared<const Engine>(options);
    const std::lock_guard lock(mutex);
    current.swap(fresh);
  }
  done = true;
  scanner.join();
  CHECK(failed == 0);
}

TEST_CASE("rules: a scratch outlives the engine whose rules it holds", "[rules]") {
  auto options = sized<pidun_engine_options>();
  options.rule_text = kBadge.data();
  options.rule_text_length = kBadge.size();
  pidun_engine* engine = nullptr;
  REQUIRE(pidun_engine_open(&options, &engine, nullptr) == PIDUN_OK);
  pidun_scratch* scratch = nullptr;
  REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
  pidun_engine_free(engine);
  Results results;
  CHECK(pidun_scan(scratch, "BG-000001", 9, nullptr, results.get()) == PIDUN_OK);
  CHECK(results.size() == 1);
  pidun_scratch_free(scratch);
}
