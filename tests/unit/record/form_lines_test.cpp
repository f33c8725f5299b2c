// Lines of forms: what labels a line, and where the record begins that it belongs to.
#include "record/form_lines.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pidun;

namespace {

const LabelTable& labels() {
  static const LabelTable table;
  return table;
}

std::string label_of_line(std::string_view line) {
  KeyLabels known;
  return std::string(form_label(line, labels(), known));
}

uint64_t begin_of(const std::string& text, uint64_t base, uint64_t line) {
  KeyLabels known;
  return form_begin(Window(text, base), line, labels(), known);
}

// The begin of the record of the line that begins with `line`, as the first bytes that stand there.
std::string record_of(const std::string& text, const std::string& line, uint64_t base = 0) {
  const uint64_t begin = begin_of(text, base, base + text.rfind(line));
  return text.substr(begin - base, line.size());
}

}  // namespace

TEST_CASE("a line of a form begins with its label and a colon", "[record]") {
  const struct {
    const char* line;
    const char* label;
  } cases[] = {
      {"姓名：王伟", "姓名"},
      {"姓名: 王伟", "姓名"},
      {"  - 手机 ： 13900001234", "手机"},
      {"1. 联系电话：13900001234", "联系电话"},
      {"Phone: 13900001234", "Phone"},
      {"紧急程度：高", "紧急程度"},  // no label that is known, and a form's all the same
      {"ERROR: 13900001234", ""},
      {"http://example.com", ""},
      {"2026-01-02 手机：13900001234", ""},
      {"请把材料寄到以下地址并注明姓名和手机号码以便联系：", ""},
      {"：王伟", ""},
      {"", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each.line);
    CHECK(label_of_line(each.line) == each.label);
  }
}

TEST_CASE("a record of a form begins behind an empty line, another line, or where a label comes again", "[record]") {
  CHECK(record_of("姓名：王伟\n性别：男\n手机：1", "手机") == "姓名");
  CHECK(record_of("姓名：王伟\r\n手机：1", "手机") == "姓名");
  CHECK(record_of("姓名：王伟\n\n手机：1", "手机") == "手机");
  CHECK(record_of("姓名：王伟\n如下\n手机：1", "手机") == "手机");
  CHECK(record_of("电话：1\n姓名：王伟\n电话：2\n地址：x", "地址") == "电话");
  CHECK(begin_of("电话：1\n姓名：王\n电话：2\n地址：x", 0, 35) == 24);
  CHECK(record_of("姓名：王伟\n打电话来", "打电话来") == "打电话来");
}

TEST_CASE("a record of a form hangs on nothing further before its line than kFormReach", "[record]") {
  std::string text = "姓名：王伟\n";
  for (int i = 0; i < 100; ++i)
    text += "备注" + std::string(1, static_cast<char>('a' + i % 26)) + "栏：x" + std::string(30, 'y') + "\n";
  const std::string before(3000, '.');
  const std::string line = "手机：1";
  text += line;
  const uint64_t near = begin_of(text, 0, text.size() - line.size());
  const std::string longer = before + "\n" + text;
  CHECK(begin_of(longer, 0, longer.size() - line.size()) == near + before.size() + 1);
  CHECK(text.size() - near <= kFormReach + line.size());
}
