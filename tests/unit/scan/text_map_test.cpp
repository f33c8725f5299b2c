// The promises of scan/text_map.h, and of a DecodedStream: what it keeps does not grow with the input.
#include "scan/text_map.h"

#include <catch2/catch.hpp>

#include "scan/decoded_stream.h"
#include "scan/examples.h"
#include "support/encode.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

void add_plain(TextMap& map, std::string_view text, Span input) {
  OffsetMap none;
  map.add(text, none, input, true);
}
void add_pairs(TextMap& map, std::string_view text, Span input) {
  OffsetMap made;
  made.repeat(input, 2, 3);
  map.add(text, made, input, false);
}

}  // namespace

TEST_CASE("text map: while the text is the input nothing is mapped", "[scan][text_map]") {
  TextMap map;
  add_plain(map, "plain\n", {0, 6});
  CHECK(map.changes_nothing());
  CHECK(map.pieces() == 0);
  CHECK(map.source_of({3, 4}).begin == 3);
  CHECK(map.source_end(6) == 6);
  CHECK(map.source_of_line(0) == 0);
}

TEST_CASE("text map: offsets lead to the bytes of their characters", "[scan][text_map]") {
  TextMap map;
  add_plain(map, "ab\n", {0, 3});
  add_pairs(map, "张三", {3, 7});
  add_plain(map, "139\n", {7, 11});
  CHECK_FALSE(map.changes_nothing());
  CHECK(map.size() == 13);
  CHECK(map.source_of({3, 4}).begin == 3);
  CHECK(map.source_of({6, 7}).begin == 5);
  CHECK(map.source_of({7, 8}).begin == 5);
  CHECK(map.source_end(6) == 5);
  CHECK(map.source_end(9) == 7);
  CHECK(map.source_of({9, 10}).begin == 7);
  CHECK(map.source_end(12) == 10);
  CHECK(map.source_of_line(3) == 3);
}

TEST_CASE("text map: a line whose beginning was forgotten is still known", "[scan][text_map]") {
  TextMap map;
  OffsetMap made;
  made.repeat(4, 1, 2, 3);
  made.copy(6, 1);
  made.repeat(7, 1, 2, 3);
  map.add("张\n三", made, {4, 9}, false);
  add_plain(map, "139", {9, 12});
  add_plain(map, "\n", {12, 13});
  add_pairs(map, "四", {13, 15});
  CHECK(map.source_of_line(0) == 4);
  map.forget_before(7);  // nothing: the first piece ends there
  CHECK(map.source_of_line(4) == 7);
  map.forget_before(10);
  CHECK(map.source_of_line(4) == 7);
  CHECK(map.source_of({10, 11}).begin == 12);
  map.forget_before(11);
  CHECK(map.source_of_line(11) == 13);
}

TEST_CASE("text map: bytes that are no text at the end are no part of what is known", "[scan][text_map]") {
  const auto last = [](std::string_view bytes) {
    DecodedText decoded;
    convert(Charset::gb18030, bytes, 0, bytes.size(), decoded);
    TextMap map;
    map.add(decoded.text, decoded.map, {0, bytes.size()}, false);
    return map.source_of_last();
  };
  CHECK(last("139") == 3);
  CHECK(last("\xD5\xC5") == 2);
  CHECK(last("139\xD5") == 3);
  CHECK(last("\xD5\xC5\xD5") == 2);
  CHECK(last("\xFF") == 0);
  CHECK(last("\xFF\xFF\xFF\xFF") == 1);  // no character lacks more than three bytes
}

TEST_CASE("decoded stream: the maps it keeps do not grow with the input", "[scan][text_map]") {
  RuleErrors errors;
  const auto engine = load_engine({}, errors);
  REQUIRE(engine);
  const auto runner = Runner::create(*engine);
  DecodedStream stream(*engine, {}, {});
  std::string row;
  for (int i = 0; i < 40; ++i) row += encode(Charset::gb18030, "张1三2 ");  // a new piece every byte or two
  row += '\n';
  Findings found;
  size_t most = 0;
  for (int i = 0; i < 40000; ++i) {  // 11 MB
    stream.feed(*runner, row, found);
    if (i == 4000) most = stream.pieces();
    if (i > 4000) REQUIRE(stream.pieces() <= 4 * most);
  }
  CHECK(most > 1000);
  stream.finish(*runner, found);
  CHECK(found.bytes == 40000 * row.size());
  CHECK(found.invalid == 0);
}
