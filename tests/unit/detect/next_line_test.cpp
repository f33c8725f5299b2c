// Values in the line behind their label: found where the line says nothing else, and nothing where it may say more.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {

namespace {
const std::string kHealth = "health_information", kRecord = "medical_record_number";
const testing::ScanHow kAuto = {.format = PIDUN_FORMAT_AUTO};
}  // namespace

TEST_CASE("next line: the value of a label that ends its line") {
  testing::check_found(
      {
          {"of a form", "诊断：\n2型糖尿病\n", kHealth, "2型糖尿病"},
          {"CRLF, blanks and an empty line", "  诊断： \r\n\r\n\t高血压病3级（极高危） \r\n", kHealth,
           "高血压病3级（极高危）"},
          {"a name", "姓名：\n李娜", "person_name", "李娜"},
          {"a number of a form", "住院号:\n00123456\n", kRecord, "00123456"},
          {"in a string of JSON", R"({"content":"诊断：\n2型糖尿病\n建议复查"})", kHealth, "2型糖尿病"},
          {"in a cell", "id,remark\n1,\"诊断：\n高血压\"\n", kHealth, "高血压"},
          {"as var_dump() writes it", "  [\"diagnosis\"]=>\n  string(9) \"高血压\"\n", kHealth, "高血压"},
      },
      kAuto);
}

TEST_CASE("next line: what may be more than a value is none") {
  testing::check_nothing(
      {
          {"an empty form", "诊断：\n症状：\n病史：\n"},
          {"the next label", "诊断：\n姓名\n"},
          {"a sentence", "诊断：\n请在下面写明。\n"},
          {"a list of what is asked for", "健康信息：\n病历、诊断、用药\n"},
          {"too far away", "诊断：\n\n\n高血压\n"},
          {"a longer line", "诊断：\n" + std::string(80, 'x') + "\n"},
          {"the end of the text", "诊断：\n"},
          {"code", "diagnosis:\n  pass\n"},
          {"another value of JSON", R"({"a":"诊断：","b":"高血压"})"},
          {"another cell", "a,b\n诊断：,x\n高血压,y\n"},
      },
      kAuto);
}

}  // namespace pidun
