// Exif without the picture: where it was taken, and whether a camera wrote it. The directories are walked within what
// there is: three of them at most, each named by the one before, so that no loop can be.
// TIFF 6.0; Exif 2.32 (CIPA DC-008). Tested in tests/unit/unwrap/picture_reader_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/window.h"

namespace pidun {

struct ExifFacts {
  bool camera = false;        // make, model or the time of the exposure; then:
  Span camera_sign;           // the first of these that is there, in the bytes given
  bool has_position = false;  // then:
  Span position;              // the numbers, in the bytes given
  double latitude = 0, longitude = 0;
};

// Of a TIFF header and what follows, whole or cut.
ExifFacts read_exif(std::string_view tiff);

// As a line that says so: "GPS: 22.543096,114.057865"; `value` is where the numbers begin.
struct PositionText {
  std::string text;
  size_t value = 0;
};
PositionText position_text(double latitude, double longitude);
// The line that says that a camera wrote it.
PositionText camera_text();

}  // namespace pidun
