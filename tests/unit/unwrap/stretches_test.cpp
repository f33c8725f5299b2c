// Stretches: how much around an escape is decoded, and that values are never joined.
#include "unwrap/stretches.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace pidun;

namespace {

// Values at given spans; anything else is none.
class Values : public ValueBorders {
 public:
  Values(std::vector<Span> spans, uint64_t base) : spans_(std::move(spans)), base_(base) {}
  EncodedValue at(uint64_t offset) override {
    for (const Span& span : spans_)
      if (offset >= base_ + span.begin && offset < base_ + span.end) return {{base_ + span.begin, base_ + span.end}};
    return {};
  }

 private:
  std::vector<Span> spans_;
  uint64_t base_;
};

std::string stretches(const std::string& text, ValueBorders* borders = nullptr) {
  Spots spots;
  spots.find(text);
  std::vector<EscapeStretch> found;
  find_stretches(text, 50, spots, 0, text.size(), borders, found);
  std::string described;
  for (const EscapeStretch& s : found) {
    described += std::to_string(s.begin) + "-" + std::to_string(s.end) + ":";
    if ((s.kinds & kBackslashes) != 0) described += 'b';
    if ((s.kinds & kQuoted) != 0) described += 'q';
    if ((s.kinds & kPercents) != 0) described += 'p';
    if ((s.kinds & kEntities) != 0) described += 'e';
    described += ' ';
  }
  return described;
}

}  // namespace

TEST_CASE("stretches: of plain text, the lines that hold escapes", "[unwrap]") {
  CHECK(stretches("clean\na %20 b\nclean\n") == "6-14:p ");
  CHECK(stretches("a %20\nb &lt;\nclean\n\\n\n") == "0-13:pe 19-22:b ");
  CHECK(stretches("139=\n0000=3D\nnext\n") == "0-13:q ");
  CHECK(stretches("x=E5=BC\r\n") == "0-9:q ");
}

TEST_CASE("stretches: what only looks like an escape makes none", "[unwrap]") {
  for (const char* text : {"100% a0", "50%13900001234", "a & b", "?a=1&b=2", "C:\\data", "order=12 ts=16",
                           "trace=b0 x=AF", "key=\\d+", "&nosuch;", "padding==\nnext", "=\nfirst"}) {
    CAPTURE(text);
    CHECK(stretches(text).empty());
  }
  CHECK(stretches(std::string(100, 'x') + "=\nnext").empty());
}

TEST_CASE("stretches: in a long line, kUnwrapReach on either side, merged where they meet", "[unwrap]") {
  const std::string far(5000, 'x'), near(1500, 'x');
  CHECK(stretches(far + "%20" + far) == "3976-6024:p ");
  CHECK(stretches(far + "%20" + far + "%20") == "3976-6024:p 8979-10006:p ");
  CHECK(stretches(far + "%20" + near + "\\n") == "3976-6505:bp ");
  std::string dense;
  for (int i = 0; i < 1000; ++i) dense += "%20";
  Spots spots;
  std::vector<EscapeStretch> found;
  const std::string text = dense + far;
  spots.find(text);
  find_stretches(text, 0, spots, 0, text.size(), nullptr, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].end <= 3000 + kUnwrapReach);
  CHECK(found[0].end >= 3000 + kUnwrapReach * 3 / 4 - 3);
}

TEST_CASE("stretches: base64 that an escape ends is in it from its begin, within the range and the value", "[unwrap]") {
  const std::string run = "Ab" + std::string(1998, 'x');
  CHECK(stretches("k=" + run + "%2Bxx") == "2-2007:p ");
  CHECK(stretches("k=" + run + " %2Bxx") == "979-2008:p ");  // it ends before the escape
  Values values({{1000, 2007}}, 50);
  CHECK(stretches("k=" + run + "%2Bxx", &values) == "1000-2007:p ");
  Spots spots;
  const std::string text = "k=" + run + "%2Bxx";
  spots.find(text);
  std::vector<EscapeStretch> found;
  find_stretches(text, 50, spots, 500, text.size(), nullptr, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 500);
}

TEST_CASE("stretches: values stay apart, and what is no value is left alone", "[unwrap]") {
  Values values({{2, 7}, {9, 15}}, 50);
  CHECK(stretches("{\"a%20b\",\"\\n%20%\":%20}", &values) == "2-7:p 9-15:bp ");
  Values none({}, 50);
  CHECK(stretches("%20%20", &none).empty());
}

TEST_CASE("stretches: only spots of the range asked for begin one", "[unwrap]") {
  const std::string text = "%20\n%20\n%20\n";
  Spots spots;
  spots.find(text);
  std::vector<EscapeStretch> found;
  find_stretches(text, 0, spots, 4, 8, nullptr, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 4);
  CHECK(found[0].end == 8);
}
