// Names in pinyin, and Latin words that are none.
#include "detect/pinyin.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {

TEST_CASE("pinyin: names, apart and in one word, the surname before or behind") {
  for (const std::string name : {"Zhang Wei", "ZHANG, Xiaoming", "Wei Zhang", "zhangwei", "LI XIAO MING", "Ouyang Nana",
                                 "wangxiaoer", "Li Xiao-ming", "Lv Xiaoyan"}) {
    CAPTURE(name);
    CHECK(is_pinyin_name(name));
  }
}

TEST_CASE("pinyin: other words") {
  for (const std::string text : {"Bobby", "admin", "products", "John Smith", "iPhone", "Zhang", "Zhang Wei 2", "a b",
                                 "", "wei", "zhang_wei", "Xiaoming Xiaohong Xiaogang Xiaoli Wang"}) {
    CAPTURE(text);
    CHECK_FALSE(is_pinyin_name(text));
  }
}

}  // namespace pidun
