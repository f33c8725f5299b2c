// Standard output: every byte written or the reason known. A closed pipe is a quiet end, any other failure an error.
#pragma once

#include <atomic>
#include <string_view>

namespace pidun::cli {

class Sink {
 public:
  void write(std::string_view bytes);
  bool stopped() const { return stopped_; }  // nothing more will get through
  int error() const { return error_; }       // errno of a failure that is not a closed pipe
 private:
  std::atomic<bool> stopped_{false};
  std::atomic<int> error_{0};
};

// All of stdout at once; tells stderr and gives kExitFailed if it cannot be written.
int print_whole(std::string_view text);

// Descriptors 0 to 2 closed at start would be given to the files opened next; they get /dev/null the wrong way
// round, so that use of them fails as on a closed one. SIGPIPE becomes EPIPE.
void prepare_descriptors();

}  // namespace pidun::cli
