// See sink.h. Tested by tests/cli/run_cli_tests.py (closed pipe, full disk, closed descriptors).
#include "sink.h"

#include "messages.h"
#include "options.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace pidun::cli {

void Sink::write(std::string_view bytes) {
  while (!bytes.empty() && !stopped_) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      if (errno != EPIPE) error_ = errno;
      stopped_ = true;
    }
  }
}

void prepare_descriptors() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    // open() takes the lowest free number, which is fd.
    [[maybe_unused]] const int got = ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

int print_whole(std::string_view text) {
  Sink sink;
  sink.write(text);
  if (sink.error() == 0) return kExitNothing;
  print_message(say(Msg::kOutputFailed, error_text(sink.error())));
  return kExitFailed;
}

}  // namespace pidun::cli
