// Tallies put together in any order, some of them written to a file and read again in between; what a file holds.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "property/made_rows.h"
#include "tally/tally.h"

namespace pidun::testing {

inline Tally reread(const Tally& tally, const std::string& folder) {
  tally.write(folder + "/a.tally", 2);
  return Tally::open(folder + "/a.tally");
}

// `folder`: where files may be written; null: nothing is.
inline Tally merged(std::vector<Tally> tallies, Random& random, const std::string* folder) {
  while (tallies.size() > 1) {
    const size_t into = random.below(tallies.size() - 1);
    if (folder != nullptr && random.one_in(2)) tallies[into] = reread(tallies[into], *folder);
    tallies[into].merge(std::move(tallies.back()));
    tallies.pop_back();
  }
  return std::move(tallies.front());
}

inline std::string bytes_of(const Tally& tally, const std::string& folder) {
  tally.write(folder + "/b.tally");
  std::ifstream file(folder + "/b.tally", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pidun::testing
