// multipart/form-data.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::multipart;
  layout.boundary = "--xyz";
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"a part's name stands over its body",
     "--xyz\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n13900001234\r\n--xyz--\r\n",
     "^phone=13900001234$"},
    {"parameters and headers are values",
     "--xyz\nContent-Disposition: form-data; name=f; filename=\"张三.jpg\"; x=y\nContent-Type: "
     "image/jpeg\n\nabc\n--xyz--\n",
     "^filename=\"张三.jpg\" x=y Content-Type=image/jpeg f=abc$"},
    {"what begins like a boundary is body", "--xyz\n\na\n--xy\n--x\n\n--xyz--\n", "^a\n--xy\n--x\n$"},
    {"an empty body is a value", "--xyz\nX-Y:z\n\n--xyz--\n", "^X-Y=z $"},
    {"a blank line is part of the body, the newline before the boundary is not",
     "--xyz\n\n\na\n\n--xyz\n\nb\r\n--xyz--", "^\na\n b$"},
    {"text before the first boundary and behind the last", "pre\n--xyz\n\na\n--xyz--\nepilogue\n",
     "^pre a$ ^epilogue$"},
    {"a boundary in the headers begins the next part", "--xyz\nA: b\n--xyz\n\nc\n--xyz--\n", "^A=b c$"},
    {"cut off in its body", "--xyz\r\nno colon\r\n\r\ncut off\r\n", "^no colon cut off$"},
    {"cut off in its headers", "--xyz\r\nContent-Disposition: form-data; name=\"a", ""},
    {"two forms are two rows", "--xyz\n\na\n--xyz--\n--xyz\n\nb\n--xyz--\n", "^a$ ^b$"},
};

}  // namespace

TEST_CASE("multipart: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
