// See source.h.
#include "source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace pidun::cli {
namespace {

// A walked entry may have turned into a pipe since it was listed; opening must not hang on it.
int open_input(const Input& input) {
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (input.from_walk ? O_NONBLOCK : 0);
  int fd = -1;
  do {
    fd = ::open(input.path.c_str(), flags);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

}  // namespace

Source::Source(const Input& input) : fd_(STDIN_FILENO) {
  if (!input.is_stdin) {
    fd_ = open_input(input);
    owned_ = fd_ >= 0;
  }
  struct stat status {};
  if (fd_ < 0 || ::fstat(fd_, &status) != 0) {
    error_ = errno;
    return;
  }
  regular_ = S_ISREG(status.st_mode);
  if (S_ISDIR(status.st_mode)) error_ = EISDIR;
  if (input.from_walk && !regular_) error_ = ENOENT;  // the file that was listed is gone
  if (!regular_) return;
  const off_t at = ::lseek(fd_, 0, SEEK_CUR);
  if (at > 0) start_ = static_cast<std::uint64_t>(at);
  size_ = static_cast<std::uint64_t>(std::max<off_t>(0, status.st_size - std::max<off_t>(0, at)));
}

Source::~Source() {
  if (owned_) ::close(fd_);
}

bool Source::wait_for_bytes(bool block, const Deadline& deadline) const {
  while (true) {
    int timeout = block ? -1 : 0;
    if (block && deadline) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
      timeout = static_cast<int>(std::clamp<long long>(left, 0, 60'000));
    }
    pollfd waiting{fd_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, timeout);
    if (ready != 0 && !(ready < 0 && errno == EINTR)) return true;  // bytes, end, or an error read() will name
    if (!block || (deadline && Clock::now() >= *deadline)) return false;
  }
}

Source::Fill Source::fill(char* to, std::size_t room, std::size_t& got, const Deadline& deadline) {
  const std::size_t target = got + room;
  bool waited = false;
  while (got < target) {
    if (deadline && Clock::now() >= *deadline) return Fill::kDeadline;
    if (!regular_) {
      if (!wait_for_bytes(!waited, deadline)) return waited ? Fill::kMore : Fill::kDeadline;
      waited = true;
    }
    const ssize_t count = ::read(fd_, to, target - got);
    if (count == 0) return Fill::kEnd;
    if (count < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      error_ = errno;
      return Fill::kError;
    }
    to += count;
    got += static_cast<std::size_t>(count);
  }
  return Fill::kMore;
}

std::optional<std::string> Source::read_again(std::uint64_t offset, std::size_t length) const {
  if (!regular_) return std::nullopt;
  std::string bytes(length, '\0');
  std::size_t got = 0;
  while (got < length) {
    const ssize_t count = ::pread(fd_, bytes.data() + got, length - got, static_cast<off_t>(start_ + offset + got));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    got += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace pidun::cli
