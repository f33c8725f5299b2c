// A text gives the same findings in every charset that has its characters, each at the bytes its characters became.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>

#include "base/utf8.h"
#include "property/made_inputs.h"
#include "property/scan_support.h"
#include "support/encode.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// Where each character of `text` begins in its encoding.
struct Encoded {
  std::string bytes;
  std::map<uint64_t, uint64_t> places;
};

Encoded encode_by_character(Charset charset, const std::string& text) {
  Encoded out;
  std::map<std::string, std::string> known;
  for (size_t at = 0; at < text.size();) {
    const size_t length = decode_utf8(std::string_view(text).substr(at)).bytes;
    const std::string character = text.substr(at, length);
    auto found = known.find(character);
    if (found == known.end()) found = known.emplace(character, encode(charset, character)).first;
    out.places[at] = out.bytes.size();
    out.bytes += found->second;
    at += length;
  }
  out.places[text.size()] = out.bytes.size();
  return out;
}

std::string made(size_t size) {
  const Shape shape = *rc::gen::element(Shape::log, Shape::csv, Shape::json_lines, Shape::json_document, Shape::prose);
  std::string text = InputMaker(*rc::gen::arbitrary<uint64_t>(), shape).make(size);
  while (!text.empty() && (text.back() & 0x80) != 0) text.pop_back();  // a character may be cut
  return text;
}

// What was found in UTF-8, as it is to be told of the encoded text.
Scanned moved(Scanned scanned, const Encoded& encoded, const std::string& text) {
  for (size_t i = 0; i < scanned.findings.size(); ++i) {
    pidun_finding& finding = scanned.findings[i];
    const size_t feed = finding.begin == 0 ? std::string::npos : text.rfind('\n', finding.begin - 1);
    const uint64_t line = encoded.places.at(feed == std::string::npos ? 0 : feed + 1);
    const size_t column = scanned.details[i].find(" column ");
    const size_t behind = scanned.details[i].find(' ', column + 8);
    finding.outer_begin = encoded.places.at(finding.outer_begin);
    finding.outer_end = encoded.places.at(finding.outer_end);
    finding.begin = encoded.places.at(finding.begin);
    finding.end = encoded.places.at(finding.end);
    scanned.details[i].replace(column + 8, behind - column - 8, std::to_string(finding.begin - line + 1));
  }
  scanned.bytes = encoded.bytes.size();
  return scanned;
}

void check(Charset charset, const char* name, size_t least, size_t most) {
  static pidun::Engine engine;
  static Scratch scratch(engine);
  const std::string text = made(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange<size_t>(least, most)));
  const Encoded encoded = encode_by_character(charset, text);
  auto options = default_options();
  options.min_confidence = *rc::gen::element<uint32_t>(0, 1);
  Context context;
  context.set("charset", name);
  options.context = context.get();
  const Scanned found = scan_whole(scratch, encoded.bytes, options);
  options.context = nullptr;
  RC_ASSERT(difference(moved(scan_whole(scratch, text, options), encoded, text), found) == "");
  RC_ASSERT(found.invalid == 0U);
}

}  // namespace

TEST_CASE("decoded: GB18030 gives the findings of UTF-8", "[decoded][same]") {
  CHECK(rc::check([] { check(Charset::gb18030, "gbk", 1, 9000); }));
  CHECK(rc::check([] { check(Charset::gb18030, "gb18030", 60000, 150000); }));
}

TEST_CASE("decoded: UTF-16 gives the findings of UTF-8", "[decoded][same]") {
  CHECK(rc::check([] { check(Charset::utf16le, "utf-16le", 200, 9000); }));
  CHECK(rc::check([] { check(Charset::utf16be, "utf-16", 4000, 9000); }));
  CHECK(rc::check([] { check(Charset::utf16le, "utf-16", 60000, 150000); }));
}
