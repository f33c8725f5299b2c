// See key_file.h.
#include "key_file.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "escape.h"
#include "messages.h"

namespace pidun::cli {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

class File {
 public:
  File(const std::string& path, int flags, mode_t mode = 0) : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (fd_ < 0) throw std::runtime_error(say(Msg::kCannotOpen, printable(path), error_text(errno)));
  }
  ~File() { ::close(fd_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail(Msg msg, const std::string& path) { throw std::runtime_error(say(msg, printable(path))); }
[[noreturn]] void fail_reading(const std::string& path) {
  throw std::runtime_error(say(Msg::kCannotRead, printable(path), error_text(errno)));
}

std::size_t read_some(const File& file, char* to, std::size_t room, const std::string& path) {
  while (true) {
    const ssize_t count = ::read(file.get(), to, room);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) fail_reading(path);
  }
}

std::size_t read_up_to(const File& file, char* to, std::size_t room, const std::string& path) {
  std::size_t got = 0;
  while (got < room) {
    const std::size_t more = read_some(file, to + got, room - got, path);
    if (more == 0) break;
    got += more;
  }
  return got;
}

int hex_value(char c) {
  if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  const char* found = c != '\0' ? std::strchr(kDigits, c) : nullptr;
  return found != nullptr ? static_cast<int>(found - kDigits) : -1;
}

bool parse_hex(const char* text, Key& key) {
  for (std::size_t i = 0; i < key.size(); ++i) {
    const int high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    key[i] = static_cast<unsigned char>(16 * high + low);
  }
  return true;
}

}  // namespace

Key read_key_file(const std::string& path) {
  const File file(path, O_RDONLY);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail_reading(path);
  if (S_ISREG(status.st_mode) && (status.st_mode & (S_IROTH | S_IWOTH)) != 0) fail(Msg::kKeyOpenToAll, path);
  Key key{};
  constexpr std::size_t kHex = 2 * sizeof(Key), kMost = kHex + 3;  // with \r\n, and one more to see that it ends
  char text[kMost] = {};
  std::size_t size = read_up_to(file, text, sizeof text, path);
  bool good = size == key.size();
  if (good) {
    std::memcpy(key.data(), text, size);
  } else {
    while (size > 0 && (text[size - 1] == '\n' || text[size - 1] == '\r')) --size;
    good = size == kHex && parse_hex(text, key);
  }
  ::explicit_bzero(text, sizeof text);
  if (!good) fail(Msg::kKeyMalformed, path);
  return key;
}

void write_new_key_file(const std::string& path) {
  const File file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  Key key{};
  char text[2 * sizeof(Key) + 1];
  bool good = ::getrandom(key.data(), key.size(), 0) == static_cast<ssize_t>(key.size());
  for (std::size_t i = 0; i < key.size(); ++i) {
    text[2 * i] = kDigits[key[i] >> 4];
    text[2 * i + 1] = kDigits[key[i] & 15];
  }
  text[2 * sizeof(Key)] = '\n';
  good =
      good && ::write(file.get(), text, sizeof text) == static_cast<ssize_t>(sizeof text) && ::fsync(file.get()) == 0;
  const int error = errno;
  ::explicit_bzero(text, sizeof text);
  ::explicit_bzero(key.data(), key.size());
  if (good) return;
  ::unlink(path.c_str());
  throw std::runtime_error(say(Msg::kCannotWrite, printable(path), error_text(error)));
}

std::string read_text_file(const std::string& path) {
  constexpr std::size_t kMost = std::size_t{128} << 20;  // the library has the exact limits
  const File file(path, O_RDONLY);
  std::string out;
  char buffer[65536];
  while (out.size() <= kMost) {
    const std::size_t more = read_some(file, buffer, sizeof buffer, path);
    if (more == 0) break;
    out.append(buffer, more);
  }
  return out;
}

}  // namespace pidun::cli
