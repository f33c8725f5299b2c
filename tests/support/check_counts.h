// Two sums are the same, number by number: a failure names the one that differs.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "tally/counts.h"

namespace pidun::testing {

inline std::string text_of(const TierCounts& tiers) {
  return std::to_string(tiers.of50) + "/" + std::to_string(tiers.of500) + "/" + std::to_string(tiers.of5000);
}

inline void check_counts(const Counts& found, const Counts& expected) {
  REQUIRE(found.raw == expected.raw);
  REQUIRE(found.invalid == expected.invalid);
  REQUIRE(found.invalid_by_reason == expected.invalid_by_reason);
  REQUIRE(found.dropped_values == expected.dropped_values);
  REQUIRE(text_of(found.unlinked) == text_of(expected.unlinked));
  REQUIRE(found.duplicates == expected.duplicates);
  REQUIRE(text_of(found.unique) == text_of(expected.unique));
  REQUIRE(text_of(found.counted) == text_of(expected.counted));
  REQUIRE(found.recipients == expected.recipients);
  REQUIRE(found.persons == expected.persons);
  REQUIRE(found.sensitive_persons == expected.sensitive_persons);
  REQUIRE(found.content_changed == expected.content_changed);
  REQUIRE(found.fixes == expected.fixes);
  REQUIRE(found.masked.rows == expected.masked.rows);
  REQUIRE(found.masked.lower == expected.masked.lower);
  REQUIRE(found.masked.lower_weighted == expected.masked.lower_weighted);
  REQUIRE(text_of(found.masked.by_tier) == text_of(expected.masked.by_tier));
  REQUIRE(found.triggers == expected.triggers);
  REQUIRE(found.linked == expected.linked);
  REQUIRE(found.merged_records == expected.merged_records);
  REQUIRE(text_of(found.counted_linked) == text_of(expected.counted_linked));
  REQUIRE(found.raw == found.invalid + found.masked.rows + found.duplicates + found.unique.total());
}

}  // namespace pidun::testing
