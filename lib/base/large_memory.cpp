// See large_memory.h.
#include "base/large_memory.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <new>

namespace pidun {

void* large_memory(size_t bytes) {
  if (bytes > SIZE_MAX - kLargePage) throw std::bad_alloc();
  const size_t whole = (bytes + kLargePage - 1) / kLargePage * kLargePage;
  void* const memory = std::aligned_alloc(kLargePage, whole);
  if (memory == nullptr) throw std::bad_alloc();
  madvise(memory, whole, MADV_HUGEPAGE);  // a hint: without it all is only slower
  return memory;
}

}  // namespace pidun
