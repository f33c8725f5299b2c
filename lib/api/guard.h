// The border of the library: nothing is thrown across it, and one call at a time is inside a scratch or stream.
#pragma once

#include <atomic>
#include <new>
#include <system_error>

#include "pidun/pidun.h"

namespace pidun::api {

// Runs `body`, which returns a status, and turns whatever it throws into one.
template <class Body>
pidun_status guarded(Body&& body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return PIDUN_E_MEMORY;
  } catch (const std::system_error&) {  // a thread could not be started
    return PIDUN_E_MEMORY;
  } catch (...) {
    return PIDUN_E_INTERNAL;
  }
}

class Busy {
 public:
  explicit Busy(std::atomic_flag& flag) : flag_(&flag), mine_(!flag.test_and_set(std::memory_order_acquire)) {}
  ~Busy() {
    if (mine_) flag_->clear(std::memory_order_release);
  }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
  bool mine() const { return mine_; }

 private:
  std::atomic_flag* flag_;
  bool mine_;
};

}  // namespace pidun::api
