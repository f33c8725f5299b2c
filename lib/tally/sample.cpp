#include "tally/sample.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <tuple>

namespace pidun {

Sample::Sample(uint64_t seed, size_t size) : seed_(seed), size_(size) {
  for (size_t byte = 0; byte < 8; ++byte) hash_key_[byte] = static_cast<unsigned char>(seed >> 8 * byte);
  std::memcpy(hash_key_.data() + 8, "pidunsmp", 8);
}

uint64_t Sample::hash_of(const SampleKey& key) const {
  const std::array<uint64_t, 3> message{key.identity.high, key.identity.low, key.event};
  uint64_t hash;
  static_assert(crypto_shorthash_siphash24_BYTES == sizeof(hash));
  crypto_shorthash_siphash24(reinterpret_cast<unsigned char*>(&hash),
                             reinterpret_cast<const unsigned char*>(message.data()), sizeof(message), hash_key_.data());
  return hash;
}

void Sample::put(const Place& place, SampleSlot&& slot) {
  const auto [at, is_new] = slots_.try_emplace(place);
  const auto where = [](const SampleSlot& of) { return std::tie(of.source, of.span.begin, of.span.end); };
  if (is_new || where(slot) < where(at->second)) at->second = std::move(slot);
  if (slots_.size() > 2 * size_) slots_.erase(std::prev(slots_.end()));
  most_ = slots_.empty() ? 0 : std::get<0>(slots_.rbegin()->first);
}

void Sample::keep(const Place& place, const Record& record, std::string_view source) {
  const auto found = slots_.find(place);
  if (found != slots_.end()) {
    const SampleSlot& kept = found->second;
    const int order = source.compare(kept.source);
    const bool later = std::tie(record.span.begin, record.span.end) >= std::tie(kept.span.begin, kept.span.end);
    if (order > 0 || (order == 0 && later)) return;  // the usual way, without a copy
  }
  put(place, {std::string(source), record.span, {record.kinds.begin(), record.kinds.end()}});
}

void Sample::merge(Sample&& other) {
  size_ = std::min(size_, other.size_);
  for (auto& [place, slot] : other.slots_) put(place, std::move(slot));
  while (slots_.size() > 2 * size_) slots_.erase(std::prev(slots_.end()));
  most_ = slots_.empty() ? 0 : std::get<0>(slots_.rbegin()->first);
}

bool Sample::holds(const SampleKey& key) const {
  return size_ != 0 && slots_.count({hash_of(key), key.identity.high, key.identity.low, key.event}) != 0;
}

bool Sample::restore(const SampleKey& key, SampleSlot&& slot) {
  if (slots_.size() >= 2 * size_) return false;
  put({hash_of(key), key.identity.high, key.identity.low, key.event}, std::move(slot));
  return true;
}

std::vector<SampleSlot> Sample::drawn(const std::vector<SampleKey>& absorbed) const {
  std::vector<SampleSlot> drawn;
  for (const auto& [place, slot] : slots_) {
    if (drawn.size() == size_) break;
    const auto& [hash, high, low, event] = place;
    if (std::find(absorbed.begin(), absorbed.end(), SampleKey{{high, low}, event}) == absorbed.end())
      drawn.push_back(slot);
  }
  return drawn;
}

}  // namespace pidun
