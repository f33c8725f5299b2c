// Lines of key=value.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::pairs;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"no input, no event", "\n", ""},
    {"words part pairs, lines part rows", "level=info phone=13900001234 name=\"张 三\"\nb=2",
     "^level=info phone=13900001234 name=\"张 三\"$ ^b=2$"},
    {"the return before a newline is a blank", "a=1\r\nb=2\r\n", "^a=1$ ^b=2$"},
    {"a backslash keeps a quote", "a=\"x \\\"y\\\" z\\\\\" b=1\n", "^a=\"x \\\"y\\\" z\\\\\" b=1$"},
    {"a value may have no bytes", "a= b=\"\" c=\n", "^a= b=\"\" c=$"},
    {"a quote that is not closed ends with its line", "a=\"open b=1\nc=\"\\\nd=2\n",
     "^a=\"open b=1\"$ ^c=\"\\\"$ ^d=2$"},
    {"words without a key are one value", "2024-05-01 10:20 user logged in phone=139, id=7; done now\n",
     "^2024-05-01 10:20 user logged in phone=139 id=7 done now$"},
    {"a comma or semicolon at the end of a bare value is not part of it", "a=1, b=2; c=3,, d=,\n", "^a=1 b=2 c=3, d=$"},
    {"what cannot be a key names nothing", "=x 1a=b a?=c\n", "^=x 1a=b a?=c$"},
    {"the first equals sign ends the key", "a=b=c d==\n", "^a=b=c d==$"},
    {"keys of hanzi, with dots and brackets", "姓名=张三 tags[0].x=1 @ts=5\n", "^姓名=张三 tags[0].x=1 @ts=5$"},
    {"what follows a closing quote is the next word", "a=\"x\"y=2 b=\"p\",c\n", "^a=\"x\" y=2 b=\"p\" ,c$"},
};

}  // namespace

TEST_CASE("pairs: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
