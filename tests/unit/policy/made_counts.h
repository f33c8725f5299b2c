// Counts made by hand, and verdicts of them that must be given.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "policy/verdict.h"

namespace pidun::testing {

inline Counts counted(uint64_t of50, uint64_t of500, uint64_t of5000) {
  Counts counts;
  counts.counted = counts.unique = {of50, of500, of5000};
  counts.raw = counts.counted.total();
  counts.persons = counts.counted.total();
  return counts;
}

// Adds masked rows of one tier.
inline Counts with_masked(Counts counts, uint16_t tier, uint64_t rows, uint64_t lower) {
  const uint64_t weight = tier == 50 ? 100 : tier == 500 ? 10 : 1;
  counts.masked.rows += rows;
  counts.masked.lower = std::max(counts.masked.lower, lower);
  counts.masked.lower_weighted = std::max(counts.masked.lower_weighted, weight * lower);
  uint64_t& of_tier = tier == 50    ? counts.masked.by_tier.of50
                      : tier == 500 ? counts.masked.by_tier.of500
                                    : counts.masked.by_tier.of5000;
  of_tier += rows;
  counts.raw += rows;
  return counts;
}

inline PolicyOptions as(Role role) {
  PolicyOptions options;
  options.role = role;
  return options;
}

inline PolicyOptions with_proceeds(int64_t fen, Role role = Role::individual) {
  PolicyOptions options = as(role);
  options.proceeds_fen = fen;
  return options;
}

inline Verdict verdict_of(const Counts& counts, const PolicyOptions& options = {},
                          const Policy& policy = Policy::builtin()) {
  std::string fault;
  const auto verdict = judge(counts, options, policy, fault);
  CAPTURE(fault);
  REQUIRE(verdict.has_value());
  return *verdict;
}

inline std::string ids(const std::vector<RuleHit>& hits) {
  std::string out;
  for (const RuleHit& hit : hits) out += (out.empty() ? "" : " ") + hit.id;
  return out;
}

inline std::string ids(const std::vector<Notice>& notices) {
  std::string out;
  for (const Notice& notice : notices) out += (out.empty() ? "" : " ") + notice.id;
  return out;
}

}  // namespace pidun::testing
