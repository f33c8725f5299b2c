// Names behind a word for their bearer: where they end, and what is none.
#include "detect/names.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

std::string name_in(const std::string& text) { return text.substr(0, name_length(text)); }

}  // namespace

TEST_CASE("names: a name ends where the sentence goes on") {
  CHECK(name_in("李芳因头痛就诊") == "李芳");
  CHECK(name_in("黄磊开了处方") == "黄磊");
  CHECK(name_in("张三丰的车牌") == "张三丰");
  CHECK(name_in("林涛完成实名认证") == "林涛");
  CHECK(name_in("高强，电话") == "高强");
  CHECK(name_in("欧阳娜娜（先生）") == "欧阳娜娜");
  CHECK(name_in("王伟") == "王伟");
  CHECK(name_in("王小明13958270461") == "王小明");
  CHECK(name_in("张三丰大师傅") == "张三丰");
  CHECK(name_in("欧阳 文博") == "欧阳 文博");
  CHECK(name_in("欧阳　文博，电话") == "欧阳　文博");
  CHECK(name_in("司马 光 电话") == "司马 光");
  CHECK(name_in("欧阳 的手机号码") == "欧阳");
}

TEST_CASE("names: what begins with a surname and is none") {
  for (const std::string text :
       {"应当在签收", "支付方式为", "信息的", "成功", "单位为", "的手机", "三号", "", "王", "Wang"}) {
    CAPTURE(text);
    CHECK(name_in(text).empty());
  }
}

TEST_CASE("names: any bytes give a length inside of them") {
  for (const std::string text : {"\xE5\xBC", "\xE5\xBC\xA0\xE4", "张\xFF三", "张三\xE4\xB8"})
    CHECK(name_length(text) <= text.size());
}

}  // namespace pidun
