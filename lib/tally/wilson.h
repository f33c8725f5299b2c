// The Wilson score interval of a share: of `checked` records of a sample, `confirmed` were what they were counted as.
// It never scales a count. Example: wilson(95, 100) is 0.888..0.978. Tested in tests/unit/tally/sample_test.cpp.
#pragma once

#include <cstdint>

namespace pidun {

struct ShareInterval {
  double share = 0;
  double low = 0;
  double high = 1;
};

// `z` is the quantile of the confidence: 1.96 for 95 %. With nothing checked, nothing is known: 0..1.
ShareInterval wilson(uint64_t confirmed, uint64_t checked, double z = 1.959963984540054);

}  // namespace pidun
