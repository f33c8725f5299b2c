// Engines that are asked for some kinds only.
#include "unit/api/rules_engine.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

pidun_engine_options asking(const std::vector<const char*>& kinds, const std::string& rules = {}) {
  auto options = rules.empty() ? sized<pidun_engine_options>() : RulesEngine::options_of(rules, 0, PIDUN_WORDS_AUTO);
  options.kinds = kinds.data();
  options.kind_count = kinds.size();
  return options;
}

Strings found(const Engine& engine, std::string_view text) {
  Scratch scratch(engine);
  Results results;
  scratch.scan(text.data(), text.size(), default_options(), results);
  Strings list;
  for (const pidun_finding& finding : results) {
    auto kind = sized<pidun_kind_info>();
    pidun_engine_kind_get(engine.get(), finding.kind, &kind);
    list.push_back(std::string(kind.name) + " " + std::string(text.substr(finding.begin, finding.end - finding.begin)));
  }
  return list;
}

constexpr std::string_view kRow =
    "姓名：梁建，身份证号：310115197707032466，手机 13900001234，诊断：2型糖尿病，"
    "住址：上海市浦东新区云岫路12号301室，邮箱 a.b@example.com，护照 E12345678，坐标 POINT(113.935123 22.531234)";

}  // namespace

TEST_CASE("kinds: those asked for are told and no other", "[kinds]") {
  CHECK(found(Engine(asking({})), kRow).size() >= 7);
  CHECK(found(Engine(asking({"mobile_number"})), kRow) == Strings{"mobile_number 13900001234"});
  CHECK(found(Engine(asking({"person_name", "passport_permit_number"})), kRow) ==
        Strings{"person_name 梁建", "passport_permit_number E12345678"});
  CHECK(found(Engine(asking({"home_address"})), kRow) == Strings{"home_address 上海市浦东新区云岫路12号301室"});
  CHECK(found(Engine(asking({"email_address", "resident_id_number"})), kRow) ==
        Strings{"resident_id_number 310115197707032466", "email_address a.b@example.com"});
}

TEST_CASE("kinds: a number that is another kind's is told as none", "[kinds]") {
  const std::string_view text =
      "信用代码 11010100MB1234567P 统一社会信用代码 911101010000000071 卡号 6222020200112233447";
  const Strings all = found(Engine(asking({})), text);
  for (const char* const kind : {"resident_id_number", "mobile_number", "bank_card_number"}) {
    Strings of_kind;
    for (const std::string& one : all)
      if (one.starts_with(kind)) of_kind.push_back(one);
    CHECK(found(Engine(asking({kind})), text) == of_kind);
  }
}

TEST_CASE("kinds: of users' rules too, whose examples are proven among all rules", "[kinds]") {
  CHECK(found(Engine(asking({"badge_number"}, kBadge)), "BG-000001 13900001234 天狼星计划") ==
        Strings{"badge_number BG-000001", "badge_number 天狼星计划"});
  CHECK(found(Engine(asking({"mobile_number"}, kBadge)), "BG-000001 13900001234") ==
        Strings{"mobile_number 13900001234"});
  // The counter-example is a number of another kind, which claims it.
  const std::string eleven = R"(
[[rule]]
id = "eleven"
kind = "staff_student_number"
shape = "regex"
pattern = '[13][0-9]{10}'
confidence = 60
[[rule.match]]
text = "x 30000000001 x"
find = "30000000001"
[[rule.reject]]
text = "手机：13900001234"
why = "a phone"
)";
  CHECK(found(Engine(asking({"staff_student_number"}, eleven)), "x 30000000001 x") ==
        Strings{"staff_student_number 30000000001"});
}

TEST_CASE("kinds: rules of kinds not asked for say that they are disabled, and the hash tells", "[kinds]") {
  const Engine all(asking({})), one(asking({"mobile_number"}));
  CHECK(std::string(pidun_engine_rules_hash(all.get())) != pidun_engine_rules_hash(one.get()));
  size_t enabled = 0;
  for (uint32_t rule = 0; rule < pidun_rule_count(one.get()); ++rule) {
    auto info = sized<pidun_rule_info>();
    REQUIRE(pidun_rule_at(one.get(), rule, &info) == PIDUN_OK);
    if ((info.flags & PIDUN_RULE_DISABLED) != 0) continue;
    ++enabled;
    CHECK(info.kind == pidun_kind_find("mobile_number"));
  }
  CHECK(enabled > 0);
}

TEST_CASE("kinds: one that is not known, and a list that is none, are told", "[kinds]") {
  pidun_engine* engine = nullptr;
  auto error = sized<pidun_error>();
  auto options = asking({"mobile_number", "shoe_size"});
  const std::vector<const char*> kinds{"mobile_number", "shoe_size"};
  options.kinds = kinds.data();
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
  CHECK(std::string(error.message) == "there is no kind of the name shoe_size");
  options.kinds = nullptr;
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_ARGUMENT);
  const std::vector<const char*> holes{"mobile_number", nullptr};
  options.kinds = holes.data();
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_ARGUMENT);
  const std::vector<const char*> nobody{"badge_number"};
  const std::string unused = R"(
[[kind]]
number = 0x8005
name = "badge_number"
)";
  options = asking(nobody, unused);
  CHECK(pidun_engine_open(&options, &engine, &error) == PIDUN_E_RULES);
  CHECK(std::string(error.message) == "the rule set is empty: no rule is enabled");
}
