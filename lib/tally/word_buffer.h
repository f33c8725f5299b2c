// Words of a partition, in one piece: grows without zeroing, and is wiped before it is given back.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

#include "base/keyed_hash.h"

namespace pidun {

class WordBuffer {
 public:
  WordBuffer() = default;
  ~WordBuffer() { wipe_all(); }
  WordBuffer(const WordBuffer&) = delete;
  WordBuffer& operator=(const WordBuffer&) = delete;

  size_t size() const { return size_; }
  const uint64_t* data() const { return words_.get(); }
  std::span<const uint64_t> words() const { return {words_.get(), size_}; }
  std::span<uint64_t> from(size_t begin) { return {words_.get() + begin, size_ - begin}; }
  void clear() { size_ = 0; }  // keeps the memory for what comes next

  // Room for `count` words at the end, unset. Holds until the next call.
  uint64_t* extend(size_t count) {
    if (size_ + count > capacity_) grow(size_ + count);
    uint64_t* at = words_.get() + size_;
    size_ += count;
    return at;
  }
  void append(std::span<const uint64_t> words) {
    if (!words.empty()) std::memcpy(extend(words.size()), words.data(), words.size_bytes());
  }
  void swap(WordBuffer& other) {
    std::swap(words_, other.words_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  void grow(size_t needed) {
    const size_t capacity = needed + needed / 4 + 512;
    auto larger = std::make_unique_for_overwrite<uint64_t[]>(capacity);
    if (size_ != 0) std::memcpy(larger.get(), words_.get(), size_ * sizeof(uint64_t));
    wipe_all();
    words_ = std::move(larger);
    capacity_ = capacity;
  }
  void wipe_all() {
    if (words_ != nullptr) wipe(words_.get(), capacity_ * sizeof(uint64_t));
  }

  std::unique_ptr<uint64_t[]> words_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace pidun
