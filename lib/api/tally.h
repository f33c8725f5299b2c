// What the calls about tallies share.
#pragma once

#include "api/handles.h"

namespace pidun::api {

// All lanes as one tally, for counting.
const pidun_tally::Lane& joined(const pidun_tally& handle);

}  // namespace pidun::api
