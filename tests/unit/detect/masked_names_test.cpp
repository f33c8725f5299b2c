// Masked names: under a label, in a column, beside another value, and never in running text alone.
#include <catch2/catch.hpp>

#include "detect/masked.h"
#include "support/detector_cases.h"

namespace pidun {
namespace {

const std::string kName = "person_name";

testing::ScanHow as(uint32_t format) {
  testing::ScanHow how;
  how.format = format;
  return how;
}

// The names among the findings.
std::vector<std::string> names_in(const std::string& text, uint32_t format = PIDUN_FORMAT_LINES) {
  std::vector<std::string> names;
  for (const auto& found : testing::scan_text(text, as(format)))
    if (found.kind == kName) names.push_back(found.value);
  return names;
}

}  // namespace

TEST_CASE("masked names that a label names") {
  testing::check_found({
      {"two masks", "姓名：张**，男", kName, "张**"},
      {"one mask", "姓名：张*，男", kName, "张*"},
      {"three characters of a compound name", "姓名：欧阳**", kName, "欧阳**"},
      {"the last is masked", "姓名：张三*", kName, "张三*"},
      {"the middle is masked", "姓名：张*三", kName, "张*三"},
      {"the begin is masked", "姓名：*三", kName, "*三"},
      {"the begin of three is masked", "姓名：**三", kName, "**三"},
      {"as courts write", "姓名：李某某", kName, "李某某"},
      {"as courts write, short", "姓名：李某", kName, "李某"},
      {"letters", "姓名：王XX", kName, "王XX"},
      {"a small letter", "姓名：王x，男", kName, "王x"},
      {"wide stars", "姓名：赵＊＊", kName, "赵＊＊"},
      {"discs", "姓名：赵●●", kName, "赵●●"},
      {"blocks", "姓名：赵██", kName, "赵██"},
      {"an English label", "real_name=张**&x=1", kName, "张**"},
      {"a label that touches it", "客户姓名张**，男", kName, "张**"},
      {"another label behind", "姓名：张**性别：男", kName, "张**"},
      {"an uncommon first character", "持卡人 墨**", kName, "墨**"},
  });
  testing::check_found({{"a column", "id,姓名\n1,张**\n", kName, "张**"},
                        {"a column with blanks", "id,姓名\n1, 张** \n", kName, "张**"},
                        {"a column of a court", "id,姓名\n1,李某某\n", kName, "李某某"}},
                       as(PIDUN_FORMAT_CSV));
  testing::check_found({{"a key", "{\"name\":\"张**\",\"n\":1}", kName, "张**"}}, as(PIDUN_FORMAT_JSON));
}

TEST_CASE("masked names beside another value of their record") {
  using Names = std::vector<std::string>;
  CHECK(names_in("张** 138****8000 已下单") == Names{"张**"});
  CHECK(names_in("13900001234 张* 已下单") == Names{"张*"});
  CHECK(names_in("1,张**,13900001234\n2,*四,13900005678\n", PIDUN_FORMAT_CSV) == Names{"张**"});
  CHECK(names_in("1,李某某,13900001234\n", PIDUN_FORMAT_CSV) == Names{"李某某"});
  CHECK(names_in("客户欧阳** 邮箱 a***@b.com") == Names{"欧阳**"});  // 客户 tells where it begins
  CHECK(names_in("欧阳** a***@b.com") == Names{"欧阳**"});
  CHECK(names_in("张**\n13900001234") == Names{});  // another line
  CHECK(names_in("张**" + std::string(120, ' ') + "13900001234") == Names{});
  CHECK(names_in("墨** 13900001234") == Names{});  // hardly a surname
  CHECK(names_in("李某使用13900001234") == Names{});
  CHECK(names_in("李某某 13900001234") == Names{});  // in running text: a court's
}

TEST_CASE("what looks like a masked name and is none") {
  for (const std::string text : {"被告人李某驾车逃逸",
                                 "李某某",
                                 "张**",
                                 "张** 来了",
                                 "他说**重要**的是诚信",
                                 "姓名：***",
                                 "姓名：**",
                                 "姓名*：",
                                 "姓名必填*",
                                 "姓名：某某",
                                 "姓名：某",
                                 "姓名 xxx",
                                 "**张三**",
                                 "姓名：**张三**",
                                 "姓名：张****三丰",
                                 "姓名：张xxxx",
                                 "姓名：张x1",
                                 "姓名：A**",
                                 "公司名称：张**",
                                 "*姓名 *手机 *地址",
                                 "/** 姓名 */",
                                 "姓名（*为必填）",
                                 "2*三",
                                 "张*2"}) {
    INFO(text);
    CHECK(names_in(text).empty());
  }
}

}  // namespace pidun
