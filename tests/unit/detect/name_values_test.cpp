// Values under labels that are names, and look-alikes that are none.
#include "detect/name_values.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {

TEST_CASE("name values: Han names of two to four characters") {
  for (const std::string name :
       {"王伟", "张三", "李四", "欧阳娜娜", "张三丰", "陈李婉清", "司马明远", "张 三", "王　伟", "高明", "張偉"}) {
    CAPTURE(name);
    CHECK(is_name_value(name));
  }
}

TEST_CASE("name values: names with dots, and in pinyin") {
  for (const std::string name :
       {"阿依古丽·买买提", "迪丽热巴•迪力木拉提", "买买提・艾力", "Zhang Wei", "zhangwei", "OUYANG Nana"}) {
    CAPTURE(name);
    CHECK(is_name_value(name));
  }
}

TEST_CASE("name values: words that begin with a surname, places, codes") {
  for (const std::string text :
       {"颜色",   "华为",   "白色",  "高兴",  "方便面",   "云南白药", "王者荣耀",        "广东省",
        "高新区", "东风路", "黃金",  "马上",  "products", "admin",    "Bobby",           "user1",
        "王伟1",  "王*",    "·张伟", "张伟·", "王",       "",         "\xE7\x8E\x8B\xE4"}) {
    CAPTURE(text);
    CHECK_FALSE(is_name_value(text));
  }
}

}  // namespace pidun
