#include "record/print_batch.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pidun {

void PrintBatch::grow(size_t most) {
  wipe(form_.data(), longest_);
  longest_ = 0;
  constexpr size_t kLeast = 512;
  form_ = std::vector<char>(std::max(kLeast, kKindBytes + most + sizeof(uint64_t)));
}

void PrintBatch::close(Kind kind, const char* end) {
  const auto size = static_cast<size_t>(end - form_.data());
  longest_ = std::max(longest_, size + sizeof(uint64_t));
  if (closed_ == done_.size()) done_.resize(std::max<size_t>(64, 2 * closed_));
  const size_t place = closed_++;
  const size_t words = size / sizeof(uint64_t) + 1;
  if (words > kMostWords) {
    done_[place] = prints_.of(kind, {form_.data() + kKindBytes, size - kKindBytes});
    return;
  }
  const auto number = static_cast<uint16_t>(kind);
  form_[0] = static_cast<char>(number & 0xFF);
  form_[1] = static_cast<char>(number >> 8);
  std::memset(form_.data() + size, 0, sizeof(uint64_t));
  form_[words * sizeof(uint64_t) - 1] = static_cast<char>(size);
  Lot& lot = lots_[words];
  if (lot.words.empty()) lot.words.resize(words * kHashLanes);
  lot.used = true;
  for (size_t word = 0; word < words; ++word)
    std::memcpy(&lot.words[word * kHashLanes + lot.count], form_.data() + word * sizeof(uint64_t), sizeof(uint64_t));
  lot.places[lot.count] = static_cast<uint32_t>(place);
  if (++lot.count == kHashLanes) hash(lot, words);
}

// Lanes that hold nothing new are hashed with the others.
void PrintBatch::hash(Lot& lot, size_t words) {
  HashLanes hashes;
  prints_.of_lanes(lot.words.data(), words, hashes);
  for (size_t lane = 0; lane < lot.count; ++lane) done_[lot.places[lane]] = {hashes.first[lane], hashes.second[lane]};
  lot.count = 0;
}

std::span<const Print> PrintBatch::finish() {
  for (size_t words = 0; words < lots_.size(); ++words) {
    Lot& lot = lots_[words];
    if (!lot.used) continue;
    if (lot.count != 0) hash(lot, words);
    wipe(lot.words.data(), lot.words.size() * sizeof(uint64_t));
    lot.used = false;
  }
  wipe(form_.data(), longest_);
  longest_ = 0;
  return {done_.data(), std::exchange(closed_, 0)};
}

}  // namespace pidun
