// Owners of Hyperscan's objects, and the border that nothing may be thrown across.
#pragma once

#include <hs/hs.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace pidun {

struct DatabaseFree {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct ScratchFree {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using DatabasePointer = std::unique_ptr<hs_database_t, DatabaseFree>;
using ScratchPointer = std::unique_ptr<hs_scratch_t, ScratchFree>;

// What a match callback does that may need memory. An exception that left hs_scan() would leave its scratch in use for
// ever: it could neither scan again nor be freed. Returns what the callback is to return.
template <class Take>
int take_match(bool& out_of_memory, Take&& take) noexcept {
  try {
    take();
    return 0;
  } catch (const std::bad_alloc&) {
    out_of_memory = true;
    return 1;
  }
}

// A scan that failed may have lost matches: that must never pass for "none". The C API turns it into a status.
inline void check_scan(hs_error_t status, bool out_of_memory) {
  if (out_of_memory) throw std::bad_alloc();
  if (status != HS_SUCCESS) throw std::logic_error("hs_scan failed");
}

}  // namespace pidun
