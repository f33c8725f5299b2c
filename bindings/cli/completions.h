// Completions for bash, zsh and fish, made from the table of the command line.
// Tested by tests/cli/cases_help.py, by the shells themselves.
#pragma once

#include <string>

#include "app_table.h"

namespace pidun::cli {

std::string completions(const CommandRow& program, const std::string& shell);  // "bash", "zsh" or "fish"

}  // namespace pidun::cli
