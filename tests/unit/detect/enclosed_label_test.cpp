// Labels in brackets and Chinese quotes, and values in such quotes.
#include "detect/enclosed_label.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {

TEST_CASE("enclosed label: where the value behind it begins") {
  struct Case {
    const char* what;
    std::string before, word, behind, value;  // value: empty if there is none
  };
  const Case cases[] = {
      {"a bracket", "【", "姓名", "】李娜", "李娜"},
      {"blanks", "【 ", "姓名", " 】 李娜", "李娜"},
      {"a colon behind it", "【患者", "姓名", "】：李娜", "李娜"},
      {"a wide square one", "［", "姓名", "］ 李娜", "李娜"},
      {"quotes and a colon", "“", "姓名", "”：“李娜”", "“李娜”"},
      {"quotes alone mention a word", "“", "姓名", "”李娜", ""},
      {"closed, but not opened", "", "姓名", "】李娜", ""},
      {"opened in the line before", "【\n", "姓名", "】李娜", ""},
      {"another bracket closed between", "【甲】", "姓名", "】李娜", ""},
      {"no bracket", "", "姓名", "李娜", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string text = c.before + c.word + c.behind;
    const uint64_t end = c.before.size() + c.word.size(), closing = end + (c.behind[0] == ' ' ? 1 : 0);
    const uint64_t at = behind_enclosed(Window(text, 0), end, closing);
    CHECK((at == 0 ? "" : text.substr(at)) == c.value);
  }
}

TEST_CASE("enclosed label: values of text end with the line, a blank or the next bracket") {
  const std::string kHealth = "health_information";
  testing::check_found(
      {
          {"a name", "【姓名】李娜【电话】", "person_name", "李娜"},
          {"a name behind a blank", "「姓名」 李娜", "person_name", "李娜"},
          {"a text", "【病区】三病区 【诊断】2型糖尿病\n【电话】", kHealth, "2型糖尿病"},
          {"quotes", "“姓名”：“李娜”，“备注”：“无”", "person_name", "李娜"},
          {"a text in quotes", "“编号”：“3”，“诊断”：“2型糖尿病”", kHealth, "2型糖尿病"},
          {"a value alone in quotes", "姓名：“李娜”", "person_name", "李娜"},
          {"a form's number", "【工号】A10245 已离职", "staff_student_number", "A10245"},
          {"an amount", "【月薪】2万元", "property_status", "2万元"},
      },
      {.format = PIDUN_FORMAT_AUTO});
  testing::check_nothing(
      {
          {"a template", "【姓名】【电话】【诊断】"},
          {"the heading of a passage", "【诊断】根据病史、体征和实验室检查即可作出。"},
          {"a word that is mentioned", "请在“姓名”栏填写"},
          {"what is to be given", "【姓名】请填写真实姓名"},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

}  // namespace pidun
