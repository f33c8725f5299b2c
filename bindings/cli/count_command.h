// `pidun count`: records, people, tiers and how far each listed number is, of all inputs together.
#pragma once

#include "options.h"

namespace pidun::cli {

int count_command(const CountOptions& options);

}  // namespace pidun::cli
