// Positions that tell by their form where somebody is: pairs of decimals in China, pairs in the brackets of GeoJSON and
// WKT, and the sentences of receivers (NMEA 0183). Pairs under a label are fields, see field_values.h.
// Example: "[113.935123,22.531234]", "POINT(113.9351 22.5312)", "$GPGGA,123519,2231.8740,N,11356.1070,E,…*47".
// Tested in tests/unit/detect/positions_test.cpp.
#pragma once

#include "detect/context.h"
#include "detect/detectors.h"
#include "match/numbers.h"

namespace pidun {

// `anchor` stands before a point and four decimals or more; of pairs it is the longitude, of three digits.
void read_position(Context& context, const NumberAnchor& anchor, bool thorough, Readings& out);

}  // namespace pidun
