// Sentences that rule or describe, and such as tell of someone.
#include "detect/rule_text.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

bool rules(const std::string& text, const std::string& value) {
  const size_t at = text.find(value);
  REQUIRE(at != std::string::npos);
  return is_rule_text(Window(text, 0), {at, at + value.size()});
}

}  // namespace

TEST_CASE("rule text: statutes and policies name what they rule, and nobody") {
  CHECK(rules("患有精神分裂症的，依法不得申请机动车驾驶证。", "精神分裂症"));
  CHECK(rules("为了向您提供服务，我们会收集健康信息：身高、体重。", "身高"));
  CHECK(rules("应当对艾滋病病人提供治疗。", "艾滋病"));
}

TEST_CASE("rule text: what is told of someone is none, whatever stands in the next sentence") {
  CHECK_FALSE(rules("确诊糖尿病", "糖尿病"));
  CHECK_FALSE(rules("患者李芳，2019年确诊糖尿病。用人单位应当保密。", "糖尿病"));
  CHECK_FALSE(rules("本法所称疾病，是指传染病。\n诊断：高血压", "高血压"));
}

TEST_CASE("rule text: no rule lays down an amount to the cent") {
  CHECK_FALSE(rules("您的贷款应还金额1234.56元", "1234.56元"));
  CHECK(rules("您的贷款应还金额1234元", "1234元"));
  CHECK(rules("您的版本2.345", "2.345"));
  CHECK(rules("您的第.12项", ".12"));
}

TEST_CASE("rule text: it looks no further than it says") {
  CHECK_FALSE(rules("应当" + std::string(150, 'x') + "糖尿病", "糖尿病"));
}

}  // namespace pidun
