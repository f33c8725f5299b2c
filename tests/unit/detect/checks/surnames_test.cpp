// Surnames: common ones are known, characters of other words are not, whatever bytes are asked for.
#include "detect/checks/surnames.h"

#include <catch2/catch.hpp>

namespace pidun {

TEST_CASE("common surnames are known, other characters are not") {
  for (const char* name : {"张", "王", "李", "赵", "覃", "欧", "苑"}) CHECK(is_surname(name));
  for (const char* none : {"墨", "某", "的", "", "a", "张三", "\xBC\xA0\xE7"}) CHECK_FALSE(is_surname(none));
}

TEST_CASE("a surname is a whole character, not bytes of two") {
  // The end of one character and the begin of the next.
  CHECK_FALSE(is_surname("\xB5\xB5\xE9"));
  CHECK_FALSE(is_surname("\xE9\x92"));
}

TEST_CASE("compound surnames are known") {
  for (const char* name : {"欧阳", "司马", "诸葛", "濮阳"}) CHECK(is_compound_surname(name));
  for (const char* none : {"张三", "欧", "", "欧阳修"}) CHECK_FALSE(is_compound_surname(none));
}

}  // namespace pidun
