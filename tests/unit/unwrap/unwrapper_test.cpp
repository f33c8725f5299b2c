// The unwrapper: which layers a value or a segment has, with chain, outer span and exact source of what they hold.
#include "unwrap/unwrapper.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "support/encodings.h"
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

namespace {

Unwrapped unwrapped(const std::string& value, const EncodedValue& kind = {}, const UnwrapLimits& limits = {}) {
  Unwrapper unwrapper(limits);
  Unwrapped out;
  unwrapper.unwrap_value(value, 1000, kind, out);
  return out;
}

// "chain: text" of each layer.
std::string layers_text(const Unwrapped& out) {
  std::string text;
  for (size_t i = 0; i < out.layers.size(); ++i)
    text += (i == 0 ? "" : " | ") + chain_text(out.layers[i].chain) + ": " + layer_text(out, i);
  return text;
}

}  // namespace

TEST_CASE("unwrap: encodings one inside the other are undone one by one", "[unwrap]") {
  const std::string base64 = base64_of("{\"phone\":\"13900001234\"}");
  CHECK(layers_text(unwrapped("d=" + percent_of(base64))) ==
        "percent: d=" + base64 + " | percent base64: {\"phone\":\"13900001234\"}");
  CHECK(layers_text(unwrapped("%253139")) == "percent: %3139 | percent percent: 139");
  CHECK(layers_text(unwrapped("\\\\u0031\\\\u0033")) == "json_escape: \\u0031\\u0033 | json_escape json_escape: 13");
  CHECK(layers_text(unwrapped("&amp;#49;%33")) ==
        "percent: &amp;#49;3 | percent html_entity: &#49;3 | percent html_entity html_entity: 13");
}

TEST_CASE("unwrap: a value without anything to undo has no layer", "[unwrap]") {
  for (const char* value :
       {"", "13900001234", "a=1&b=2", "100%", "C:\\data", "DefaultListableBeanFactory",
        "550e8400-e29b-41d4-a716-446655440000", "9f86d081884c7d659a2feaa0c55ad015", "/api/V1/Orders/Details/95213675",
        "AKIAIOSFODNN7EXAMPLE", "329771662806052394", "11010519491231002X"}) {
    CAPTURE(value);
    const Unwrapped out = unwrapped(value);
    CHECK(out.layers.empty());
    CHECK(out.text.empty());
    CHECK(out.incomplete == 0);
  }
}

TEST_CASE("unwrap: digests in base64 are no text, whichever way their groups might lie", "[unwrap]") {
  CHECK(unwrapped("\"sha1\":\"vKTNGmyvXb6df8sqM9OEQgnvRCw=\"").layers.empty());
  const std::string gbk = "\xD5\xC5\xC8\xFD\xB5\xE7\xBB\xB0 13900001234";
  CHECK(unwrapped(base64_of(gbk)).layers.size() == 1);
  CHECK(unwrapped("x=" + base64_of(gbk)).layers.size() == 1);
  CHECK(unwrapped("ab" + base64_of(gbk)).layers.size() == 1);  // padded, which tells where groups begin
}

TEST_CASE("unwrap: base64 with escapes in it is decoded once, when these are undone", "[unwrap]") {
  const std::string plain = base64_of("ab?cd?13900001234??");
  REQUIRE(plain.find('/') != std::string::npos);
  CHECK(layers_text(unwrapped(slashes_escaped(plain))) ==
        "json_escape: " + plain + " | json_escape base64: ab?cd?13900001234??");
  // Base64 that the escapes of the value do not touch: decoded where it stands, and not again.
  CHECK(layers_text(unwrapped("MTM5MDAwMDEyMzQ= \\u5f20")) == "json_escape: MTM5MDAwMDEyMzQ= 张 | base64: 13900001234");
  CHECK(layers_text(unwrapped("\\nMTM5MDAwMDEyMzQ")) ==
        "json_escape: \nMTM5MDAwMDEyMzQ | json_escape base64: 13900001234");
}

TEST_CASE("unwrap: a long run right behind an escape is decoded to its end", "[unwrap]") {
  const std::string text = std::string(6000, ' ') + "手机：13900001234";
  const Unwrapped out = unwrapped("\\n" + base64_of(text));
  CHECK(std::any_of(out.layers.begin(), out.layers.end(), [&](const Layer& layer) {
    return out.text.substr(layer.text.begin, layer.text.size()).ends_with("手机：13900001234");
  }));
}

TEST_CASE("unwrap: hex inside a base64-like run between two escapes is decoded once", "[unwrap]") {
  const std::string hex = hex_of("13900001234");
  const std::string filler(1500, 'q');
  const Unwrapped out = unwrapped("%20/" + filler + "/X/" + hex + "/" + filler + "%20");
  size_t decoded = 0;
  for (size_t i = 0; i < out.layers.size(); ++i) decoded += layer_text(out, i) == "13900001234" ? 1u : 0u;
  CHECK(decoded == 1);
}

TEST_CASE("unwrap: wrapped base64 is one layer, also where the line ends are escaped", "[unwrap]") {
  const std::string text = std::string(200, ' ') + "手机：13900001234";
  const std::string lines = wrapped(base64_of(text), 76, "\r\n");
  const Unwrapped out = unwrapped(lines + "\r\n--border");
  REQUIRE(out.layers.size() == 1);
  CHECK(layer_text(out, 0) == text);
  CHECK(out.layers[0].outer == Span{1000, 1000 + lines.size()});
  std::string escaped = wrapped(base64_of(text), 76, "\\r\\n");
  const Unwrapped nested = unwrapped(escaped);
  REQUIRE(nested.layers.size() == 2);
  CHECK(layer_text(nested, 1) == text);
  CHECK(chain_text(nested.layers[1].chain) == "json_escape base64");
}

