// `pidun scan`: the inputs over a small pool of threads, the findings in order, the summary, the exit code.
#pragma once

#include "options.h"

namespace pidun::cli {

int scan_command(const ScanOptions& options);

}  // namespace pidun::cli
