#include "tally/wilson.h"

#include <algorithm>
#include <cmath>

namespace pidun {

ShareInterval wilson(uint64_t confirmed, uint64_t checked, double z) {
  if (checked == 0) return {};
  const auto n = static_cast<double>(checked);
  const double share = static_cast<double>(std::min(confirmed, checked)) / n;
  const double scale = 1 + z * z / n;
  const double middle = (share + z * z / (2 * n)) / scale;
  const double half = z / scale * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace pidun
