// Addresses that no word calls for: which are found, where they begin and end, and what is none.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/detector_cases.h"

namespace pidun::testing {
namespace {

struct Wanted {
  std::string text, address;
};

// The addresses that a line holds, parted by bars.
std::string addresses_in(const std::string& text) {
  std::string all;
  for (const Found& found : scan_text(text))
    if (found.kind == "home_address") all += (all.empty() ? "" : "|") + found.value;
  return all;
}

void check_all(const std::vector<Wanted>& cases) {
  for (const auto& [text, address] : cases) {
    CAPTURE(text);
    CHECK(addresses_in(text) == address);
  }
}

}  // namespace

TEST_CASE("addresses: free order and omissions, down to the room") {
  check_all({
      {"周五去朝阳区建国路88号3-2-1502。", "朝阳区建国路88号3-2-1502"},
      {"朝阳建国路88号", "朝阳建国路88号"},
      {"幸福小区10号楼3单元501，", "幸福小区10号楼3单元501"},
      {"丽景苑3栋2单元，", "丽景苑3栋2单元"},
      {"上海市徐汇区漕溪北路18弄3号1202室", "上海市徐汇区漕溪北路18弄3号1202室"},
      {"重庆市渝中区民族路166号附3号", "重庆市渝中区民族路166号附3号"},
      {"武汉市洪山区珞喻路1037号华中科技大学西一区12栋305", "武汉市洪山区珞喻路1037号华中科技大学西一区12栋305"},
      {"朝阳区望京SOHO T3座1502", "朝阳区望京SOHO T3座1502"},
      {"浙江省 杭州市 西湖区 文三路 200号", "浙江省 杭州市 西湖区 文三路 200号"},
      {"浙江省杭州市西湖区文三路２００号", "浙江省杭州市西湖区文三路２００号"},
  });
}

TEST_CASE("addresses: villages, dormitories, post boxes and Chinese numerals") {
  check_all({
      {"王家村3组12号王大力", "王家村3组12号"},
      {"龙潭乡光明村二组四号，", "龙潭乡光明村二组四号"},
      {"幸福小区十号楼三单元五层。", "幸福小区十号楼三单元五层"},
      {"浙江大学玉泉校区6舍312室", "浙江大学玉泉校区6舍312室"},
      {"成都市610信箱12分箱", "成都市610信箱12分箱"},
      {"北京8101信箱", "北京8101信箱"},
  });
}

TEST_CASE("addresses: they begin behind names, phones and verbs, and end before them") {
  check_all({
      {"李芳，13900001234，上海市山西路12号", "上海市山西路12号"},
      {"收件人李芳浙江省杭州市西湖区文三路200号8楼801室13900001234", "浙江省杭州市西湖区文三路200号8楼801室"},
      {"寄到建国路88号3楼302室李芳收", "建国路88号3楼302室"},
      {"从文三路200号打车到武林路88号", "文三路200号|武林路88号"},
      {"户型3室2厅1卫，建国路88号", "建国路88号"},
      {"于洪区黄海路12号", "于洪区黄海路12号"},
  });
}

TEST_CASE("addresses: who has the house, what lies beside it, and brackets that say where") {
  check_all({
      {"四平路1239号同济大学综合楼", "四平路1239号同济大学综合楼"},
      {"建国路88号友谊宾馆旁。", "建国路88号友谊宾馆旁"},
      {"他说地址是知春路76号翠宫饭店2楼(近知春里站)。", "知春路76号翠宫饭店2楼(近知春里站)"},
      {"地址是建国路88号（李女士）", "建国路88号"},
      {"地址在府前西街国泰百货东门对面。", "府前西街国泰百货东门对面"},
  });
}

TEST_CASE("addresses: numbers that are none") {
  for (const std::string text : {"据报，上海市气温5号回升。",
                                 "据报，门头沟区斋堂镇5号下雨。",
                                 "北京市朝阳区5号下雨",
                                 "杭州市政府令第284号",
                                 "地铁2号线中山路站3号口",
                                 "2024年5月3号楼市新政",
                                 "比分3-2-1，编号12-3-1502",
                                 "致电400-810-1234",
                                 "有效期2024-05-06",
                                 "住院号12345床位3号楼2层12床",
                                 "江苏省新增12例，其中苏州市3例",
                                 "共有3栋楼，每栋2单元",
                                 "中山路小学3年级2班",
                                 "会议在A栋3楼301室",
                                 "5号楼3单元501",
                                 "第三单元测试卷",
                                 "村里二组的人",
                                 "主席令第十二号",
                                 "我们公司3栋2楼开会",
                                 "北京市",
                                 "他住在北京市朝阳区",
                                 "南京路100强企业"}) {
    CAPTURE(text);
    CHECK(addresses_in(text).empty());
  }
}

TEST_CASE("addresses: they never cross a cell, a value or a line") {
  check_all({
      {"备注,数\n朝阳区建国路,88号\n", ""},
      {"{\"a\":\"朝阳区建国路\",\"b\":\"88号\"}", ""},
      {"朝阳区建国路\n88号3栋", ""},
      {"{\"note\":\"朝阳区建国路88号\",\"b\":1}", "朝阳区建国路88号"},
  });
}

TEST_CASE("addresses: deeper ones are surer, and those of shops are not told") {
  const auto confidence = [](const std::string& text) {
    const auto all = scan_text(text);
    return all.empty() ? 0 : int{all[0].confidence};
  };
  CHECK(confidence("建国路88号") < confidence("朝阳区建国路88号"));
  CHECK(confidence("朝阳区建国路88号") < confidence("朝阳区建国路88号3栋"));
  CHECK(confidence("朝阳区建国路88号3栋") < confidence("朝阳区建国路88号3栋502室"));
  CHECK(addresses_in("门店地址：北京市东城区帅府园1号3栋2单元502室").empty());
  CHECK(addresses_in("门店名称：幸福小店，朝阳区建国路88号") == "朝阳区建国路88号");
}

TEST_CASE("addresses: Hong Kong, Taiwan and abroad under a label alone") {
  check_all({
      {"地址：香港九龙观塘区观塘道388号创纪之城一期20楼", "香港九龙观塘区观塘道388号创纪之城一期20楼"},
      {"home_address=\"12 Garden Road\"", "12 Garden Road"},
      {"{\"home_address\":\"0x7ffe12 404\"}", ""},
      {"12 Garden Road, Flat 5B, Central", ""},
  });
}

}  // namespace pidun::testing
