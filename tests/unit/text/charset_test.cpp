// The promises of text/charset.h: names as hosts, pages, databases and HL7 messages write them.
#include "text/charset.h"

#include <catch2/catch.hpp>

using namespace pidun;

TEST_CASE("charset: names are understood in any spelling, unknown ones are not", "[text][charset]") {
  constexpr CharsetBits kUtf8 = charset_bit(Charset::utf8), kGb = charset_bit(Charset::gb18030),
                        kBig5 = charset_bit(Charset::big5), kLittle = charset_bit(Charset::utf16le),
                        kBig = charset_bit(Charset::utf16be);
  struct Case {
    const char* name;
    CharsetBits charsets;
  };
  const Case cases[] = {{"gbk", kGb},
                        {"GBK", kGb},
                        {"gb2312", kGb},
                        {"GB18030", kGb},
                        {"GB 18030-2000", kGb},
                        {"GB_2312-80", kGb},
                        {"cp936", kGb},
                        {"EUC-CN", kGb},
                        {"big5", kBig5},
                        {"BIG-5", kBig5},
                        {"Big5-HKSCS", kBig5},
                        {"utf8", kUtf8},
                        {"UTF-8", kUtf8},
                        {"utf8mb4", kUtf8},
                        {"UNICODE UTF-8", kUtf8},
                        {"utf-16le", kLittle},
                        {"UTF-16BE", kBig},
                        {"UNICODE UTF-16", kLittle | kBig},
                        {"text/html; charset=gb2312", kGb},
                        {"text/csv; charset=\"GBK\"; header=present", kGb},
                        {"application/json;charset=utf-8", kUtf8},
                        {"", 0},
                        {"latin1", 0},
                        {"ISO-8859-1", 0},
                        {"8859/1", 0},
                        {"charset=", 0},
                        {"gbk2", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(charsets_of_name(c.name) == c.charsets);
  }
}
