// Input that is out of order on a large scale, for the readers with quotes, tags or names: what it costs is bounded.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "structure/chat_head.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout_of(Format format) {
  Layout layout;
  layout.format = format;
  layout.boundary = "--xyz";
  layout.starts = {0, 8, 20};
  return layout;
}

// In stretches of `step`, put together again.
std::vector<Event> in_stretches(const Layout& layout, const std::string& input, uint64_t step) {
  std::vector<uint64_t> cuts;
  for (uint64_t cut = step; cut < input.size(); cut += step) cuts.push_back(cut);
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  std::vector<Event> events = merged(read_cut(*reader, input, cuts), error);
  CHECK(error == "");
  return events;
}

constexpr Format kFormats[] = {Format::pairs, Format::form, Format::multipart, Format::dashed, Format::fixed,
                               Format::chat,  Format::hl7,  Format::sql,       Format::xml,    Format::html};

struct Unclosed {
  const char* promise;
  Format format;
  std::string opening;
  std::string rest;    // behind the newline that gives it up
  std::string events;  // of the rest
};

const Unclosed kUnclosed[] = {
    {"a string", Format::sql, "INSERT INTO t VALUES ('", "(5);\n", "5$"},
    {"a block comment", Format::sql, "/*", "UPDATE t SET a=5;\n", "^a=5$"},
    {"a dollar-quoted text", Format::sql, "SELECT $x$", "UPDATE t SET a=5;\n", "a=5$"},
    {"an attribute value", Format::xml, "<a b=\"", " c=5></a>", "c=5 }"},
    {"a comment", Format::xml, "<!--", "<c>5</c>", "c=5"},
    {"a CDATA section", Format::xml, "<a><![CDATA[", "<c>5</c></a>", "c=5 }"},
    {"a declaration", Format::xml, "<!DOCTYPE", "<c>5</c>", "c=5"},
    {"a tag", Format::html, "<p ", "<i>5", "5"},
};

}  // namespace

TEST_CASE("bounds: what is never closed is given up at the first newline kQuotedMost behind", "[structure]") {
  for (const Unclosed& c : kUnclosed) {
    INFO(c.promise);
    for (const uint64_t length : {kQuotedMost - 1, kQuotedMost, kQuotedMost + 100}) {
      const std::string input = c.opening + std::string(length, ' ') + '\n' + c.rest;
      const std::string text = events_text(layout_of(c.format), input);
      // A tag and a declaration count from their '<', which comes first.
      const bool counts_opening = c.opening == "<!DOCTYPE" || c.opening == "<p ";
      const bool given_up = length + (counts_opening ? c.opening.size() : 0) >= kQuotedMost;
      CHECK(text.ends_with(c.events) == given_up);
      CHECK(read_whole(layout_of(c.format), input) == reference::read(layout_of(c.format), input));
    }
  }
}

TEST_CASE("bounds: one line of megabytes, whatever it is of", "[structure]") {
  for (const Format format : kFormats) {
    INFO(static_cast<int>(format));
    for (const char* unit : {"x", "<", "'", "a=", "-", "|", "&", " ", "(", "\"", "\\"}) {
      std::string input;
      while (input.size() < 300000) input += unit;
      const std::vector<Event> whole = read_whole(layout_of(format), input);
      CHECK(whole == in_stretches(layout_of(format), input, 4096));
      CHECK(check_bounds(whole, input.size()) == "");
    }
  }
}

TEST_CASE("bounds: HL7 without any segment end is read by its segments' names", "[structure]") {
  std::string input = "MSH|^~\\&|A";
  for (int i = 0; i < 5000; ++i) input += "PID|1||" + std::to_string(i) + "||A^BNK1|1|C";
  const std::vector<Event> whole = read_whole(layout_of(Format::hl7), input);
  CHECK(whole == reference::read(layout_of(Format::hl7), input));
  const auto patients =
      std::count_if(whole.begin(), whole.end(), [](const Event& e) { return e.kind == EventKind::object_begin; });
  CHECK(patients == 5001);
}

TEST_CASE("bounds: XML 100,000 deep", "[structure]") {
  std::string input;
  for (int i = 0; i < 100000; ++i) input += "<a b='1'>";
  input += "x";
  for (int i = 0; i < 100000; ++i) input += "</a>";
  input += "<c>5</c>";
  const std::unique_ptr<Reader> reader = make_reader(layout_of(Format::xml));
  const std::vector<Event> whole = read_cut(*reader, input, {});
  CHECK(reader->too_deep());
  CHECK(check_bounds(whole, input.size()) == "");
  CHECK(event_text(whole.back(), input) == "c=5");
  CHECK(whole == in_stretches(layout_of(Format::xml), input, 1000));
  CHECK(whole == reference::read(layout_of(Format::xml), input));
  const std::unique_ptr<Reader> shallow = make_reader(layout_of(Format::xml));
  read_cut(*shallow, "<a><b>x</b></a>", {});
  CHECK_FALSE(shallow->too_deep());
}

TEST_CASE("bounds: an element is a value up to kLeafMost bytes", "[structure]") {
  for (const uint64_t length : {kLeafMost - 1, kLeafMost, kLeafMost + 1}) {
    const std::string input = "<a>" + std::string(length, 'x') + "</a>";
    const std::vector<Event> whole = read_whole(layout_of(Format::xml), input);
    CHECK(whole.size() == (length < kLeafMost ? 1 : 3));
    CHECK(whole == in_stretches(layout_of(Format::xml), input, 1));
    CHECK(whole == reference::read(layout_of(Format::xml), input));
  }
}

TEST_CASE("bounds: tables of HTML past kTablesDeep are part of the one around", "[structure]") {
  std::string input;
  for (int i = 0; i < 1000; ++i) input += "<table><tr><td>x";
  const std::vector<Event> whole = read_whole(layout_of(Format::html), input);
  CHECK(check_bounds(whole, input.size()) == "");
  CHECK(whole == reference::read(layout_of(Format::html), input));
}

TEST_CASE("bounds: a line is looked at for a message's head in its first kChatHeadMost bytes", "[structure]") {
  for (const size_t length : {kChatHeadMost - 1, kChatHeadMost, kChatHeadMost + 1}) {
    std::string input = "2024-05-01 张三(";
    input += std::string(length - input.size() - 1, '1') + ")\nhi\n";
    const std::vector<Event> whole = read_whole(layout_of(Format::chat), input);
    CHECK(whole.size() == (length < kChatHeadMost ? 4 : 2));
    CHECK(whole == in_stretches(layout_of(Format::chat), input, 1));
  }
}

TEST_CASE("bounds: names of columns stay with their tables in a long dump", "[structure]") {
  std::string input = "CREATE TABLE t (a int, phone text COMMENT '手机');\n";
  for (int i = 0; i < 3000; ++i) {
    const std::string other = "o" + std::to_string(i);
    input += "CREATE TABLE " + other + " (b int);INSERT INTO " + other + " VALUES (1);INSERT INTO t VALUES (1,'2');\n";
  }
  const std::unique_ptr<Reader> reader = make_reader(layout_of(Format::sql));
  const std::vector<Event> whole = read_cut(*reader, input, {});
  CHECK(reader->far_name(whole.back().table, whole.back().column).comment == "手机");
  size_t without = 0;
  for (const Event& event : whole) without += event.table == 0 ? 1u : 0u;
  CHECK(without > 0);  // more tables than are kept, all of them near
  CHECK(in_stretches(layout_of(Format::sql), input, 5000) == whole);
}
