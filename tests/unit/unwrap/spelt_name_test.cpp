#include "unwrap/spelt_name.h"

#include <catch2/catch.hpp>

using namespace pidun;

TEST_CASE("names of fields are read without their escapes") {
  struct Case {
    const char *written, *meant;
  };
  const Case cases[] = {
      {"\\u59d3\\u540d", "姓名"},
      {"user\\u540d", "user名"},
      {"\\u5973\\ud83d\\ude00", "女\xF0\x9F\x98\x80"},
      {"%E5%A7%93%E5%90%8D", "姓名"},
      {"a%5Bname%5D", "a[name]"},
      {"a\\/b", "a/b"},
      {"&#22995;&#x540d;", "姓名"},
      {"R&D", "R&D"},
      {"100%", "100%"},
      {"C:\\dir", "C:\\dir"},
      {"\\u59", "\\u59"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.written);
    CHECK(spelt_name(c.written) == c.meant);
  }
}

TEST_CASE("only a name with a backslash or a percent sign may be spelt") {
  CHECK(may_be_spelt("\\u59d3"));
  CHECK(may_be_spelt("a%20b"));
  CHECK(may_be_spelt("&#22995;"));
  CHECK_FALSE(may_be_spelt("姓名"));
  CHECK_FALSE(may_be_spelt(""));
}

TEST_CASE("of a name without end only the beginning is read") {
  std::string endless;
  while (endless.size() < 100000) endless += "\\u59d3";
  CHECK(spelt_name(endless).size() == 768 / 6 * 3);
}
