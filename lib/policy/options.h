// What the user says of a flow that cannot be seen in it: role, receipts, prices, facts. Nothing of it is verified
// here, and every verdict says so. Example: proceeds below zero, or a price of 5 to 3 yuan, are refused by name; they
// never make a level. Tested in tests/unit/policy/options_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policy/policy.h"
#include "tally/counts.h"

namespace pidun {

// Whether masked rows count by their bounds, or a masked value is the remedy and counts as nothing (D8).
enum class MaskedPolicy : uint8_t { bounds, ignore };
std::optional<MaskedPolicy> masked_policy_named(std::string_view name);

// Bits of PolicyOptions::facts.
enum Fact : uint8_t { kFactUsedInCrime = 1, kFactBuyerKnown = 2, kFactSeriousHarm = 4, kFactPrior = 8 };
inline constexpr size_t kFacts = 4;
inline constexpr uint8_t kAllFacts = 15;
std::string_view name_of(Fact fact);  // used_in_crime, buyer_known, death_or_serious_harm, prior_2y
std::optional<Fact> fact_named(std::string_view name);

struct PriceRange {
  int64_t low_fen = 0, high_fen = 0;  // of one record
};

// What a filled check sheet comes to, in hundredths of a percent: share and its Wilson interval.
struct VerifiedShare {
  uint32_t share = 0, low = 0, high = 0;
};

struct PolicyOptions {
  Role role = Role::individual;
  std::string profile = "default";
  MaskedPolicy masked = MaskedPolicy::bounds;
  std::optional<int64_t> proceeds_fen;  // what was received; cost is not deducted
  std::optional<PriceRange> price;      // prints an estimate …
  bool assume_sold = false;             // … which counts as received only if this is said
  uint8_t facts = 0;                    // Fact bits
  bool link = false;                    // count after records of one person are one
  bool abroad = false;                  // the recipient is marked as abroad
  bool incomplete = false;              // part of the input was not examined
  std::optional<VerifiedShare> sample;
};

// What is wrong with them, for this policy and these counts; empty if nothing is.
std::string fault_of(const PolicyOptions& options, const Policy& policy, const Counts& counts);

// Sums past this are no sums of money.
inline constexpr int64_t kMostFen = 1'000'000'000'000'000;

// "4999.99" or "4,999.99" in fen; nothing if it is no sum from 0 to kMostFen.
std::optional<int64_t> fen_of(std::string_view yuan);

// "30..150" or "30", in yuan a record; nothing if either end is no sum. That the ends stand in order is for fault_of().
std::optional<PriceRange> price_of(std::string_view yuan);

}  // namespace pidun
