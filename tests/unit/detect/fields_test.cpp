// Fields and phrases from outside: under labels of every carrier, in running text, and where the word stands alone.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {
namespace {

const std::string kHealth = "health_information", kProperty = "property_status", kBirth = "birth_date",
                  kEducation = "education_employment", kReligion = "religion", kHousehold = "household_registration";

std::vector<std::string> values_of(const std::string& text, const std::string& kind, uint32_t format) {
  std::vector<std::string> values;
  for (const auto& found : testing::scan_text(text, {.format = format}))
    if (found.kind == kind) values.push_back(found.value);
  return values;
}

}  // namespace

TEST_CASE("fields: a value under its label is found in every carrier") {
  testing::check_found(
      {
          {"behind a colon", "诊断：2型糖尿病", kHealth, "2型糖尿病", testing::kNoCheck, 70, 70},
          {"behind a sign in a log", "user=1 diag_name=高血压 cost=3", kHealth, "高血压"},
          {"a date behind its label alone", "分娩日期 2022年3月4日，母女平安", kHealth, "2022年3月4日"},
          {"a date in hanzi", "出生日期十二月二十五日", kBirth, "十二月二十五日"},
          {"a JSON value", "{\"diag_name\":\"高血压\"}", kHealth, "高血压"},
          {"an amount with its unit", "月薪2万元", kProperty, "2万元"},
          {"a text that goes on behind blanks", "diag_name: type 2 diabetes, chronic", kHealth, "type 2 diabetes"},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("fields: the cells of a table") {
  const std::string table = "编号,分娩方式,诊断\n1,顺产,妊娠糖尿病\n2,剖宫产,未知\n3,-,高血压\n";
  CHECK(values_of(table, kHealth, PIDUN_FORMAT_CSV) ==
        std::vector<std::string>{"顺产", "妊娠糖尿病", "剖宫产", "高血压"});
}

TEST_CASE("fields: labels whose hanzi blanks part, as forms set them") {
  testing::check_found(
      {
          {"blanks", "姓    名：李娜", "person_name", "李娜"},
          {"wide blanks, in the name too", "患者 姓　名：李　娜", "person_name", "李　娜"},
          {"three hanzi", "联 系 人：李娜    电  话：", "person_name", "李娜"},
          {"of text", "诊    断：2型糖尿病", kHealth, "2型糖尿病"},
          {"of a form", "住　院　号：ZY20260301", "medical_record_number", "ZY20260301"},
          {"a date", "出 生：1990 年 3 月 7 日", kBirth, "1990 年 3 月 7 日"},
      },
      {.format = PIDUN_FORMAT_AUTO});
  CHECK(values_of("姓　名\t诊　断\n李娜\t高血压\n王伟\t糖尿病\n", kHealth, PIDUN_FORMAT_TSV) ==
        std::vector<std::string>{"高血压", "糖尿病"});
  testing::check_nothing({{"other words", "第 一 名：李娜的作品"}, {"no word", "某 某：李娜在路上"}},
                         {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("fields: a name of a user that is a person's name is that") {
  const auto names = [](const std::string& value) {
    return values_of("{\"userName\":\"" + value + "\"}", "person_name", PIDUN_FORMAT_JSON);
  };
  for (const char* name : {"李娜", "王小明", "张三", "赵敏"}) CHECK(names(name) == std::vector<std::string>{name});
  for (const char* word : {"高兴", "管理员", "黄山", "白云", "测试", "康师傅", "user01"}) CHECK(names(word).empty());
  CHECK(values_of("用户名,手机\n李娜,13958270461\n管理员,13958270462\n", "person_name", PIDUN_FORMAT_CSV) ==
        std::vector<std::string>{"李娜"});
}

TEST_CASE("fields: an amount to the cent is somebody's, also where he is spoken to") {
  CHECK(values_of("您尾号3623的储蓄卡支出500.00元，余额12345.67元。", kProperty, PIDUN_FORMAT_LINES) ==
        std::vector<std::string>{"12345.67元"});
  CHECK(values_of("您的账户余额不得低于50000元。", kProperty, PIDUN_FORMAT_LINES).empty());
}

TEST_CASE("fields: a date of birth before its word, and a position in brackets behind its own") {
  testing::check_found(
      {
          {"born, as courts write it", "被告人男，1990年3月7日出生，汉族", kBirth, "1990年3月7日"},
          {"in short", "原告女，1985年11月24日生，汉族", kBirth, "1985年11月24日"},
          {"in digits", "1990-03-07出生", kBirth, "1990-03-07"},
          {"brackets", "坐标(116.3975,39.9087)", "location_trajectory", "116.3975,39.9087"},
          {"wide brackets behind a sign", "坐标：（116.3975，39.9087）", "location_trajectory", "116.3975，39.9087"},
      },
      {.format = PIDUN_FORMAT_AUTO});
  testing::check_nothing({{"another date", "会议于2026年3月7日，出生人口"},
                          {"no date", "第90号生，3日生效"},
                          {"no position", "坐标(见附图)"}},
                         {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("phrases: what stands behind the words that tell of it") {
  testing::check_found(
      {
          {"an illness", "去年确诊糖尿病", kHealth, "糖尿病"},
          {"a religion", "她是穆斯林", kReligion, "穆斯林"},
          {"the nation", "他是藏族", kHousehold, "藏族"},
          {"an employer", "工作单位：中国电信", kEducation, "中国电信"},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("fields: the word alone is no finding, nor is a rule about it") {
  testing::check_nothing(
      {
          {"a policy", "我们会收集您的健康信息"},
          {"a statute", "患有精神分裂症的，依法不得申请机动车驾驶证。"},
          {"a list of what is collected", "我们收集以下信息：诊断：病名、用药记录、检验结果"},
          {"no value", "诊断：未知"},
          {"a template", "诊断：请填写"},
          {"what a form asks for", "工作单位：必填"},
          {"a repeated header", "{\"a\":\"诊断\"}"},
          {"an empty value", "{\"诊断\":\"\"}"},
          {"null", "{\"diag_name\":null}"},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("fields: a header that comes again is no value") {
  CHECK(values_of("诊断,备注\n高血压,a\n诊断,备注\n糖尿病,b\n", kHealth, PIDUN_FORMAT_CSV) ==
        std::vector<std::string>{"高血压", "糖尿病"});
}

TEST_CASE("fields: a value too long is reported by its beginning, in whole characters") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "头痛";
  const auto found = values_of("{\"主诉\":\"" + text + "\"}", kHealth, PIDUN_FORMAT_JSON);
  REQUIRE(found.size() == 1);
  CHECK(found[0].size() == 300);
  CHECK(found[0] == text.substr(0, 300));
}

TEST_CASE("fields: numbers and links in a field stand for themselves") {
  const auto all =
      testing::scan_text("{\"住址\":\"北京市东城区建设路188号 13958270461\"}", {.format = PIDUN_FORMAT_JSON});
  REQUIRE(all.size() == 2);
  CHECK(all[0].value == "北京市东城区建设路188号");
  CHECK(all[1].value == "13958270461");
}

}  // namespace pidun
