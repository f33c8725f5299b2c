// The report of `pidun count` for people: one paragraph a question, bars for the distance to each line.
// `report` is the JSON of pidun_tally_verdict(). Tested by tests/cli/cases_count.py.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace pidun::cli {

std::string count_table(const nlohmann::json& report, bool color);

}  // namespace pidun::cli
