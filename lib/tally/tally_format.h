// The file of a tally, version 3. After the head come the groups, by partition and sorted by print: 15 bytes of the
// print (the first is the number of the partition), then the items of fact.h, links among them.
//
//   magic, version | algorithm, canonicalisation, key id, seed, flags | sums | rules hashes | recipients | sample |
//   signs | 256 x (groups, bytes, groups…) | hash of all
//
// Version 1 had no signs, and is read as one that has none; of both, the hash was another (file_hash.h). So a unique
// record takes 23 bytes, each content or recipient 8, an event's content or a link 16. The same facts give the same
// bytes, whatever the order they came in. Tested in tests/unit/tally/tally_file_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tally/counts.h"

namespace pidun::tally_format {

inline constexpr std::string_view kMagic{"\x89PIDUNT\n", 8};
inline constexpr uint32_t kVersion = 3;
inline constexpr uint32_t kWithSigns = 2;  // from this version on
inline constexpr std::string_view kAlgorithm{"SipHash-2-4-128\0", 16};
inline constexpr size_t kPrintBytes = 15;
// Flags.
inline constexpr uint32_t kTooManyRecipients = 1;
inline constexpr uint32_t kJoins = 2;
inline constexpr uint32_t kMergesFields = 4;

inline constexpr size_t kMostRules = 4096;
inline constexpr size_t kMostRulesHash = 256;
inline constexpr size_t kMostSample = size_t{1} << 20;
inline constexpr size_t kMostSource = 1 << 15;

// Calls use(number) for each sum of the head, in the file's order.
template <class Sums, class Use>
void each_sum(Sums& counts, Use&& use) {
  const auto tiers = [&](auto& of) {
    use(of.of50);
    use(of.of500);
    use(of.of5000);
  };
  use(counts.raw);
  use(counts.invalid);
  for (auto& reason : counts.invalid_by_reason) use(reason);
  use(counts.dropped_values);
  tiers(counts.unlinked);
  use(counts.masked.rows);
  tiers(counts.masked.by_tier);
  for (auto& trigger : counts.triggers) use(trigger);
  use(counts.images.seen);
  use(counts.images.face_signed);
  use(counts.images.unread);
  use(counts.images.camera);
}

}  // namespace pidun::tally_format
