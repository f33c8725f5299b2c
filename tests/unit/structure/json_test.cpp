// JSON: in order, cut off, broken, in lines.
#include <algorithm>
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout json() {
  Layout layout;
  layout.format = Format::json;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"no input, no event", "", ""},
    {"strings and scalars have the name over them", R"({"a":"x","b": 12 ,"c":null})", R"({ a="x" b=12 c=null })"},
    {"empty strings are values, empty names are names", R"({"a":"","":"x"})", R"({ a="" ="x" })"},
    {"numbers, true, false, null", "[1, -2.5e+3,true,false,null]", "[ 1 -2.5e+3@1 true@2 false@3 null@4 ]"},
    {"items carry the name of their array", R"({"a":[1,[2,"x"],{"b":3}]})",
     R"({ a=[ a=1 a=[@1 a=2 a="x"@1 ]@1 a={@2 b=3 }@2 ] })"},
    {"a name is not carried past its value", R"({"a":{"b":1},"c":[],"d":2})", "{ a={ b=1 } c=[ ] d=2 }"},
    {"escaped quotes do not close", R"(["a\"b","\\","\\\"","\u4e2d"])", R"([ "a\"b" "\\"@1 "\\\""@2 "\u4e2d"@3 ])"},
    {"brackets and commas in strings are text", R"(["{[,:]}"])", R"([ "{[,:]}" ])"},
    {"documents one after the other", R"({"a":1}{"b":2} [3])", "{ a=1 } { b=2 } [ 3 ]"},
    {"one stray text", "hello 138 0013 8000 ", "hello 138 0013 8000"},
    {"a single string or number is a document", "\"x\"\n7\n", "\"x\" 7"},
    {"stray text ends at newline, quote and bracket", "a b\nc\"d\"e[f]", "a b c \"d\" e [ f ]"},
    {"names without quotes", "{a: 1, b_c :'x'}", "{ a=1 b_c='x' }"},
    {"a byte order mark is not a value", "\xEF\xBB\xBF[1]", "[ 1 ]"},
    {"cut in a string", R"({"a":["xy)", R"({ a=[ a="xy" ]] }})"},
    {"cut in a number", R"({"a":12)", "{ a=12 }}"},
    {"cut in a name: its bytes are a value", R"({"ab)", R"({ "ab" }})"},
    {"cut behind a backslash", R"(["a\)", "[ \"a\\\" ]]"},
    {"a bracket closes what was left open inside", R"({"a":[1,{"b":2]})", "{ a=[ a=1 a={@1 b=2 }}@1 ] }"},
    {"a bracket that nothing was opened for is skipped", "]1}[2}]", "1 [ 2 ]"},
    {"a missing comma", R"({"a":1 "b":2})", R"({ a=1 a="b" a=2 })"},
    {"a missing colon", R"({"a" "b","c":1})", R"({ a="b" c=1 })"},
    {"a newline ends a string", "[\"ab\ncd\",1]", "[ \"ab\" cd \",1]\" ]]"},
    {"lines: each is a document", "{\"a\":1}\n{\"a\":2}\n", "{ a=1 } { a=2 }"},
    {"lines: a line cut off is closed by the next", "{\"a\":1}\n{\"a\":[\"x\n{\"a\":2}\n",
     "{ a=1 } { a=[ a=\"x\" ]] }} { a=2 }"},
    {"lines: of arrays likewise", "[1]\r\n[2,{\"a\":\n[3]\n", "[ 1 ] [ 2 {@1 }}@1 ]] [ 3 ]"},
    {"lines: stray text between does no harm", "{\"a\":1}\nERROR \"x\n{\"a\":2}\n", "{ a=1 } ERROR \"x\" { a=2 }"},
    {"one document over many lines is not JSON Lines", "[\n{\"a\":\n{\"b\":1}},\n{\"c\":2}\n]\n",
     "[ { a={ b=1 } } {@1 c=2 }@1 ]"},
};

}  // namespace

TEST_CASE("json: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(json(), c.input) == c.events);
    CHECK(events_text_bytewise(json(), c.input) == c.events);
  }
}

TEST_CASE("json: a name is given when it lies at most kMaxNameBack before the value", "[structure]") {
  for (const size_t blanks : {kMaxNameBack - 5, kMaxNameBack - 4, kMaxNameBack - 3}) {
    const std::string input = "{\"a\":" + std::string(blanks, ' ') + "\"x\"}";
    const std::vector<Event> events = read_whole(json(), input);
    REQUIRE(events.size() == 3);
    const uint64_t distance = events[1].begin - 2;
    CHECK(events[1].name_back == (distance <= kMaxNameBack ? distance : 0));
    CHECK(events[1].name_length == (distance <= kMaxNameBack ? 1 : 0));
  }
}

