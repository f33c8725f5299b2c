// The manual page pidun(1) in roff, made from the table of the command line, in the language chosen.
// Tested by tests/cli/cases_help.py.
#pragma once

#include <string>

#include "app_table.h"

namespace pidun::cli {

std::string manual_page(const CommandRow& program);

}  // namespace pidun::cli
