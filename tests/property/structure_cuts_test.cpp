// Of lib/structure/: any cutting of any input gives the events of the whole, and these are those of the reference.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "property/made_formats.h"
#include "reference/structure_read.h"
#include "reference/structure_reference.h"

using namespace pidun;

namespace {

Layout any_layout() {
  Layout layout;
  layout.format = *rc::gen::element(Format::lines, Format::delimited, Format::json);
  layout.delimiter = *rc::gen::element(',', '\t', '|', ';');
  layout.has_header = *rc::gen::arbitrary<bool>();
  return layout;
}

// Bytes that mean something to some reader, and a few that do not.
std::string structural_bytes(size_t most) {
  const std::string alphabet = "\"\"\"\\,,:{}[]\n\n\r \t|;a1\xE5\xEF\xBB\xBF";
  const size_t size = *rc::gen::inRange<size_t>(0, most);
  std::string bytes;
  for (size_t i = 0; i < size; ++i) bytes += alphabet[*rc::gen::inRange<size_t>(0, alphabet.size())];
  return bytes;
}

// Well-formed pieces after one another, some bytes changed, long stretches put in.
std::string mutated_pieces() {
  const std::vector<std::string> pieces = {
      "{\"name\":\"张三\",\"phone\":13800138000,\"tags\":[1,true,null,\"x\\\"y\\\\\"]}\n",
      "{\"a\":{\"b\":[[1,2],{\"c\":\"\\u4e2d\"}]},\"d\":-1.5e3}\n",
      "[{\"id\":1},{\"id\":2}]\n",
      "姓名,电话,备注\r\n",
      "张三,13800138000,\"a,\"\"b\"\"\r\n c\"\r\n",
      "\"open,\n",
      "x|y;z\tw\n",
      "\xEF\xBB\xBF",
      "[[[[[[",
      "{\"k\": "};
  std::string input;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    input += pieces[*rc::gen::inRange<size_t>(0, pieces.size())];
    const int choice = *rc::gen::inRange(0, 12);
    if (choice == 0)
      input += std::string(*rc::gen::inRange<size_t>(1000, 1050), *rc::gen::element('a', ' ', '"', '\\'));
    if (choice == 1) input += std::string(*rc::gen::inRange<size_t>(60, 70), *rc::gen::element('[', '{', '\\', '\r'));
  }
  const int changes = *rc::gen::inRange(0, 4);
  for (int i = 0; i < changes && !input.empty(); ++i) {
    input[*rc::gen::inRange<size_t>(0, input.size())] = *rc::gen::element('"', '\n', '\\', ',', '}', '{', 'x', '\r');
  }
  return input;
}

std::vector<uint64_t> any_cuts(size_t size) {
  const size_t count = *rc::gen::inRange<size_t>(0, 12);
  std::vector<uint64_t> cuts;
  for (size_t i = 0; i < count; ++i) cuts.push_back(*rc::gen::inRange<uint64_t>(0, size + 1));
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

void check(const Layout& layout, const std::string& input) {
  const std::vector<Event> whole = read_whole(layout, input);
  RC_ASSERT(whole == reference::read(layout, input));
  RC_ASSERT(check_bounds(whole, input.size()) == "");
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  RC_ASSERT(merged(read_cut(*reader, input, any_cuts(input.size())), error) == whole);
  RC_ASSERT(error == "");
}

void check_every_byte(const Layout& layout, const std::string& input) {
  std::vector<uint64_t> cuts;
  for (uint64_t cut = 0; cut <= input.size(); ++cut) cuts.push_back(cut);
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  RC_ASSERT(merged(read_cut(*reader, input, cuts), error) == read_whole(layout, input));
  RC_ASSERT(error == "");
}

void check_clone(const Layout& layout, const std::string& input) {
  const std::vector<uint64_t> cuts = any_cuts(input.size());
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::vector<Event> before;
  for (const uint64_t cut : cuts) read_to(*reader, input, cut, false, before);
  const std::unique_ptr<Reader> copy = reader->clone();
  RC_ASSERT(copy->offset() == reader->offset());
  RC_ASSERT(read_cut(*copy, input, {}) == read_cut(*reader, input, {}));
  RC_ASSERT(copy->too_deep() == reader->too_deep());
}

}  // namespace

TEST_CASE("structure: any cutting of structural bytes gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check(any_layout(), structural_bytes(300)); }));
}

TEST_CASE("structure: any cutting of mutated tables and documents gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check(any_layout(), mutated_pieces()); }));
}

TEST_CASE("structure: any cutting of other formats gives the events of the whole", "[structure]") {
  for (const Words& words : kWords) {
    INFO("format " << static_cast<int>(words.format));
    CHECK(rc::check([&] { check(layout_of(words.format), put_together(words)); }));
    CHECK(rc::check([&] { check_clone(layout_of(words.format), put_together(words)); }));
  }
}

TEST_CASE("structure: a cut at every byte of other formats gives the events of the whole", "[structure]") {
  for (const Words& words : kWords) {
    INFO("format " << static_cast<int>(words.format));
    CHECK(rc::check([&] { check_every_byte(layout_of(words.format), put_together(words)); }));
  }
}

TEST_CASE("structure: a clone goes on as the reader it was made of", "[structure]") {
  CHECK(rc::check([] { check_clone(any_layout(), mutated_pieces()); }));
}

TEST_CASE("structure: a cut at every byte gives the events of the whole", "[structure]") {
  CHECK(rc::check([] { check_every_byte(any_layout(), structural_bytes(120)); }));
}
