// Places on the globe as they are written: a latitude, a longitude, or both in one value.
// Example: longitude_length("113.9351,22.5312") is 8, position_length of it is all 16; "北纬22°31′52″" is a latitude.
// Ranges: ISO 6709; the bounds of China hold its land and islands, in WGS-84, GCJ-02 or BD-09, which differ by less
// than 0.02 degrees. Tested in tests/unit/detect/coordinates_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// The bytes of one that the text begins with; 0 if there is none, or if it is exactly 0, which says that none is known.
size_t latitude_length(std::string_view text);
size_t longitude_length(std::string_view text);
// Both in either order, with a sign or blanks between them and perhaps a height behind; each to a thousandth of a
// degree at least, so that two prices are none. Where either order may be meant, the one that lies in China.
struct Coordinates {
  size_t length = 0;      // bytes; 0: none
  size_t first_ends = 0;  // where the first of the two ends
  size_t second = 0;      // and the second begins
  size_t decimals = 0;    // of the coarser
  double latitude = 0, longitude = 0;
};
Coordinates read_position(std::string_view text);
inline size_t position_length(std::string_view text) { return read_position(text).length; }

// Whether the two, in degrees, lie in China.
bool is_in_china(double latitude, double longitude);

}  // namespace pidun
