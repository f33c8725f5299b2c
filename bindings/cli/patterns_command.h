// `pidun patterns`: the rules that hold, one rule as it stands in its file, and whether rules are sound.
#pragma once

#include "options.h"

namespace pidun::cli {

int patterns_command(const PatternsOptions& options);

}  // namespace pidun::cli
