// A file that ends with a hash of all before it (file_hash.h): written beside its place, synced and renamed, so that
// there is the old one, the new one or none; read front to back, and never past what the file holds. All numbers are
// little-endian. Tested in tests/unit/tally/tally_file_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "tally/file_hash.h"

namespace pidun {

static_assert(std::endian::native == std::endian::little);

class CheckedWriter {
 public:
  // Throws TallyError, as the others do; an earlier file stays as it is.
  explicit CheckedWriter(const std::string& path);
  ~CheckedWriter();  // without finish() nothing is left
  CheckedWriter(const CheckedWriter&) = delete;
  CheckedWriter& operator=(const CheckedWriter&) = delete;

  void bytes(std::span<const unsigned char> bytes);
  template <class Number>
  void number(Number value) {
    static_assert(std::is_integral_v<Number>);
    bytes({reinterpret_cast<const unsigned char*>(&value), sizeof(value)});
  }
  void finish();

 private:
  void flush();
  void write_out(std::span<const unsigned char> bytes);

  std::string path_;
  std::string temporary_;
  int file_ = -1;
  std::vector<unsigned char> buffer_;
  uint64_t written_ = 0;
  uint64_t started_ = 0;  // of these, what the disk was told to write
  FileHash hash_;
};

class CheckedReader {
 public:
  // Takes the open file and closes it at the end.
  explicit CheckedReader(int file);
  ~CheckedReader();
  CheckedReader(const CheckedReader&) = delete;
  CheckedReader& operator=(const CheckedReader&) = delete;

  uint64_t left() const { return left_; }  // bytes before the hash
  // Exactly so many bytes, at most kMost; valid until the next call. Throws when the file has no more.
  static constexpr size_t kMost = size_t{1} << 16;
  const unsigned char* bytes(size_t count) {
    if (end_ - at_ < count) fill(count);
    const unsigned char* bytes = buffer_.data() + at_;
    at_ += count;
    left_ -= count;
    return bytes;
  }
  // What is at hand without reading more; skip() takes it.
  std::span<const unsigned char> ahead() const { return {buffer_.data() + at_, end_ - at_}; }
  void skip(size_t count) {
    at_ += count;
    left_ -= count;
  }
  template <class Number>
  Number number() {
    Number value;
    std::copy_n(bytes(sizeof(value)), sizeof(value), reinterpret_cast<unsigned char*>(&value));
    return value;
  }
  // A number that says how many of something follow, each of at least `size` bytes: no more than the file can hold.
  template <class Number>
  size_t count(size_t most, size_t size);
  // To be called when all was read: nothing is left, and the hash is right.
  void finish();

 private:
  void fill(size_t count);
  [[noreturn]] static void fail();

  int file_;
  uint64_t left_ = 0;
  std::vector<unsigned char> buffer_;
  size_t at_ = 0;
  size_t end_ = 0;
  bool begun_ = false;
  FileHash hash_;
};

template <class Number>
size_t CheckedReader::count(size_t most, size_t size) {
  const uint64_t count = number<Number>();
  if (count > most || count * size > left_) fail();
  return static_cast<size_t>(count);
}

}  // namespace pidun
