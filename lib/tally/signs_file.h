// The signs of a flow as a part of a tally's file (tally_format.h), in the order of their keys: the same signs give the
// same bytes. Tested in tests/unit/tally/tally_file_test.cpp.
#pragma once

#include "tally/checked_file.h"
#include "tally/flow_signs.h"

namespace pidun {

// What counting the tally tells of them is not written.
void write_signs(CheckedWriter& file, const FlowSigns& signs);
FlowSigns read_signs(CheckedReader& file);

}  // namespace pidun
