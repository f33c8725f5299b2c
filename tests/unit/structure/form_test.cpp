// Form bodies.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::form;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"no input, no event", "\n", ""},
    {"fields have names", "a=b&phone=139&c=\n", "^a=b phone=139 c=$"},
    {"a field without a name is a value", "a&b=c&=d&&e\n", "^a b=c =d e$"},
    {"the return before a newline is not part of the value", "name=%E5%BC%A0+x\r\nb=1\r\n", "^name=%E5%BC%A0+x$ ^b=1$"},
    {"an equals sign in a value is part of it", "a=b=c&d==\n", "^a=b=c d==$"},
};

}  // namespace

TEST_CASE("form: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
