// `pidun scan`: the inputs over a small pool of threads, the findings in order, the summary, the exit code.
#pragma once

#include "marking.h"
#include "options.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

int scan_command(const ScanOptions& options);

// Whether stdout shall have colours.
bool wants_color(When color);

// What `count` has besides: where the tallies of the workers go.
struct Counting {
  const pidun_tally_options& settings;
  Tally& total;
};
// Scans all inputs, tells stderr what went wrong, and gives the exit code of reading them.
int count_inputs(const ScanOptions& options, const Engine& engine, const Marking& marking, const Counting& counting);

}  // namespace pidun::cli
