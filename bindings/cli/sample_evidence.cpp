// See sample_evidence.h.
#include "sample_evidence.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace pidun::cli {
namespace {

constexpr std::size_t kMostLine = 4096;     // bytes of the first line, and around the record up to the ends of its line
constexpr std::size_t kMostRecord = 65536;  // more of a record is not shown
constexpr std::size_t kMostEvidence = 512;  // bytes of a cell

class File {
 public:
  // Of a pipe or device nothing is read: the path may come from a tally that was made elsewhere.
  explicit File(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    regular_ = fd_ >= 0 && ::fstat(fd_, &status) == 0 && S_ISREG(status.st_mode);
  }
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::string read(std::uint64_t offset, std::size_t length) const {
    std::string out(regular_ ? length : 0, '\0');
    std::size_t got = 0;
    while (got < out.size()) {
      const ssize_t more = ::pread(fd_, out.data() + got, out.size() - got, static_cast<off_t>(offset + got));
      if (more <= 0) break;
      got += static_cast<std::size_t>(more);
    }
    out.resize(got);
    return out;
  }

 private:
  int fd_;
  bool regular_ = false;
};

}  // namespace

std::string SampleEvidence::of(const std::string& path, std::uint64_t offset, std::uint64_t length) {
  const File file(path);
  const std::uint64_t before = std::min<std::uint64_t>(offset, kMostLine);
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(length, kMostRecord));
  std::string around = file.read(offset - before, before + size + kMostLine);
  if (around.size() < before + size) return {};
  const std::size_t begin = before == 0 ? 0 : around.rfind('\n', before - 1) + 1;  // npos + 1 is the beginning
  around.resize(std::min(around.find('\n', before + size), around.size()));
  const std::string first = file.read(0, kMostLine);
  const std::size_t head = std::min(first.find('\n'), first.size());
  std::string text = offset - before + begin > head ? first.substr(0, head) + '\n' : std::string();
  const std::uint64_t record = text.size() + before - begin;
  text.append(around, begin);
  pidun_scan_options wanted = PIDUN_SCAN_OPTIONS_INIT;
  wanted.format = options_.input_format;
  wanted.min_confidence = options_.min_confidence;
  scratch_.scan(text.data(), text.size(), wanted, results_);
  std::string out;
  for (std::size_t i = 0; i < results_.size() && out.size() < kMostEvidence; ++i) {
    if (results_[i].outer_begin < record || results_[i].outer_begin >= record + size) continue;
    out += (out.empty() ? "" : " ") + std::string(results_.evidence(i));
  }
  ::explicit_bzero(text.data(), text.size());
  ::explicit_bzero(around.data(), around.size());
  return out;
}

}  // namespace pidun::cli
