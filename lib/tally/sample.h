// A uniform sample of the unique records: those with the smallest SipHash-2-4(seed, identity and event). So it depends
// on neither order nor threads nor merging, and whoever has the seed draws the same one again. Of a record that comes
// more than once the first place by (source, offset) is kept. A slot says where to look, not what is there.
//
// Twice as many are kept as are asked for, since nameless records may turn out to be absorbed: at most half of them are
// in the mean. Tested in tests/unit/tally/sample_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "record/record.h"

namespace pidun {

struct SampleKey {
  Print identity;
  uint64_t event = 0;  // 48 bits
  friend bool operator==(const SampleKey&, const SampleKey&) = default;
};

struct SampleSlot {
  std::string source;
  Span span;
  std::vector<Kind> kinds;
};

class Sample {
 public:
  Sample(uint64_t seed, size_t size);

  void offer(const SampleKey& key, const Record& record, std::string_view source) {
    if (size_ == 0) return;
    const uint64_t hash = hash_of(key);
    if (slots_.size() < 2 * size_ || hash <= most_)
      keep({hash, key.identity.high, key.identity.low, key.event}, record, source);
  }
  void merge(Sample&& other);  // of the same seed
  bool holds(const SampleKey& key) const;
  // The slots asked for, of the smallest hashes, without those of absorbed records.
  std::vector<SampleSlot> drawn(const std::vector<SampleKey>& absorbed) const;

  uint64_t seed() const { return seed_; }
  size_t size() const { return size_; }

  using Place = std::tuple<uint64_t, uint64_t, uint64_t, uint64_t>;  // hash, identity, event
  const std::map<Place, SampleSlot>& slots() const { return slots_; }
  // False when the key does not belong where it is put: `slot` comes from a file.
  bool restore(const SampleKey& key, SampleSlot&& slot);

 private:
  uint64_t hash_of(const SampleKey& key) const;
  void keep(const Place& place, const Record& record, std::string_view source);
  void put(const Place& place, SampleSlot&& slot);

  uint64_t seed_;
  size_t size_;
  std::array<unsigned char, 16> hash_key_{};
  uint64_t most_ = 0;  // the largest hash kept
  std::map<Place, SampleSlot> slots_;
};

}  // namespace pidun
