// Writes a decoded text and its map side by side: what is not replaced is kept.
// No encoding here makes a text longer, so the room is had at once, and left over room is given back by finish().
// Tested through the decoders, in tests/unit/unwrap/decoders_test.cpp.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace pidun {

class DecodedWriter {
 public:
  // Appends to `text` and `map`; `base` is the offset of source[0] in what the map leads to.
  DecodedWriter(std::string_view source, uint64_t base, std::string& text, OffsetMap& map)
      : source_(source), base_(base), text_(text), map_(map), written_(text.size()) {
    text.resize(written_ + source.size());
    to_ = text.data() + written_;
  }

  // Source bytes [begin, end) stand, as a whole, for these.
  void put(size_t begin, size_t end, const char* bytes, size_t count) {
    keep(begin);
    for (size_t i = 0; i < count; ++i) to_[i] = bytes[i];
    to_ += count;
    map_.repeat({base_ + begin, base_ + end}, count);
    done_ = end;
    changed_ = true;
  }
  void put(size_t begin, size_t end, char byte) { put(begin, end, &byte, 1); }
  void drop(size_t begin, size_t end) { put(begin, end, nullptr, 0); }
  // Source bytes up to here are behind us.
  size_t done() const { return done_; }

  // Keeps the rest; says whether anything was replaced.
  bool finish() {
    keep(source_.size());
    text_.resize(static_cast<size_t>(to_ - text_.data()));
    return changed_;
  }

 private:
  void keep(size_t end) {
    if (end <= done_) return;
    const size_t length = end - done_;
    std::memcpy(to_, source_.data() + done_, length);
    to_ += length;
    map_.copy(base_ + done_, length);
    done_ = end;
  }

  std::string_view source_;
  uint64_t base_;
  std::string& text_;
  OffsetMap& map_;
  size_t written_;
  size_t done_ = 0;
  char* to_ = nullptr;
  bool changed_ = false;
};

}  // namespace pidun
