// How much work something is, for tests that hold it against twice as much or eight times: processor time, the least of
// three runs, so that what else the machine does counts for little. Speed itself is measured by ./dev bench.
#pragma once

#include <algorithm>
#include <ctime>

namespace pidun::testing {

template <class Function>
double work_seconds(Function&& function) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    function();
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

}  // namespace pidun::testing
