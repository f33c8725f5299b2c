#include "tally/checked_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "tally/tally_error.h"

namespace pidun {
namespace {

constexpr size_t kBlock = size_t{1} << 20;
constexpr uint64_t kStart = uint64_t{16} << 20;

[[noreturn]] void fail_to_write() {
  throw TallyError(TallyFault::storage, errno == ENOSPC || errno == EDQUOT
                                            ? "the disk is full: the tally was not written"
                                            : "the tally cannot be written");
}

std::string folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// So that the new name is on the disk, too. Some file systems cannot, and then need not.
void sync_folder(const std::string& path) {
  const int folder = open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

}  // namespace

CheckedWriter::CheckedWriter(const std::string& path) : path_(path), temporary_(path + ".XXXXXX") {
  file_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (file_ < 0) fail_to_write();
  buffer_.reserve(kBlock);
}

CheckedWriter::~CheckedWriter() {
  if (file_ < 0) return;
  close(file_);
  unlink(temporary_.c_str());
}

void CheckedWriter::write_out(std::span<const unsigned char> bytes) {
  written_ += bytes.size();
  while (!bytes.empty()) {
    const ssize_t count = write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail_to_write();
    bytes = bytes.subspan(static_cast<size_t>(count));
  }
  // The disk begins at once, so that fsync() has less to wait for.
  if (written_ - started_ < kStart) return;
  sync_file_range(file_, static_cast<off_t>(started_), static_cast<off_t>(written_ - started_), SYNC_FILE_RANGE_WRITE);
  started_ = written_;
}

void CheckedWriter::flush() {
  hash_.add(buffer_);
  write_out(buffer_);
  buffer_.clear();
}

void CheckedWriter::bytes(std::span<const unsigned char> bytes) {
  if (bytes.size() >= kBlock) {
    flush();
    hash_.add(bytes);
    return write_out(bytes);
  }
  if (buffer_.size() + bytes.size() > kBlock) flush();
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

void CheckedWriter::finish() {
  flush();
  write_out(hash_.finish());
  if (fsync(file_) != 0 || rename(temporary_.c_str(), path_.c_str()) != 0) fail_to_write();
  close(file_);
  file_ = -1;
  sync_folder(path_);
}

CheckedReader::CheckedReader(int file) : file_(file), buffer_(2 * kBlock) {
  struct stat status;
  if (fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(file_);
    throw TallyError(TallyFault::storage, "a tally can only be read from a file");
  }
  const auto size = static_cast<uint64_t>(status.st_size);
  left_ = size < kFileHash ? 0 : size - kFileHash;
}

CheckedReader::~CheckedReader() { close(file_); }

void CheckedReader::fail() { throw TallyError(TallyFault::corrupt, "the tally is damaged: it was cut or changed"); }

void CheckedReader::fill(size_t count) {
  if (count > left_) fail();
  std::copy(buffer_.begin() + static_cast<ptrdiff_t>(at_), buffer_.begin() + static_cast<ptrdiff_t>(end_),
            buffer_.begin());
  end_ -= at_;
  at_ = 0;
  // What is in the buffer counts as left, so no more than the rest is read.
  const auto wanted = static_cast<size_t>(std::min<uint64_t>(left_ - end_, buffer_.size() - end_));
  size_t got = 0;
  while (got < wanted) {
    const ssize_t more = read(file_, buffer_.data() + end_ + got, wanted - got);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) throw TallyError(TallyFault::storage, "the tally cannot be read");
    if (more == 0) fail();
    got += static_cast<size_t>(more);
  }
  const std::span<const unsigned char> read_now(buffer_.data() + end_, got);
  if (!begun_) hash_ = FileHash(is_hashed_whole(read_now));
  begun_ = true;
  hash_.add(read_now);
  end_ += got;
}

void CheckedReader::finish() {
  if (left_ != 0) fail();
  const std::array<unsigned char, kFileHash> expected = hash_.finish();
  std::array<unsigned char, kFileHash> found{};
  if (read(file_, found.data(), found.size()) != static_cast<ssize_t>(found.size()) || found != expected) fail();
}

}  // namespace pidun
