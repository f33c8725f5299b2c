// Memory for large lists that are filled at once: in pages of two megabytes where the system gives such, since at four
// kilobytes a page the kernel's handing out of pages takes longer than what is written into them.
// Example: large_memory(size_t{64} << 20) is 64 MiB, to be given back with std::free().
// Tested through tests/unit/api/api_results_test.cpp and tests/unit/base/large_memory_test.cpp.
#pragma once

#include <cstddef>

namespace pidun {

inline constexpr size_t kLargePage = size_t{2} << 20;
// Fewer bytes are left to the allocator of small things.
inline constexpr size_t kLargeMemory = 2 * kLargePage;

// At least `bytes`, from the beginning of a large page on; what they hold is anything. Throws std::bad_alloc.
void* large_memory(size_t bytes);

}  // namespace pidun
