// What stands beside a name.
#include "detect/name_cues.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

NameCues cues_of(const std::string& before, const std::string& name, const std::string& behind) {
  const std::string text = before + name + behind;
  NameModel model;
  model.read(Window(text, 0), before.size());
  return name_cues(model, Window(text, 0), before.size(), name.size() / kHanziBytes);
}

}  // namespace

TEST_CASE("name cues: titles and bearers on either side") {
  CHECK(cues_of("", "刘伟", "先生").person_word);
  CHECK(cues_of("患者", "李芳", "来诊").person_word);
  CHECK_FALSE(cues_of("看到", "刘伟", "走来").person_word);
}

TEST_CASE("name cues: what is said of persons") {
  CHECK(cues_of("", "王磊", "的手机号").said_of);
  CHECK(cues_of("交接给", "丁刚", "").said_of);
  CHECK_FALSE(cues_of("", "王磊", "的颜色").said_of);
}

TEST_CASE("name cues: places and firms, but a bank card is no bank") {
  CHECK(cues_of("", "周伟", "路88号").other_word);
  CHECK(cues_of("", "金山", "律师事务所").other_word);
  CHECK_FALSE(cues_of("", "许志远", "银行卡").other_word);
}

TEST_CASE("name cues: signs, numbers, dots, kana") {
  CHECK(cues_of("（", "王伟", "）").apart);
  CHECK(cues_of("", "王伟", "：").called);
  CHECK_FALSE(cues_of("", "王伟", "：").apart);
  CHECK_FALSE(cues_of("的", "王伟", "，").apart);
  CHECK(cues_of("", "王伟", "（13900001234）").beside_number);
  CHECK_FALSE(cues_of("", "王伟", "（139）").beside_number);
  CHECK(cues_of("马克·", "王伟", "说").inside_foreign);
  CHECK(cues_of("", "田中", "さん").in_japanese);
}

}  // namespace pidun
