// Prints of many values, told together: those of one length are hashed eight at a time (base/siphash_lanes.h).
//
//   char* const form = batch.open(most);               // where the canonical form is written
//   batch.close(Kind::mobile_number, form + 11);       // its n-th value …
//   batch.finish()[n]                                  // … has this print, the same as Prints::of() gives
//
// Forms are wiped by finish(). One thread at a time. Tested in tests/unit/record/small_parts_test.cpp.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/siphash_lanes.h"
#include "record/prints.h"

namespace pidun {

class PrintBatch {
 public:
  explicit PrintBatch(const Prints& prints) : prints_(prints) {}
  // A copy begins anew: only whole batches are copied.
  PrintBatch(const PrintBatch& other) : PrintBatch(other.prints_) {}
  PrintBatch& operator=(const PrintBatch&) = delete;
  ~PrintBatch() { finish(); }

  // Room for `most` bytes. Holds until the next call.
  char* open(size_t most) {
    if (used_ + kKindBytes + most + sizeof(uint64_t) > forms_.size()) make_room(kKindBytes + most + sizeof(uint64_t));
    return forms_.data() + used_ + kKindBytes;
  }
  // The form goes up to `end`.
  void close(Kind kind, const char* end);
  // Of all that were closed since the last call, in order. Holds until the next value is closed.
  std::span<const Print> finish();

 private:
  static constexpr size_t kKindBytes = sizeof(uint16_t);
  static constexpr size_t kMostWords = 16;  // of messages that are hashed together

  // Messages of one number of words. They are read when several are there, for bytes just written come back slowly.
  struct Lot {
    std::array<const char*, kHashLanes> messages{};
    std::array<uint32_t, kHashLanes> places{};
    size_t count = 0;
  };

  void make_room(size_t bytes);
  void hash(Lot& lot, size_t words);
  void hash_all();

  Prints prints_;
  std::vector<char> forms_;  // messages, one behind the other
  size_t used_ = 0;
  std::array<Lot, kMostWords + 1> lots_;
  std::array<uint64_t, kMostWords * kHashLanes> laid_{};
  std::vector<Print> done_;
  size_t closed_ = 0;
};

}  // namespace pidun
