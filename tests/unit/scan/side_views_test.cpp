// Of what is encoded or disguised, through the C API: the exact bytes that spell a value, the chain, nothing twice.
#include <catch2/catch.hpp>
#include <functional>

#include "pidun/pidun.hpp"
#include "property/scan_support.h"
#include "support/encodings.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// "KIND VALUE [chain>] outer OUTER" of each finding; the values as they stand in the input.
struct Seen {
  std::string kind, value, outer, chain, evidence;
  unsigned depth = 0;
  uint16_t flags = 0;
};

struct Outcome {
  std::vector<Seen> found;
  uint32_t incomplete = 0;
};

Outcome scan(std::string_view text, uint32_t format = PIDUN_FORMAT_LINES, const char* label = nullptr) {
  static const Engine engine;
  static Scratch scratch(engine);
  Results results;
  auto options = default_options();
  options.format = format;
  options.label = label;
  scratch.scan(text.data(), text.size(), options, results);
  Outcome out;
  out.incomplete = results.incomplete();
  for (size_t i = 0; i < results.size(); ++i) {
    const pidun_finding& finding = results[i];
    auto kind = sized<pidun_kind_info>();
    REQUIRE(pidun_kind_get(finding.kind, &kind) == PIDUN_OK);
    Seen seen;
    seen.kind = kind.name;
    seen.value = text.substr(finding.begin, finding.end - finding.begin);
    seen.outer = text.substr(finding.outer_begin, finding.outer_end - finding.outer_begin);
    for (size_t n = 0; const char* link = results.chain(i, n); ++n) seen.chain += std::string(n > 0 ? ">" : "") + link;
    seen.evidence = results.evidence(i);
    seen.depth = finding.depth;
    seen.flags = finding.flags;
    out.found.push_back(seen);
  }
  return out;
}

struct Sample {
  const char* kind;
  std::string value;
};
const Sample kSamples[] = {{"resident_id_number", "11010519491231002X"},
                           {"mobile_number", "13912345678"},
                           {"email_address", "zhang.san@example.com"},
                           {"bank_card_number", "6222021234567890128"}};

struct Spelling {
  const char* chain;
  unsigned depth;
  std::function<std::string(const std::string&)> spell;
};

std::string entities(const std::string& text) { return bytes_as("&#%u;", text); }

const Spelling kSpellings[] = {
    {"json_escape", 1, [](const std::string& v) { return bytes_as("\\u%04x", v); }},
    {"js_escape", 1, [](const std::string& v) { return bytes_as("\\x%02x", v); }},
    {"percent", 1, [](const std::string& v) { return percent_of(v); }},
    {"html_entity", 1, [](const std::string& v) { return entities(v); }},
    {"html_entity", 1, [](const std::string& v) { return bytes_as("&#x%x;", v); }},
    {"quoted_printable", 1, [](const std::string& v) { return bytes_as("=%02X", v); }},
    {"base64", 1, [](const std::string& v) { return base64_of(v, false, false); }},
    {"base64", 1, [](const std::string& v) { return base64_of(v, true, false); }},
    {"hex", 1, [](const std::string& v) { return hex_of(v); }},
    {"percent>percent", 2, [](const std::string& v) { return bytes_as("%%25%02X", v); }},
    {"html_entity>percent", 2, [](const std::string& v) { return entities(percent_of(v)); }},
    {"percent>base64", 2, [](const std::string& v) { return percent_of(base64_of(v, false, false)); }},
    {"base64>base64", 2, [](const std::string& v) { return base64_of(base64_of(v, false, false), false, false); }},
    {"base64>percent>json_escape", 3,
     [](const std::string& v) { return base64_of(percent_of(bytes_as("\\u%04x", v)), false, false); }},
};

std::string fullwidth(const std::string& text) {
  std::string wide;
  for (const char c : text) {
    wide += '\xEF';
    wide += static_cast<char>(c < 0x60 ? 0xBC : 0xBD);
    wide += static_cast<char>(c < 0x60 ? 0x60 + c : 0x20 + c);
  }
  return wide;
}

}  // namespace

TEST_CASE("side views: each spelling of each kind is told once, at the bytes that spell it", "[scan][views]") {
  for (const Spelling& spelling : kSpellings) {
    for (const Sample& sample : kSamples) {
      for (const char* before : {"", "值：", "id="}) {
        const std::string spelt = spelling.spell(sample.value);
        CAPTURE(spelling.chain, sample.kind, before);
        const auto found = scan(before + spelt + "\n").found;
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == sample.kind);
        CHECK(found[0].value == spelt);
        CHECK(found[0].chain == spelling.chain);
        CHECK(found[0].depth == spelling.depth);
        CHECK(found[0].outer.find(spelt) != std::string::npos);
        CHECK(found[0].evidence == scan(sample.value).found.at(0).evidence);
      }
    }
  }
}

