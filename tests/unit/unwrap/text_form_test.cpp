// Text or not, and of which charset.
#include "unwrap/text_form.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pidun;

TEST_CASE("text form: UTF-8, GB18030, or no text", "[unwrap]") {
  struct Case {
    const char* name;
    std::string bytes;
    TextForm form;
  };
  const Case cases[] = {
      {"digits", "13900001234", TextForm::utf8},
      {"hanzi", "张三 138\r\n", TextForm::utf8},
      {"emoji", "😀", TextForm::utf8},
      {"GB18030", "\xD5\xC5\xC8\xFD 138", TextForm::gb18030},
      {"a rare hanzi among common ones", "\xD6\xEC\xE9\x46\xBB\xF9\xD5\xC5\xC8\xFD", TextForm::gb18030},
      {"rare ones only", "\x81\x40\x82\x50\x83\x60", TextForm::none},
      {"a name of rare hanzi", "\xC0\xEE\xE6\xC3\xE6\xC3 13900001234", TextForm::gb18030},
      {"a digest", "\xD9\xB4\xE0\xF4 \xEA\xB3 \xC1\xA4\xF1\xBF\xDD\xE4", TextForm::none},
      {"a control character", "138\x01", TextForm::none},
      {"NUL", std::string("a\0b", 3), TextForm::none},
      {"DEL", "a\x7F", TextForm::none},
      {"half a character", "\xE5", TextForm::none},
      {"0xFF", "\xFF\xFE", TextForm::none},
      {"nothing", "", TextForm::none}};
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(text_form(c.bytes, false, false) == c.form);
  }
}

TEST_CASE("text form: characters cut in two at the borders count where that can be", "[unwrap]") {
  const std::string text = "张三丰";
  for (size_t begin = 0; begin < 3; ++begin)
    for (size_t end = 7; end <= 9; ++end) {
      CAPTURE(begin, end);
      CHECK(text_form(text.substr(begin, end - begin), true, true) == TextForm::utf8);
    }
  CHECK(text_form("\xC5\xC8\xFD\xC0\xEE", true, false) == TextForm::gb18030);
  CHECK(text_form("\xD5\xC5\xC8", false, true) == TextForm::gb18030);
}

TEST_CASE("text form: valid UTF-8 is told from invalid", "[unwrap]") {
  CHECK(valid_utf8("张三😀"));
  CHECK_FALSE(valid_utf8("张\xE5"));
  CHECK_FALSE(valid_utf8("\xD5\xC5"));
}
