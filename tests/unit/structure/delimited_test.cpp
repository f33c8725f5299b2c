// Rows of cells, in order and not.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout table(char delimiter, bool has_header = false) {
  Layout layout;
  layout.format = Format::delimited;
  layout.delimiter = delimiter;
  layout.has_header = has_header;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"no input, no event", "", ""},
    {"cells have columns, rows have borders", "a,b,c\nd,e,f\n", "^a b@1 c@2$ ^d e@1 f@2$"},
    {"the last row needs no newline", "a,b\nc,d", "^a b@1$ ^c d@1$"},
    {"empty cells are values without bytes", ",,\n", "^ @1 @2$"},
    {"an empty cell at the end of the input", "a,", "^a @1$"},
    {"a row of one cell", "a\nb,c\n", "^a$ ^b c@1$"},
    {"rows may be ragged", "a,b,c\nd\ne,f\n", "^a b@1 c@2$ ^d$ ^e f@1$"},
    {"blank rows give nothing", "\n\r\na,b\n\n", "^a b@1$"},
    {"the return before a newline is not part of the cell", "a,b\r\nc,\r\n", "^a b@1$ ^c @1$"},
    {"a return before a delimiter is part of the cell", "a\r,b\n", "^a\r b@1$"},
    {"quotes are not part of the value", "\"a\",\"b\"\n", "^\"a\" \"b\"@1$"},
    {"an empty quoted cell is a value", "\"\"\n\"\",\"\"", "^\"\"$ ^\"\" \"\"@1$"},
    {"delimiters and newlines in quotes are text", "\"a,b\nc\",d\n", "^\"a,b\nc\" d@1$"},
    {"a doubled quote does not close the cell", "\"a\"\"b\",\"\"\"\"\n", "^\"a\"\"b\" \"\"\"\"@1$"},
    {"a quoted cell before a return and newline", "a,\"b\"\r\nc,d\r\n", "^a \"b\"@1$ ^c d@1$"},
    {"a quote inside a cell is text", "a\"b,c\" \n", "^a\"b c\" @1$"},
    {"text behind the closing quote belongs to the cell", "\"ab\"cd,e\n", "^\"ab\"cd\" e@1$"},
    {"quotes behind the closing quote are text", "\"a\" b\"c\",d\n", "^\"a\" b\"c\"\" d@1$"},
    {"a quote that is not closed ends with the input", "a,\"b,c", "^a \"b,c\"@1$"},
    {"a quote at the very end", "a,\"", "^a \"\"@1$"},
    {"a byte order mark does not hide a quote", "\xEF\xBB\xBF\"a\",b\n", "^\"a\" b@1$"},
};

}  // namespace

TEST_CASE("delimited: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(table(','), c.input) == c.events);
    CHECK(events_text_bytewise(table(','), c.input) == c.events);
  }
}

TEST_CASE("delimited: each delimiter parts its own tables only", "[structure]") {
  for (const char delimiter : {',', '\t', '|', ';'}) {
    std::string input = "a,b\tc|d;e\n";
    CHECK(read_whole(table(delimiter), input).size() == 2);
  }
}

TEST_CASE("delimited: the first row with bytes is the header", "[structure]") {
  CHECK(events_text(table(',', true), "\n姓名,\"电话\"\n张三,1\n") == "#^姓名 #\"电话\"@1$ ^张三 1@1$");
}

TEST_CASE("delimited: an open cell is reported with what is known of it", "[structure]") {
  const std::string input = "a,\"b\"\"c\"\n";
  const std::unique_ptr<Reader> reader = make_reader(table(','));
  std::vector<Event> events;
  read_to(*reader, input, 3, false, events);  // behind the opening quote: no byte of the value yet
  CHECK(events.size() == 1);
  read_to(*reader, input, 5, false, events);  // the quote at 4 may close
  REQUIRE(events.size() == 2);
  CHECK(events[1].end == 4);
  CHECK(events[1].flags == (kEventQuoted | kEventOpen));
  read_to(*reader, input, 9, true, events);
  REQUIRE(events.size() == 3);
  CHECK(events[2] == Event{3, 7, 1, 0, 0, 0, EventKind::value, kEventQuoted | kEventContinued | kEventRowEnd});
}

TEST_CASE("delimited: a quote that is never closed costs at most kQuotedMost and the rest of its line", "[structure]") {
  std::string input = "a,\"";  // the text begins at offset 3
  while (input.size() < 3 + kQuotedMost) input += "x,y\n";
  const size_t closed_at = input.size() - 1;
  const bool behind = closed_at >= 3 + kQuotedMost;
  input += "p,q\nr,s\n";
  const std::vector<Event> events = read_whole(table(','), input);
  CHECK(events == reference::read(table(','), input));
  REQUIRE(events.size() >= 4);
  CHECK(events[1].begin == 3);
  CHECK(events[1].end == (behind ? closed_at : closed_at + 4));
  CHECK(event_text(events[events.size() - 2], input) == "^r");
  CHECK(event_text(events[events.size() - 1], input) == "s@1$");
}

TEST_CASE("delimited: the newline that gives up a quoted cell lies at exactly kQuotedMost", "[structure]") {
  for (const uint64_t length : {kQuotedMost - 1, kQuotedMost, kQuotedMost + 1}) {
    const std::string input = "\"" + std::string(length, 'x') + "\nb,c\n";
    const std::vector<Event> events = read_whole(table(','), input);
    CHECK(events.size() == (length < kQuotedMost ? 1 : 3));
    CHECK(events == reference::read(table(','), input));
  }
}

TEST_CASE("delimited: rows across the borders of blocks and words", "[structure]") {
  for (const size_t shift : {0u, 1u, 62u, 63u, 64u, 65u}) {
    std::string input(shift, 'z');
    for (int i = 0; i < 2000; ++i) input += "张三,\"a\"\"b\",,138\r\nx,\"multi\nline\"\n";
    CHECK(read_whole(table(','), input) == reference::read(table(','), input));
  }
}