TEST_CASE("unwrap: outer spans hold the encoded text, padding and data URI head included", "[unwrap]") {
  struct Case {
    const char* value;
    uint64_t begin, end;
  };
  const Case cases[] = {{"x=MTM5MDAwMDEyMzQ1Ng==;", 1002, 1022},
                        {"src=data:text/plain;base64,MTM5MDAwMDEyMzQ= ", 1004, 1043},
                        {"%31\n\nb", 1000, 1006}};
  for (const Case& c : cases) {
    CAPTURE(c.value);
    const Unwrapped out = unwrapped(c.value);
    REQUIRE(out.layers.size() == 1);
    CHECK(out.layers[0].outer == Span{c.begin, c.end});
  }
}

TEST_CASE("unwrap: what a value is decides what its quotes and pluses mean", "[unwrap]") {
  EncodedValue form, csv;
  form.form = true;
  csv.csv_quoted = true;
  CHECK(layers_text(unwrapped("138+0013+8000", form)) == "percent: 138 0013 8000");
  CHECK(layers_text(unwrapped("138+0013+8000")).empty());
  CHECK(layers_text(unwrapped("a\"\"b", csv)) == "csv_quotes: a\"b");
  CHECK(layers_text(unwrapped("a\"\"b")).empty());
  const Unwrapped both = unwrapped("{\"\"n\"\":\"\"\\u5f20\"\"}", csv);
  CHECK(layers_text(both) == "csv_quotes: {\"n\":\"\\u5f20\"} | csv_quotes json_escape: {\"n\":\"张\"}");
  CHECK(both.layers[0].depth == 0);
  CHECK(both.layers[1].depth == 1);
}

TEST_CASE("unwrap: decoded bytes say whether they are UTF-8", "[unwrap]") {
  CHECK(unwrapped("%E5%BC%A0").layers.at(0).utf8);
  CHECK_FALSE(unwrapped("%D5%C5").layers.at(0).utf8);
  CHECK_FALSE(unwrapped("1cXI/TEzOTAwMDAxMjM0").layers.at(0).utf8);
}

TEST_CASE("unwrap: deeper than the limit is said to be incomplete, not undone", "[unwrap]") {
  std::string value = "13900001234 13900001234";
  for (uint8_t depth = 1; depth <= 5; ++depth) {
    value = base64_of(value);
    UnwrapLimits limits;
    limits.depth = 3;
    const Unwrapped out = unwrapped(value, {}, limits);
    CAPTURE(depth);
    CHECK(out.layers.size() == std::min<size_t>(depth, 3));
    CHECK((out.incomplete == kUnwrapDepth) == (depth > 3));
    limits.depth = 5;
    CHECK(unwrapped(value, {}, limits).layers.size() == depth);
    limits.depth = 0;
    CHECK(unwrapped(value, {}, limits).layers.empty());
    CHECK(unwrapped(value, {}, limits).incomplete == kUnwrapDepth);
  }
  CHECK(unwrapped("%25252531").incomplete == kUnwrapDepth);
  CHECK(unwrapped("%252531").incomplete == 0);
}

TEST_CASE("unwrap: past the budget is said to be incomplete, and the rest is done", "[unwrap]") {
  UnwrapLimits limits;
  limits.value_bytes = 64;
  EncodedValue lines;
  lines.lines = true;
  const Unwrapped one = unwrapped("%31" + std::string(100, 'x') + "\n\n%32\n", lines, limits);
  CHECK(one.incomplete == kUnwrapBudget);
  CHECK(layers_text(one) == "percent: 2\n");
  CHECK(unwrapped("%31" + std::string(60, 'x'), {}, limits).incomplete == 0);
  limits = {};
  limits.segment_bytes = 20;
  const Unwrapped two = unwrapped(base64_of("139 0000 1234") + " " + base64_of("150 0000 1234"), {}, limits);
  CHECK(two.incomplete == kUnwrapBudget);
  CHECK(two.layers.size() <= 1);
}

TEST_CASE("unwrap: a run over many segments is decoded in whole groups, and its state is small", "[unwrap]") {
  std::string plain;
  for (int i = 0; i < 9000; ++i) plain += std::to_string(10000000 + i * 7) + " 手机\n";
  for (const bool lines : {false, true}) {
    CAPTURE(lines);
    const std::string input = "data: " + (lines ? wrapped(base64_of(plain), 76, "\n") : base64_of(plain));
    std::string seen(plain.size(), '\0');
    Unwrapper unwrapper;
    UnwrapState state, skipped;
    for (uint64_t at = 0; at < input.size(); at += 16384) {
      const uint64_t end = std::min<uint64_t>(input.size(), at + 16384);
      const Window window = Window(input, 0).slice(at > 4096 ? at - 4096 : 0, end + 4096);
      Unwrapped out;
      unwrapper.skip(skipped, window, at, end);
      unwrapper.unwrap(state, window, at, end, nullptr, out);
      CHECK(state == skipped);
      CHECK(state.open == (end < input.size()));
      REQUIRE(out.layers.size() == 1);
      CHECK(out.layers[0].outer.begin == 6);
      const std::string text = layer_text(out, 0);
      const size_t place = plain.find(text);
      REQUIRE(place != std::string::npos);
      std::copy(text.begin(), text.end(), seen.begin() + static_cast<std::ptrdiff_t>(place));
    }
    CHECK(seen == plain);
  }
}
