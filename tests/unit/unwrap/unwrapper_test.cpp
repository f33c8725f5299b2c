// The unwrapper: which layers a value or a segment has, with chain, outer span and exact source of what they hold.
#include "unwrap/unwrapper.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "support/unwrapped_text.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("unwrap: each encoding is undone, named, and leads back to its bytes", "[unwrap]") {
  struct Case {
    const char* name;
    std::string value;
    std::string chain;
    std::string found;   // in the decoded text
    std::string source;  // the bytes that spell it
  };
  const Case cases[] = {
      {"JSON escapes", "\\u7535\\u8bdd 139\\u0030\\u0030001234", "json_escape", "13900001234",
       "139\\u0030\\u0030001234"},
      {"a letter escape right before the digits", "tel\\n13900001234", "json_escape", "13900001234", "13900001234"},
      {"JavaScript code points", "\\u{5f20}\\u{4e09} \\x31\\x339", "js_escape", "张三 139",
       "\\u{5f20}\\u{4e09} \\x31\\x339"},
      {"bytes spelt in hex", "name=\\xE5\\xBC\\xA0\\xE4\\xB8\\x89", "js_escape", "张三",
       "\\xE5\\xBC\\xA0\\xE4\\xB8\\x89"},
      {"percent", "q=%E5%BC%A0%2013900001234", "percent", "13900001234", "13900001234"},
      {"percent with %u", "q=%u5F20%u4E09", "percent", "张三", "%u5F20%u4E09"},
      {"a plus in a query", "a=%E5%BC%A0+139+00001234", "percent", "139 00001234", "139+00001234"},
      {"entities", "&#x5F20;&#19977;&nbsp;&lt;13900001234&gt;", "html_entity", "张三", "&#x5F20;&#19977;"},
      {"digits as entities without semicolon", "&#49&#51&#57", "html_entity", "139", "&#49&#51&#57"},
      {"quoted-printable", "=E5=BC=A0 139=\r\n00001234", "quoted_printable", "13900001234", "139=\r\n00001234"},
      {"base64", "id=MTM5MDAwMDEyMzQ=;", "base64", "3900", "TM5MDA"},
      {"base64 without padding", "id=MTM5MDAwMDEyMzQ;", "base64", "13900001234", "MTM5MDAwMDEyMzQ"},
      {"base64 in a path", "/api/v1/decode/MTM5MDAwMDEyMzQ/show", "base64", "13900001234", "MTM5MDAwMDEyMzQ"},
      {"base64 behind a letter that is not its own", "xMTM5MDAwMDEyMzQ=", "base64", "13900001234", "MTM5MDAwMDEyMzQ"},
      {"base64url", "t=5byg5LiJ77-lMTM5MDAwMDEyMzQ", "base64", "￥139", "77-lMTM5"},
      {"a data URI", "src=data:text/plain;charset=utf-8;base64,5byg5LiJIDEzOTAwMDAxMjM0", "data_uri", "13900001234",
       "DEzOTAwMDAxMjM0"},
      {"hex", "v=0xE5BCA0E4B8893133393030303031323334", "hex", "13900001234", "3133393030303031323334"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    Unwrapper unwrapper;
    Unwrapped out;
    unwrapper.unwrap_value(c.value, 1000, {}, out);
    REQUIRE(out.layers.size() == 1);
    CHECK(chain_text(out.layers[0].chain) == c.chain);
    CHECK(source_text(out, 0, c.found, c.value, 1000) == c.source);
    CHECK(out.incomplete == 0);
  }
}
