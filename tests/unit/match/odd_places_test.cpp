// Places of masked values and of numbers in other dress: those of the byte-by-byte reference, however a text is cut,
// and none in clean text.
#include "match/odd_places.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "match/numbers.h"
#include "reference/odd_places_reference.h"

namespace pidun {
namespace {

std::vector<uint64_t> places_of(std::string_view text) {
  Anchors anchors;
  AnchorFinder().find(Window(text, 0), 0, text.size(), anchors);
  return anchors.odd;
}

std::string random_text(std::mt19937& random, size_t size) {
  constexpr std::string_view kParts[] = {"*",
                                         "**",
                                         "***",
                                         "#",
                                         "##",
                                         "x",
                                         "xxx",
                                         "X",
                                         "XXX",
                                         "＊",
                                         "•",
                                         "●",
                                         "█",
                                         "某",
                                         "E+",
                                         "E",
                                         "+",
                                         "e+",
                                         "\xF0\x9F",
                                         "📱",
                                         "张",
                                         "三",
                                         "1",
                                         "38",
                                         "0",
                                         "a",
                                         "/",
                                         " ",
                                         "\n",
                                         "",
                                         "@",
                                         "（",
                                         "\x8A",
                                         "\x90",
                                         "\xE2\x83\xA3",
                                         "\xEF\xB8\x8F",
                                         "1️⃣",
                                         "，",
                                         "~",
                                         "\x1F",
                                         "\x05",
                                         "(",
                                         "["};
  std::string text;
  while (text.size() < size) text += kParts[random() % std::size(kParts)];
  return text;
}

}  // namespace

TEST_CASE("what leads to a masked value") {
  struct Case {
    std::string text;
    std::vector<uint64_t> places;
  };
  const Case cases[] = {
      {"138****8000", {3}}, {"a 138xxxx8000", {5}},
      {"138xx8000", {}},    {"张**", {3}},
      {"*三", {}},          {" *三", {1}},
      {"E****5678", {1}},   {"1.38E+10", {4}},
      {"1.38e+10", {}},     {"李某某", {3, 6}},
      {"张＊＊", {3, 6}},   {"138##8000", {3}},
      {"138#8000", {}},     {"13*8", {}},
      {"张XX", {3}},        {"138••••8000", {3}},
      {"138📱0013", {3}},    {"1️⃣3️⃣", {1, 8}},
      {"a* b*", {}},        {"", {}},
      {"**", {0}},          {"5**", {1}},
      {"0x1F", {}},         {"1920x1080", {}},
      {"- *a", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(places_of(c.text) == c.places);
    CHECK(reference::OddPlaces(c.text).all() == c.places);
  }
}

TEST_CASE("random texts give the odd places of the reference, whole and in ranges") {
  std::mt19937 random(61);
  AnchorFinder finder;
  size_t seen = 0;
  for (int turn = 0; turn < 1500; ++turn) {
    const std::string text = random_text(random, random() % 700);
    const std::vector<uint64_t> wanted = reference::OddPlaces(text).all();
    seen += wanted.size();
    if (places_of(text) != wanted) FAIL_CHECK("whole, turn " << turn << ": " << text);
    Anchors joined;
    for (size_t at = 0; at < text.size();) {
      const size_t next = std::min(text.size(), at + 1 + random() % 200);
      finder.find(Window(text, 0), at, next, joined);
      at = next;
    }
    if (joined.odd != wanted) FAIL_CHECK("in ranges, turn " << turn << ": " << text);
  }
  CHECK(seen > 1000);
}

TEST_CASE("clean text leads nowhere") {
  CHECK(places_of("2024-03-01 12:00:00,123 INFO [http-nio-8080-exec-7] c.e.S - order=1234 trace=0af3 cost=12ms\n"
                  "GET /api/v1/orders/123?x=1&y=2 HTTP/1.1 200 0xFF 3*4 #5\n"
                  "联系人张三，电话13900001234，住址北京市东城区建设路12号，金额1,234.50元。")
            .empty());
}

}  // namespace pidun
