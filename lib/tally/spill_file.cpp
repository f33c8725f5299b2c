#include "tally/spill_file.h"

#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include "tally/tally_error.h"

namespace pidun {
namespace {

constexpr size_t kMostPieces = 256;  // in one call; POSIX allows at least 16, Linux 1024

[[noreturn]] void fail_to_write() {
  throw TallyError(TallyFault::storage, errno == ENOSPC || errno == EDQUOT ? "the disk of the spill folder is full"
                                                                           : "the spill file cannot be written");
}

int open_unlinked(const std::string& folder) {
  std::string name = folder + "/pidun-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) return -1;
  const std::string path = name + "/spill";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) unlink(path.c_str());
  rmdir(name.c_str());
  return file;
}

// Takes what was written off the front of the list.
size_t drop_written(std::vector<iovec>& list, size_t first, size_t written) {
  while (first < list.size() && written >= list[first].iov_len) written -= list[first++].iov_len;
  if (written != 0) {
    list[first].iov_base = static_cast<char*>(list[first].iov_base) + written;
    list[first].iov_len -= written;
  }
  return first;
}

}  // namespace

SpillFile::SpillFile(const std::string& folder) : file_(open_unlinked(folder)) {
  if (file_ < 0) throw TallyError(TallyFault::storage, "no file can be made in the spill folder");
}

SpillFile::~SpillFile() { close(file_); }

uint64_t SpillFile::write(std::span<const std::span<const uint64_t>> pieces) {
  const uint64_t begin = size_;
  std::vector<iovec> list;
  list.reserve(pieces.size());
  for (const auto piece : pieces)
    if (!piece.empty()) list.push_back({const_cast<uint64_t*>(piece.data()), piece.size_bytes()});
  for (size_t first = 0; first < list.size();) {
    const auto count = static_cast<int>(std::min(kMostPieces, list.size() - first));
    const ssize_t written = pwritev(file_, list.data() + first, count, static_cast<off_t>(size_));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail_to_write();
    size_ += static_cast<size_t>(written);
    first = drop_written(list, first, static_cast<size_t>(written));
  }
  return begin;
}

void SpillFile::read(uint64_t offset, std::span<uint64_t> into) const {
  auto* at = reinterpret_cast<char*>(into.data());
  for (size_t left = into.size_bytes(); left != 0;) {
    const ssize_t count = pread(file_, at, left, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw TallyError(TallyFault::storage, "the spill file cannot be read");
    at += count;
    offset += static_cast<uint64_t>(count);
    left -= static_cast<size_t>(count);
  }
}

}  // namespace pidun
