// A whole input in any charset, scanned where it lies. It is tried as its own text first, and proved to be that while
// it is near; from where it is not, what is left of it goes through a DecodedStream. Nothing of it is copied as a
// whole. Tested in tests/property/decoded_cuts_test.cpp: it gives what a stream gives.
#pragma once

#include "scan/stream.h"

namespace pidun {

// Scans `bytes` as one complete input and appends the findings.
void scan_decoded(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                  const Limits& limits, Findings& out);

}  // namespace pidun
