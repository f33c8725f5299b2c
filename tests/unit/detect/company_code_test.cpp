// Company codes: found as what they are, so that they are nobody's ID number.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::kPass;
using testing::make_company_code;

const std::string kKind = "company_code";
const std::string kCode = make_company_code();
const std::string kInnerWrong = testing::with_company_check("91440300MA5EX4MP1");

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

TEST_CASE("company codes that must be found") {
  const std::string digits = make_company_code("91", "110105", "71092606"),
                    office = make_company_code("11", "110000", "00001234");
  const std::string party = make_company_code("52", "310101", "MJ012345"), unlisted = make_company_code("91", "449900");
  const std::string army = make_company_code("A1", "110108", "MB1A2345"),
                    others = make_company_code("Y1", "320500", "MC7B9T36");
  const std::string national = make_company_code("91", "100000", "10001234");
  testing::check_found({
      {"in running text", "公司" + kCode + "的", kKind, kCode, kPass, 70, 70},
      {"labelled", "统一社会信用代码：" + kCode, kKind, kCode, kPass, 95, 95},
      {"as a tax number", "税号 " + kCode, kKind, kCode, kPass, 95},
      {"in small letters", "信用代码 " + lowered(kCode), kKind, lowered(kCode), kPass, 95},
      {"digits alone", "x " + digits + " y", kKind, digits, kPass, 70},
      {"a state office", "x " + office + " y", kKind, office, kPass, 70},
      {"an association", "x " + party + " y", kKind, party, kPass, 70},
      {"a department that is a letter", "x " + others + " y", kKind, others, kPass, 70},
      {"another letter", "x " + army + " y", kKind, army, kPass, 70},
      {"registered for the whole country", "代码 x " + national, kKind, national, kPass, 50},
      {"a county that was never listed", "x " + unlisted + " y", kKind, unlisted, kPass, 50, 60},
      {"an inner check that fails, with a label", "信用代码 " + kInnerWrong, kKind, kInnerWrong, kPass, 60, 80},
      {"JSON", "{\"uscc\":\"" + kCode + "\"}\n", kKind, kCode, kPass, 95},
      {"at the begin of the input", kCode + " x", kKind, kCode, kPass, 70},
      {"between underscores", "a_" + kCode + "_b", kKind, kCode, kPass, 70},
  });
}

TEST_CASE("what is no company code") {
  const std::string wrong = kCode.substr(0, 17) + (kCode.back() == '3' ? '4' : '3');
  std::string forbidden = kCode;
  forbidden[12] = 'I';
  testing::check_nothing({
      {"a wrong check character", "x " + wrong + " y"},
      {"a wrong check character with a label", "统一社会信用代码：" + wrong},
      {"17 characters", "信用代码 " + kCode.substr(0, 17)},
      {"19 characters", "信用代码 " + kCode + "1"},
      {"a letter before", "信用代码 Q" + kCode},
      {"a small letter behind", "信用代码 " + kCode + "a"},
      {"in small letters and capitals", "信用代码 " + lowered(kCode.substr(0, 12)) + kCode.substr(12)},
      {"a letter outside the set", "信用代码 " + forbidden},
      {"a department that does not exist", "信用代码 " + testing::with_company_check("B1440300MA5EX4MP1")},
      {"a category that does not exist", "信用代码 " + testing::with_company_check("98440300MA5EX4MP1")},
      {"a province that does not exist", "信用代码 " + make_company_code("91", "990300")},
      {"a letter in the region", "信用代码 " + testing::with_company_check("91440A00MA5EX4MP1")},
      {"the inner check fails and nothing names it", "x " + testing::with_company_check("91449900MA5EX4MP1") + " y"},
      {"over a newline", kCode.substr(0, 9) + "\n" + kCode.substr(9)},
      {"over two cells", kCode.substr(0, 9) + "," + kCode.substr(9)},
  });
}

}  // namespace pidun
