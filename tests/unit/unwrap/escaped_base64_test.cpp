// Base64 with escapes in it: which spellings are a part of it, where such a run begins and ends, and what it says.
#include "unwrap/escaped_base64.h"

#include <catch2/catch.hpp>

using namespace pidun;

namespace {

std::string undone(std::string_view text, size_t from, size_t to, OffsetMap& map) {
  std::string out;
  undo_base64_escapes(text, 100, from, to, out, map);
  return out;
}

}  // namespace

TEST_CASE("escaped base64: signs of its alphabet and ends of lines may be escaped, nothing else", "[unwrap]") {
  for (const char* text : {"\\/", "\\n", "\\r", "\\u002b", "\\u002F", "\\x2B"})
    CHECK(base64_escape_at(text, 0) == Encoding::json_escape);
  for (const char* text : {"%2B", "%2f", "%0D", "%0a"}) CHECK(base64_escape_at(text, 0) == Encoding::percent);
  for (const char* text : {"&#43;", "&#x2F;", "&sol;", "&plus;", "&#10;", "&#xd;"})
    CHECK(base64_escape_at(text, 0) == Encoding::html_entity);
  for (const char* text : {"\\\"", "\\u003d", "%3D", "%2", "&amp;", "&#4", "\\", "", "A", "+", "\n"})
    CHECK_FALSE(base64_escape_at(text, 0));
}

TEST_CASE("escaped base64: it reads as the characters it means, each from its spelling", "[unwrap]") {
  const std::string text = "\\/9j\\/4A\\u002bQ\\r\\nBC\"";
  OffsetMap map;
  CHECK(undone(text, 0, text.size(), map) == "/9j/4A+QBC");
  CHECK(map.source_of({0, 1}) == Span{100, 102});
  CHECK(map.source_of({3, 5}) == Span{104, 107});
  CHECK(map.source_of({6, 7}) == Span{108, 114});
  CHECK(map.source_of({8, 10}) == Span{119, 121});
  map.clear();
  CHECK(undone("xx%2FA==", 2, 8, map) == "/A");
  map.clear();
  CHECK(undone("AB\\u002bCD", 0, 3, map) == "AB+");  // an escape that begins before the end is read whole
}

TEST_CASE("escaped base64: a run ends before what is no part of it, groups are counted by what is meant", "[unwrap]") {
  const std::string text = "AB\\/DEF%2BHI\",";
  const EscapedRun run = escaped_run(text, 0, text.size());
  CHECK(run.end == 12);
  CHECK(run.aligned == 11);
  CHECK(escaped_run(text, 0, 9).aligned == 5);
  CHECK(escaped_run(text, 0, 4).aligned == 0);
  CHECK(escaped_run("ABCD\\n\"", 0, 9).end == 4);  // an end of a line only between characters
  CHECK(escaped_run("AB\\n\\n\\n\\n\\nCD", 0, 99).end == 2);
  CHECK(escaped_run("\"", 0, 9).end == 0);
  CHECK(run.escape == Encoding::json_escape);  // of its first escape, wherever that stands
  CHECK(escaped_run("UklGR%2FAA", 0, 9).escape == Encoding::percent);
  CHECK_FALSE(escaped_run("UklGRAAA", 0, 9).escape);
}

TEST_CASE("escaped base64: its begin stands before the first part that is noticed", "[unwrap]") {
  const std::string text = "{\"a\":\"\\/9j\\/4AAQSkZJRgABAQ";
  CHECK(escaped_begin(text, text.find("/4AAQ"), true) == 6);
  CHECK(escaped_begin("\\/9j\\/4AAQSkZJ", 5, true) == 0);
  CHECK(escaped_begin("\\/9j\\/4AAQSkZJ", 5, false) == std::string::npos);
  CHECK(escaped_begin(":AAAA", 1, false) == 1);
  CHECK(escaped_begin("\"" + std::string(60, 'A') + "\\/B", 63, true) == std::string::npos);
}