TEST_CASE("side views: in JSON a value is under its key, and a plain value among escapes has no chain",
          "[scan][views]") {
  const auto found =
      scan(R"({"phone":"\u0031\u0033912345678","text":"\u8054\u7cfb 13912345679\n","手机":"MTM5MTIzNDU2ODA="})",
           PIDUN_FORMAT_JSON)
          .found;
  REQUIRE(found.size() == 3);
  CHECK(found[0].value == R"(\u0031\u0033912345678)");
  CHECK((found[0].flags & PIDUN_FINDING_LABELLED) != 0);
  CHECK(found[0].chain == "json_escape");
  CHECK(found[1].value == "13912345679");
  CHECK(found[2].value == "MTM5MTIzNDU2ODA");
  CHECK(found[2].outer == "MTM5MTIzNDU2ODA=");
  CHECK((found[2].flags & PIDUN_FINDING_LABELLED) != 0);
}

TEST_CASE("side views: padding and data URIs belong to the outer span", "[scan][views]") {
  const auto found = scan("data:text/plain;base64,MTM5MTIzNDU2Nzg=\n").found;
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "MTM5MTIzNDU2Nzg");
  CHECK(found[0].outer == "data:text/plain;base64,MTM5MTIzNDU2Nzg=");
  CHECK(found[0].chain == "data_uri");
}

TEST_CASE("side views: a fold is no layer, and its bytes are the disguised ones", "[scan][views]") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.kind);
    std::string joined;
    for (const char c : sample.value) joined += std::string(joined.empty() ? "" : "\u200b") + c;
    for (const std::string& disguised : {fullwidth(sample.value), joined}) {
      const auto found = scan("值：" + disguised + "\n").found;
      REQUIRE(found.size() == 1);
      CHECK(found[0].kind == sample.kind);
      CHECK(found[0].value == disguised);
      CHECK(found[0].outer == disguised);
      CHECK(found[0].chain.empty());
      CHECK(found[0].depth == 0);
      CHECK(found[0].evidence == scan(sample.value).found.at(0).evidence);
    }
  }
  const auto spoken = scan("电话一三八一二三四五六七八\n").found;
  REQUIRE(spoken.size() == 1);
  CHECK(spoken[0].value == "一三八一二三四五六七八");
  CHECK(spoken[0].kind == std::string("mobile_number"));
  const auto inside = scan(percent_of("值：" + fullwidth("13912345678"))).found;
  REQUIRE(inside.size() == 1);
  CHECK(inside[0].value == percent_of(fullwidth("13912345678")));
  CHECK(inside[0].chain == "percent");
}

TEST_CASE("side views: a disguised cell is under its column", "[scan][views]") {
  const auto found =
      scan("姓名,手机号\n张三," + fullwidth("13912345678") + "\n李四,13912345679\n", PIDUN_FORMAT_CSV).found;
  REQUIRE(found.size() == 4);  // and the names
  CHECK(found[1].value == fullwidth("13912345678"));
  CHECK((found[1].flags & PIDUN_FINDING_LABELLED) != 0);
  CHECK(found[3].value == "13912345679");
}

TEST_CASE("side views: what only looks encoded or disguised stays silent", "[scan][views]") {
  for (const char* text : {"一是说明情况，二是一三五七天内答复，三八二十四。", "①②③④⑤⑥⑦⑧⑨⑩⑪", "x² + y³ = z², m²",
                           "第一百三十八条 一万二千三百四十五元", "100%13812 &amp; =3D = \\d{11}",
                           "3f786850e387550fdab836ed7e6dc881de23001b", "aGVsbG8gd29ybGQsIHRoaXMgaXMgdGV4dA=="}) {
    CAPTURE(text);
    CHECK(scan(text).found.empty());
  }
}

TEST_CASE("side views: GBK inside an encoding is read as such", "[scan][views]") {
  const auto found = scan("%CA%D6%BB%FA%BA%C5%A3%BA%31%33%39%31%32%33%34%35%36%37%38\n").found;  // 手机号：
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "%31%33%39%31%32%33%34%35%36%37%38");
  CHECK((found[0].flags & PIDUN_FINDING_LABELLED) != 0);
}

TEST_CASE("side views: depth and budget are kept and told, and all else is scanned", "[scan][views]") {
  std::string four = "13912345678";
  for (int i = 0; i < 4; ++i) four = base64_of("x " + four + " y", false, false);
  const auto deep = scan(four + "\n13912345679\n");
  CHECK(deep.incomplete == PIDUN_INCOMPLETE_ENCODINGS);
  REQUIRE(deep.found.size() == 1);
  CHECK(deep.found[0].value == "13912345679");

  std::string bomb = "13912345678";
  while (bomb.size() < 200000) bomb = base64_of(bomb + bomb + bomb, false, false);
  const auto nested = scan(bomb + "\n13912345679\n");
  REQUIRE(!nested.found.empty());
  CHECK(nested.found.back().value == "13912345679");
  CHECK(nested.incomplete != 0);
}

TEST_CASE("side views: a run of 64 MiB is read to its end", "[scan][views]") {
  std::string text(48u << 20, ' ');
  for (size_t i = 0; i + 100 < text.size(); i += 50) text[i] = static_cast<char>('a' + i % 26);
  text += "手机 13912345678 ";
  const auto found = scan("body: " + base64_of(text)).found;
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == "mobile_number");
  CHECK(found[0].chain == "base64");
}
