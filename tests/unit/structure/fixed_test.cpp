// Columns at fixed bytes.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::fixed;
  layout.starts = {0, 8, 20};
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"cells begin where their columns do, without blanks around", "ab      13900001234 cd e\n",
     "^ab 13900001234@1 cd e@2$"},
    {"a short line has fewer cells, an empty cell gives none", "a\n\n        x\r\n                    z\r\n",
     "^a$ ^x@1$ ^z@2$"},
    {"a cell ends where the next column begins", "abcdefghijklmnopqrstuvwxyz\n", "^abcdefgh ijklmnopqrst@1 uvwxyz@2$"},
    {"bytes are counted, not characters", "张三    13900001234  北京\n", "^张三 1390000123@1 4  北京@2$"},
};

}  // namespace

TEST_CASE("fixed: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
