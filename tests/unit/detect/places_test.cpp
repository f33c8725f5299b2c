// The table of places: names down to streets, the longest first, short names, and what lies in what.
#include "detect/places.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace pidun {
namespace {

Place place_of(std::u16string_view text) {
  const std::vector<uint16_t> characters(text.begin(), text.end());
  return place_at(characters);
}

}  // namespace

TEST_CASE("places: the longest name that a text begins with, and its level") {
  struct Case {
    std::u16string_view text;
    size_t length;
    PlaceLevel level;
  };
  for (const auto& [text, length, level] : std::vector<Case>{{u"浙江省杭州市", 3, PlaceLevel::province},
                                                             {u"杭州市西湖区", 3, PlaceLevel::city},
                                                             {u"西湖区文三路", 3, PlaceLevel::county},
                                                             {u"新疆维吾尔自治区", 8, PlaceLevel::province},
                                                             {u"东华门街道", 5, PlaceLevel::street},
                                                             {u"崇文区", 3, PlaceLevel::county},
                                                             {u"襄樊市", 3, PlaceLevel::city},
                                                             {u"北京", 2, PlaceLevel::province}}) {
    const Place place = place_of(text);
    CHECK(place.length == length);
    CHECK(place.level == level);
  }
}

TEST_CASE("places: short names are told, words that are no names are not there") {
  CHECK(place_of(u"浙江").is_short);
  CHECK_FALSE(place_of(u"浙江省").is_short);
  for (const std::u16string_view text : {u"文三路", u"我们", u"开发区", u"号", u"", u"东方红"}) {
    const Place place = place_of(text);
    CHECK((place.length == 0 || place.length < text.size()));
  }
}

TEST_CASE("places: what lies in what") {
  CHECK(lies_within(place_of(u"西湖区"), place_of(u"杭州市")));
  CHECK(lies_within(place_of(u"西湖区"), place_of(u"浙江省")));
  CHECK(lies_within(place_of(u"东华门街道"), place_of(u"北京市")));
  CHECK_FALSE(lies_within(place_of(u"山西"), place_of(u"上海市")));
  CHECK_FALSE(lies_within(place_of(u"杭州市"), place_of(u"西湖区")));
  CHECK_FALSE(lies_within(Place{}, place_of(u"杭州市")));
}

}  // namespace pidun
