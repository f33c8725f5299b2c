// Rows parted by four hyphens.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::dashed;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"four hyphens part cells", "user----pass----张三----110101\nb----c\n", "^user pass@1 张三@2 110101@3$ ^b c@1$"},
    {"fewer are part of the cell", "a--b-----c---\n", "^a--b -c---@1$"},
    {"eight part an empty cell", "d--------e----\n", "^d @1 e@2 @3$"},
    {"blank rows give nothing", "\r\n\na----b\r\n\n", "^a b@1$"},
    {"hyphens alone", "----\n---\n-\n", "^ @1$ ^---$ ^-$"},
};

}  // namespace

TEST_CASE("dashed: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
