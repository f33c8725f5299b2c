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
    text.resize(written_ + source.size() + kSlack);
    to_ = text.data() + written_;
  }

  // Source bytes [begin, end) stand, as a whole, for the first `count` of these.
  void put(size_t begin, size_t end, const char (&bytes)[4], size_t count) {
    note(begin, end, count);
    std::memcpy(to_, bytes, sizeof bytes);
    to_ += count;
  }
  void put(size_t begin, size_t end, char byte) {
    note(begin, end, 1);
    *to_++ = byte;
  }
  void drop(size_t begin, size_t end) { note(begin, end, 0); }
  // Source bytes up to here are behind us.
  size_t done() const { return done_; }

  // Keeps the rest; says whether anything was replaced.
  bool finish() {
    flush_groups();
    keep(source_.size());
    text_.resize(static_cast<size_t>(to_ - text_.data()));
    return changed_;
  }

  static constexpr size_t kSlack = 4;  // bytes that put() may write too many, until finish()

 private:
  // Equal replacements side by side go to the map together.
  void note(size_t begin, size_t end, size_t count) {
    const auto group = static_cast<uint32_t>(end - begin), bytes = static_cast<uint32_t>(count);
    if (begin != done_ || group != group_ || bytes != bytes_) {
      flush_groups();
      keep(begin);
      groups_begin_ = begin;
      group_ = group;
      bytes_ = bytes;
    }
    ++groups_;
    done_ = end;
    changed_ = true;
  }
  void flush_groups() {
    map_.repeat(base_ + groups_begin_, groups_, group_, bytes_);
    groups_ = 0;
  }
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
  size_t groups_begin_ = 0;
  size_t groups_ = 0;
  uint32_t group_ = 0;
  uint32_t bytes_ = 0;
};

}  // namespace pidun
