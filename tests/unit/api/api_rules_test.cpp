// Users' rules through the C API: what they add, override and find; hot reload.
#include <atomic>
#include <mutex>
#include <thread>

#include "unit/api/rules_engine.h"

using namespace pidun;
using namespace pidun::testing;

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

TEST_CASE("rules: a company's number that looks like anything is found under its label alone", "[rules]") {
  RulesEngine rules(R"(
[[kind]]
number = 0x8002
name = "locker_number"

[[rule]]
id = "locker"
kind = "locker_number"
shape = "labelled"
forms = ['L[A-D]d3']
labels = ["储物柜", "locker_no"]
[[rule.match]]
text = "locker_no=LB204"
find = "LB204"
)");
  CHECK(rules.scan("储物柜：LA101，请保管") == Strings{"locker LA101"});
  CHECK(rules.scan("{\"locker_no\":\"LC330\"}\n") == Strings{"locker LC330"});
  CHECK(rules.scan("n,locker_no\n1,LD001\n2,LA002\n") == Strings{"locker LD001", "locker LA002"});
  CHECK(rules.scan("locker_no=LE204 locker_no=LA2045 LB204") == Strings{});
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
