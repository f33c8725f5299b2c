// The names of places down to streets and towns: which one a text begins with, looked up in place in a table that is
// packed at build time (cmake/generate_places.py). Example: at the begin of "杭州市西湖区文三路" stands 杭州市, a city.
// Tested in tests/unit/detect/places_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pidun {

enum class PlaceLevel : uint8_t { none, province, city, county, street };

struct Place {
  size_t length = 0;  // characters; 0: no name
  PlaceLevel level = PlaceLevel::none;
  bool is_short = false;             // 浙江, 西湖: without the suffix
  std::span<const uint16_t> within;  // the divisions that bear the name, or of a street, that hold one
};

inline constexpr size_t kLongestPlace = 15;  // characters

// The longest name that `text`, characters of the basic plane, begins with.
Place place_at(std::span<const uint16_t> text);

// Whether some place of `inner` lies in one of `outer`, or is it. Names that very many bear are told of none.
bool lies_within(const Place& inner, const Place& outer);

}  // namespace pidun
