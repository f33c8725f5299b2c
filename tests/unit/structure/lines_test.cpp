// Plain lines, and what all readers share: the byte order mark, open values, offsets.
#include <catch2/catch.hpp>

#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"no input, no event", "", ""},
    {"each line is a value and a row", "a b\nc\n", "^a b$ ^c$"},
    {"the last line needs no newline", "a\nb", "^a$ ^b$"},
    {"blank lines give nothing", "\n\na\n\r\n\nb\n", "^a$ ^b$"},
    {"the return before a newline is not part of the line", "a\r\nb\r\r\n", "^a$ ^b\r$"},
    {"a return at the end of the input is not part of the line", "a\r", "^a$"},
    {"a return inside a line is", "a\rb\n", "^a\rb$"},
    {"a byte order mark is not part of the first line",
     "\xEF\xBB\xBF"
     "a\n",
     "^a$"},
    {"part of a byte order mark is text", "\xEF\xBB", "^\xEF\xBB$"},
    {"a byte order mark alone is nothing", "\xEF\xBB\xBF", ""},
    {"a byte order mark further on is text", "a\n\xEF\xBB\xBF\n", "^a$ ^\xEF\xBB\xBF$"},
};

}  // namespace

TEST_CASE("lines: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(Layout{}, c.input) == c.events);
    CHECK(events_text_bytewise(Layout{}, c.input) == c.events);
  }
}

TEST_CASE("lines: a line that goes on is reported open, and continued from its begin", "[structure]") {
  const std::string input = "ab\ncdef\n";
  const std::unique_ptr<Reader> reader = make_reader(Layout{});
  std::vector<Event> events;
  read_to(*reader, input, 5, false, events);
  read_to(*reader, input, 6, false, events);
  read_to(*reader, input, 8, true, events);
  const uint8_t row = kEventRowBegin | kEventRowEnd;
  const std::vector<Event> expected = {
      {0, 2, 0, 0, 0, 0, EventKind::value, row},
      {3, 5, 0, 0, 0, 0, EventKind::value, static_cast<uint8_t>(row | kEventOpen)},
      {3, 6, 0, 0, 0, 0, EventKind::value, static_cast<uint8_t>(row | kEventOpen | kEventContinued)},
      {3, 7, 0, 0, 0, 0, EventKind::value, static_cast<uint8_t>(row | kEventContinued)}};
  CHECK(events == expected);
  CHECK(reader->offset() == 8);
  CHECK_FALSE(reader->too_deep());
}

TEST_CASE("lines: an open line does not claim a return that may belong to the newline", "[structure]") {
  const std::unique_ptr<Reader> reader = make_reader(Layout{});
  std::vector<Event> events;
  read_to(*reader, "ab\r\n", 3, false, events);
  REQUIRE(events.size() == 1);
  CHECK(events[0].end == 2);
}

TEST_CASE("lines: a line longer than all that is shown is one value", "[structure]") {
  const std::string input(300000, 'x');
  std::vector<uint64_t> cuts;
  for (uint64_t cut = 5000; cut < input.size(); cut += 5000) cuts.push_back(cut);
  const std::unique_ptr<Reader> reader = make_reader(Layout{});
  std::string error;
  const std::vector<Event> whole = merged(read_cut(*reader, input, cuts), error);
  CHECK(error == "");
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].end == input.size());
}
