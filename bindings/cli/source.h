// The bytes of one input, read with read(2) and never mapped: a file that vanishes or shrinks ends, it does not kill.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "inputs.h"

namespace pidun::cli {

using Clock = std::chrono::steady_clock;
using Deadline = std::optional<Clock::time_point>;

class Source {
 public:
  enum class Fill { kMore, kEnd, kDeadline, kError };

  // On failure error() is not 0.
  explicit Source(const Input& input);
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  int error() const { return error_; }
  bool regular() const { return regular_; }
  std::uint64_t size() const { return size_; }  // of a regular file, from where reading starts

  // Appends up to `room` bytes at `to`, adding to `got`. From a pipe it takes what is there and does not wait for
  // more once it has something, so that findings come out as their bytes come in.
  Fill fill(char* to, std::size_t room, std::size_t& got, const Deadline& deadline);

  // Reads input bytes [offset, offset + length) again; nothing if that cannot be done (any more).
  std::optional<std::string> read_again(std::uint64_t offset, std::size_t length) const;

 private:
  bool wait_for_bytes(bool block, const Deadline& deadline) const;

  int fd_ = -1;
  int error_ = 0;
  bool owned_ = false;
  bool regular_ = false;
  std::uint64_t start_ = 0;  // standard input may be a file that was read in part before
  std::uint64_t size_ = 0;
};

}  // namespace pidun::cli