TEST_CASE("json: what is too long for a name is a value", "[structure]") {
  for (const size_t length : {kMaxNameBack - 1, kMaxNameBack, kMaxNameBack + 1}) {
    const std::string input = "{\"" + std::string(length, 'k') + "\":1}";
    const std::vector<Event> events = read_whole(json(), input);
    CHECK(events.size() == (length <= kMaxNameBack ? 3 : 4));
    CHECK(events == reference::read(json(), input));
  }
}

TEST_CASE("json: nesting deeper than kMaxDepth is counted and reported", "[structure]") {
  for (const size_t depth : {size_t{kMaxDepth}, size_t{kMaxDepth} + 1, size_t{50000}}) {
    std::string input;
    for (size_t i = 0; i < depth; ++i) input += "{\"a\":";
    input += "\"x\"" + std::string(depth, '}') + "{\"b\":1}";
    const std::unique_ptr<Reader> reader = make_reader(json());
    const std::vector<Event> events = read_cut(*reader, input, {});
    CHECK(reader->too_deep() == (depth > kMaxDepth));
    CHECK(events == reference::read(json(), input));
    CHECK(check_bounds(events, input.size()) == "");
    REQUIRE(events.size() >= 3);
    CHECK(event_text(events[events.size() - 2], input) == "b=1");
    CHECK(events[events.size() - 2].depth == 1);
  }
}

TEST_CASE("json: a value that goes on is reported open, one that may be a name is not", "[structure]") {
  const std::string input = R"({"name":"abc"})";
  const std::unique_ptr<Reader> reader = make_reader(json());
  std::vector<Event> events;
  read_to(*reader, input, 4, false, events);
  CHECK(events.size() == 1);
  read_to(*reader, input, 10, false, events);
  REQUIRE(events.size() == 2);
  CHECK(events[1] == Event{9, 10, 0, 7, 4, 1, EventKind::value, kEventQuoted | kEventOpen});
  read_to(*reader, input, input.size(), true, events);
  REQUIRE(events.size() == 4);
  CHECK(events[2] == Event{9, 12, 0, 7, 4, 1, EventKind::value, kEventQuoted | kEventContinued});
}

TEST_CASE("json: runs of backslashes across the borders of words and blocks", "[structure]") {
  for (size_t shift = 0; shift < 70; ++shift) {
    for (size_t run : {1u, 2u, 63u, 64u, 65u, 4095u, 4096u}) {
      const std::string input = "[" + std::string(shift, ' ') + "\"" + std::string(run, '\\') + "\",1]\n[2]";
      CHECK(read_whole(json(), input) == reference::read(json(), input));
    }
  }
}

TEST_CASE("json: what is out of order reads the same at every place of words and blocks", "[structure]") {
  const std::string row = R"({"name":"x","n": 12 34 ,"list":[1,{"a":null},"\\\""]},)";
  const char* const odd[] = {"\"open\n", "\\\"a\",", "7 \\\" 8\n", "|", "}]", "\"a\\", "1 2\n3 4", "\n\n", ":\":\":"};
  for (const char* const bytes : odd) {
    for (size_t before : {0u, 1u, 62u, 63u, 64u, 65u, 127u, 4031u, 4032u, 4094u, 4095u, 4096u}) {
      std::string input = "[";
      while (input.size() + row.size() <= before) input += row;
      input.resize(std::max(input.size(), before + 1), ' ');
      input += bytes + row + row + bytes + row + "]";
      INFO(input);
      CHECK(read_whole(json(), input) == reference::read(json(), input));
    }
  }
}

TEST_CASE("json: scalars over the borders of words and blocks, with blanks inside and around", "[structure]") {
  for (size_t shift : {0u, 1u, 30u, 63u, 4030u, 4094u, 4095u})
    for (size_t digits : {1u, 2u, 63u, 64u, 65u, 4096u, 9000u})
      for (const char* const end : {",1]", "  ]", "\n2]", ":3}", "\"s\"", "|x", " 5 6 , 7", ""}) {
        const std::string input = "[" + std::string(shift, ' ') + std::string(digits, '8') + end;
        INFO(shift << ' ' << digits << ' ' << end);
        CHECK(read_whole(json(), input) == reference::read(json(), input));
      }
}
