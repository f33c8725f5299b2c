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

TEST_CASE("addresses in text: behind a word for one, a road and its region are enough, and what lies beside") {
  CHECK(address_in("海淀中关村大街") == "海淀中关村大街");
  CHECK(address_in("北京市门头沟区斋堂镇。") == "北京市门头沟区斋堂镇");
  CHECK(address_in("光明村十三组，") == "光明村十三组");
  CHECK(address_in("府前街与光明街交汇处，") == "府前街与光明街交汇处");
}

TEST_CASE("addresses under a label: all of the text, and more than one name") {
  for (const std::string text :
       {"四川省成都市武侯区桂溪街道", "杭州市西湖区文三路200号", "世滔天郎小区东门南50米", "12 Garden Road, Flat 5B"}) {
    CAPTURE(text);
    CHECK(is_address(text));
  }
  for (const std::string text : {"石家庄市", "北京市", "未知", "192.168.1.1", "http://example.com/road/1",
                                 "0x7ffe12 404", "北京市**路", "\xE5\x8F"}) {
    CAPTURE(text);
    CHECK_FALSE(is_address(text));
  }
}

TEST_CASE("addresses in text: any bytes give a length inside of them") {
  for (const std::string text : {"文三路200号\xE5", "\xFF", "文三路\xE5\x8F"})
    CHECK(address_length(text) <= text.size());
}

}  // namespace pidun
