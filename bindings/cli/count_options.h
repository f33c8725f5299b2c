// The options of `pidun count` that say what cannot be seen in a flow: to whom it goes, in which role, for how much.
// Tested by tests/cli/cases_count.py.
#pragma once

#include "options.h"

namespace CLI {
class App;
}

namespace pidun::cli {

void add_count_options(CLI::App& command, CountOptions& options);

// "4999.99" or "4,999.99" in fen; nothing if it is no sum of money.
std::optional<std::int64_t> fen_of(const std::string& yuan);

}  // namespace pidun::cli
