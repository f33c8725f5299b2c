// The day of a position: what date stands in its row, object or element beside it.
// Example: of the latitude in "2026-01-02 23:10:00,39.9042,116.4074" it is 20260102. A time in UTC (…Z, epoch seconds
// or milliseconds) is told for UTC+8, as counting.md D9 wants. Tested in tests/unit/record/small_parts_test.cpp.
#pragma once

#include <cstdint>

#include "base/window.h"

namespace pidun {

// YYYYMMDD; 0 if there is none within 256 bytes, up to the border of the line, object or element, or in the lines
// around that say something behind a colon each.
uint32_t nearby_day(const Window& window, Span place);

}  // namespace pidun
