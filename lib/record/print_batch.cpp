#include "record/print_batch.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pidun {

void PrintBatch::make_room(size_t bytes) {
  constexpr size_t kLeast = 16384;
  hash_all();
  if (bytes > forms_.size()) forms_ = std::vector<char>(std::max(kLeast, bytes));
}

void PrintBatch::close(Kind kind, const char* end) {
  char* const message = forms_.data() + used_;
  const auto size = static_cast<size_t>(end - message);
  if (closed_ == done_.size()) done_.resize(std::max<size_t>(64, 2 * closed_));
  const size_t place = closed_++;
  const size_t words = size / sizeof(uint64_t) + 1;
  if (words > kMostWords) {
    done_[place] = prints_.of(kind, {message + kKindBytes, size - kKindBytes});
    wipe(message, size);
    return;
  }
  const auto number = static_cast<uint16_t>(kind);
  message[0] = static_cast<char>(number & 0xFF);
  message[1] = static_cast<char>(number >> 8);
  std::memset(message + size, 0, sizeof(uint64_t));
  message[words * sizeof(uint64_t) - 1] = static_cast<char>(size);
  used_ += words * sizeof(uint64_t);
  Lot& lot = lots_[words];
  lot.messages[lot.count] = message;
  lot.places[lot.count] = static_cast<uint32_t>(place);
  if (++lot.count == kHashLanes) hash(lot, words);
}

// Lanes that hold nothing new are hashed with the others.
void PrintBatch::hash(Lot& lot, size_t words) {
  for (size_t lane = 0; lane < lot.count; ++lane)
    for (size_t word = 0; word < words; ++word)
      std::memcpy(&laid_[word * kHashLanes + lane], lot.messages[lane] + word * sizeof(uint64_t), sizeof(uint64_t));
  HashLanes hashes;
  prints_.of_lanes(laid_.data(), words, hashes);
  for (size_t lane = 0; lane < lot.count; ++lane) done_[lot.places[lane]] = {hashes.first[lane], hashes.second[lane]};
  lot.count = 0;
}

void PrintBatch::hash_all() {
  for (size_t words = 0; words < lots_.size(); ++words)
    if (lots_[words].count != 0) hash(lots_[words], words);
  wipe(forms_.data(), used_);
  wipe(laid_.data(), sizeof(laid_));
  used_ = 0;
}

std::span<const Print> PrintBatch::finish() {
  hash_all();
  return {done_.data(), std::exchange(closed_, 0)};
}

}  // namespace pidun
