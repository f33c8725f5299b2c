// Which of many patterns match anywhere in a text: RE2::Set, in groups small enough for its automaton. It serves the
// portable backend and the patterns that Hyperscan refuses. Tested through tests/unit/match/custom_test.cpp.
#pragma once

#include <re2/set.h>

#include <memory>
#include <string_view>
#include <vector>

#include "match/compiled_pattern.h"

namespace pidun {

class CustomSets {
 public:
  // `which` are indices into `rules`. A group that cannot be compiled always reports all of its patterns.
  CustomSets(const std::vector<CompiledPattern>& rules, const std::vector<uint32_t>& which);
  // Appends the patterns that may match in `text`: none that does is missing.
  void find(std::string_view text, std::vector<uint32_t>& fired) const;
  bool empty() const { return groups_.empty(); }

 private:
  struct Group {
    std::vector<uint32_t> patterns;
    std::unique_ptr<RE2::Set> set;  // null: not to be had
  };
  std::vector<Group> groups_;
};

}  // namespace pidun
