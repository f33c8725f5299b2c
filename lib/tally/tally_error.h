// What can go wrong with a tally. The message says it in one line and holds nothing that was counted and no path: the
// caller knows which file it was.
#pragma once

#include <stdexcept>

namespace pidun {

enum class TallyFault {
  storage,   // the disk is full or fails
  corrupt,   // a file that was cut or changed
  foreign,   // no tally
  newer,     // a tally of a later version
  mismatch,  // tallies of another key, seed or canonicalisation
};

class TallyError : public std::runtime_error {
 public:
  TallyError(TallyFault fault, const char* message) : std::runtime_error(message), fault_(fault) {}
  TallyFault fault() const { return fault_; }

 private:
  TallyFault fault_;
};

}  // namespace pidun
