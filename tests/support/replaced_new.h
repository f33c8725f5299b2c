// operator new of the whole program, replaced: counts, and fails when told to. To be included by one file of a program.
#pragma once

#include <atomic>
#include <cstdlib>
#include <new>

namespace pidun::testing {

inline std::atomic<std::size_t> allocations{0};
inline std::atomic<long> allocations_left{-1};  // negative: as many as there is memory for

inline void* allocate(std::size_t size) {
  ++allocations;
  if (allocations_left >= 0 && allocations_left.fetch_sub(1) <= 0) {
    allocations_left = 0;
    return nullptr;
  }
  return std::malloc(size != 0 ? size : 1);
}

}  // namespace pidun::testing

// Not inlined: g++ would take free() of what operator new returned for a mistake.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (void* memory = pidun::testing::allocate(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new[](std::size_t size) { return operator new(size); }
// Hyperscan asks these too; what stands beside a replaced operator new must be replaced with it.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return pidun::testing::allocate(size);
}
[[gnu::noinline]] void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
