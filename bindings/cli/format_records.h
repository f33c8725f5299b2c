// Records as JSON Lines: {"type":"record","path":…,"offset":…,"length":…,"tier":…,"fields":[…],"valid":…,"outcome":…}.
// Tested by tests/cli/cases_count.py.
#pragma once

#include <string>

#include "kinds.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

void append_record(std::string& out, const std::string& path, const KindTable& kinds, const Results& results,
                   std::size_t i);

}  // namespace pidun::cli
