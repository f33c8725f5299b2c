// A file for what does not fit into memory. It lies in a private folder of its own (mkdtemp, 0700), and file and folder
// are unlinked as soon as they are open: whoever is killed leaves nothing, and nobody else can open it.
// What is written are keyed prints, never values. Tested in tests/unit/tally/spill_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace pidun {

class SpillFile {
 public:
  // `folder` is the one that the private one is made in. Throws TallyError.
  explicit SpillFile(const std::string& folder);
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  // One thread writes: several pieces, one behind the other. Returns where the first begins, in bytes.
  uint64_t write(std::span<const std::span<const uint64_t>> pieces);
  // Any number of threads read.
  void read(uint64_t offset, std::span<uint64_t> into) const;
  uint64_t size() const { return size_; }

 private:
  int file_ = -1;
  uint64_t size_ = 0;
};

}  // namespace pidun
