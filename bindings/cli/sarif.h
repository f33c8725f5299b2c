// SARIF 2.1.0: one run, its results streamed between an opening and a closing, nothing held in memory.
// Tested by tests/cli/cases_sarif.py.
#pragma once

#include <string>
#include <string_view>

#include "pidun/pidun.hpp"
#include "report.h"

namespace pidun::cli {

// Up to and with the '[' of the results.
std::string sarif_opening(const Engine& engine);
// From the ']' of the results to the end; `summary` is the summary object.
std::string sarif_closing(const Report& report, std::string_view summary);

// A relative path as a relative URI, an absolute one as a file: URI; any bytes.
std::string uri_of(std::string_view path);

}  // namespace pidun::cli
