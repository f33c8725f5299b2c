// The sample of `pidun count` as a sheet for people: where to look, and a last column for what they saw there.
// Tested by tests/cli/cases_count.py.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sample_evidence.h"

namespace pidun::cli {

// "number,path,offset,length,kinds,evidence,confirmed", a line a record, the last cell empty.
std::string check_sheet(const nlohmann::json& sample, SampleEvidence& evidence);

struct CheckedSheet {
  std::uint64_t checked = 0, confirmed = 0;
};
// Lines left empty count nothing. Throws std::runtime_error where a line ends in anything but y, n or nothing.
CheckedSheet read_check_sheet(const std::string& path);

}  // namespace pidun::cli
