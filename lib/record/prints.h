// The prints of values under the key of a tally: SipHash-2-4 of libsodium over kind and canonical form.
// The key given is not used itself, but one made of it for tallies alone, so that the fingerprints that a scan shows
// cannot be looked up in a tally. Tested in tests/unit/record/small_parts_test.cpp.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "base/keyed_hash.h"
#include "base/siphash_lanes.h"
#include "record/record.h"

namespace pidun {

class Prints {
 public:
  explicit Prints(std::span<const unsigned char, 16> key);
  ~Prints();
  Prints(const Prints&) = default;
  Prints& operator=(const Prints&) = default;

  Print of(Kind kind, std::string_view canonical) const;
  // Of eight messages of kind and canonical form, laid out as siphash_lanes() wants them; see print_batch.h.
  void of_lanes(const uint64_t* words, size_t count, HashLanes& out) const { siphash_lanes(key_, words, count, out); }
  // Of a picture with this hash, which was made with pictures().
  Print of_picture(const HashValue& hash) const;
  const KeyedHash& pictures() const { return *pictures_; }

 private:
  HashKey key_{};
  std::shared_ptr<const KeyedHash> pictures_;
};

// Of two values together, in this order; prints are random, so sums and shifts of them do not meet.
constexpr Print both(const Print& first, const Print& second) {
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;
  return {first.high + second.high * kOdd, first.low + second.low * kOdd};
}
// Of a value that joins rows: as an identity, but never that of a value. Its lowest bits are 0, so that it fits beside
// others (tally/fact.h).
inline constexpr uint64_t kJoinLowBits = 0x1FF;
constexpr Print join_key(const Print& value) {
  constexpr uint64_t kSalt = 0xA0761D6478BD642F;
  return {(value.high ^ kSalt) & ~kJoinLowBits, value.low};
}
// Of several values in any order.
constexpr Print sum(const Print& a, const Print& b) { return {a.high + b.high, a.low + b.low}; }

}  // namespace pidun
