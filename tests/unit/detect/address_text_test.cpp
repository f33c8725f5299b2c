// Addresses behind a word that tells of one: where they end, and what is none.
#include "detect/address_text.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

std::string address_in(const std::string& text) { return text.substr(0, address_length(text)); }

}  // namespace

TEST_CASE("addresses in text: they end with their last part") {
  CHECK(address_in("杭州市西湖区文三路200号，请查收") == "杭州市西湖区文三路200号");
  CHECK(address_in("上海市上海市黄浦区解放路390号9栋1958室") == "上海市上海市黄浦区解放路390号9栋1958室");
  CHECK(address_in("朝阳建国路100号的") == "朝阳建国路100号");
  CHECK(address_in("幸福小区3栋2单元1502室附近") == "幸福小区3栋2单元1502室");
}

TEST_CASE("addresses in text: a bare place is none") {
  for (const std::string text : {"北京", "北京市", "北京市朝阳区", "哪里都可以", "1楼", "", "路上", "本市的某个路口"}) {
    CAPTURE(text);
    CHECK(address_in(text).empty());
  }
}

TEST_CASE("addresses in text: any bytes give a length inside of them") {
  for (const std::string text : {"文三路200号\xE5", "\xFF", "文三路\xE5\x8F"})
    CHECK(address_length(text) <= text.size());
}

}  // namespace pidun
