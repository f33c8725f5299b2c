// The best words held against the best name, and the quick looks that must not turn a name away.
#include "detect/name_model.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

NameOdds odds_at(const std::string& text, const std::string& before) {
  NameModel model;
  model.read(Window(text, 0), before.size());
  return model.best();
}

}  // namespace

TEST_CASE("name model: names are likelier than words") {
  struct Case {
    std::string before, name, behind;
  };
  for (const Case& c : {Case{"", "傅杰", "的手机号是"}, Case{"请核对", "许志远", "银行卡"},
                        Case{"会议由", "欧阳明远", "主持"}, Case{"昨天", "张晓梅", "来过"}, Case{"，", "谢文", "，"}}) {
    CAPTURE(c.name);
    const std::string text = c.before + c.name + c.behind;
    const NameOdds odds = odds_at(text, c.before);
    CHECK(odds.length * kHanziBytes == c.name.size());
    CHECK(odds.margin > 0);
    CHECK(may_be_name(std::string_view(text).substr(c.before.size()), 0));
  }
}

TEST_CASE("name model: words are likelier than names") {
  struct Case {
    std::string before, text;
  };
  for (const Case& c : {Case{"很", "高兴见到你"}, Case{"穿着", "白色的上衣"}, Case{"玩", "王者荣耀"},
                        Case{"这个", "方案不错"}, Case{"", "应当依法管理"}, Case{"去", "石家庄出差"}}) {
    CAPTURE(c.text);
    CHECK(odds_at(c.before + c.text, c.before).margin < 0);
  }
}

TEST_CASE("name model: the quick look never turns away what the whole look takes") {
  const std::string text =
      "会议由欧阳明远主持，陈雨桐和李娜是负责人。高兴的是，许志远、于建军与司马青衫也到了，萧玉兰将工作交接给丁刚，何三"
      "星没有来";
  for (size_t at = 0; at < text.size(); at += kHanziBytes) {
    const uint32_t hanzi = hanzi_at(text, at);
    if (hanzi == kHanziCount || !may_begin_name(hanzi) || !is_usual_surname(hanzi_costs(hanzi))) continue;
    const NameOdds odds = odds_at(text, text.substr(0, at));
    CAPTURE(text.substr(at, 9), odds.margin);
    if (odds.length != 0 && odds.margin >= 0) CHECK(may_be_name(std::string_view(text).substr(at), 0));
  }
}

TEST_CASE("name model: half characters and ends are none") {
  for (const std::string text : {"", "\xE7", "王", "王\xE4\xBC", "\xE7\x8E王伟", "王\xFF伟"}) {
    CAPTURE(text);
    NameModel model;
    model.read(Window(text, 0), 0);
    CHECK(model.behind() <= text.size() / kHanziBytes);
    CHECK(model.best().length <= model.behind());
  }
  CHECK(hanzi_at("王") == u'王' - kFirstHanzi);
  CHECK(hanzi_at("\xE7\x8E") == kHanziCount);
  CHECK(hanzi_at("a王") == kHanziCount);
}

}  // namespace pidun
