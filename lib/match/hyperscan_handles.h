// Owners of Hyperscan's objects.
#pragma once

#include <hs/hs.h>

#include <memory>

namespace pidun {

struct DatabaseFree {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct ScratchFree {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using DatabasePointer = std::unique_ptr<hs_database_t, DatabaseFree>;
using ScratchPointer = std::unique_ptr<hs_scratch_t, ScratchFree>;

}  // namespace pidun
