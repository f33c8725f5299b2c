// What stands at a place of a sample, for its check sheet: read again from the input and masked, as `pidun scan` masks.
// No tally holds it. Example: of a row "王伟,110101199003070011" "王* 1101**********0011".
// Tested by tests/cli/cases_count.py.
#pragma once

#include <cstdint>
#include <string>

#include "options.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

class SampleEvidence {
 public:
  SampleEvidence(const Engine& engine, const ScanOptions& options) : options_(options), scratch_(engine) {}

  // The findings of the record, under the first line of its file: names of columns, if it has any. "" of what cannot be
  // read again: an input that is no file, or is no longer there.
  std::string of(const std::string& path, std::uint64_t offset, std::uint64_t length);

 private:
  const ScanOptions& options_;
  Scratch scratch_;
  Results results_;
};

}  // namespace pidun::cli
