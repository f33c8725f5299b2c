// A vector of plain values whose new ones are not set to zero: for lists that are made longer and written at once.
// Tested through tests/unit/api/api_results_test.cpp.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/large_memory.h"

namespace pidun {

// As std::allocator, but that a value without arguments is left as the memory is, and that long lists lie in large
// pages.
template <class T>
class RawAllocator : public std::allocator<T> {
 public:
  template <class U>
  struct rebind {
    using other = RawAllocator<U>;
  };
  RawAllocator() = default;
  template <class U>
  explicit RawAllocator(const RawAllocator<U>&) noexcept {}

  T* allocate(size_t count) {
    if (count < kLargeMemory / sizeof(T)) return std::allocator<T>::allocate(count);
    if (count > SIZE_MAX / sizeof(T)) throw std::bad_alloc();
    return static_cast<T*>(large_memory(count * sizeof(T)));
  }
  void deallocate(T* at, size_t count) noexcept {
    if (count < kLargeMemory / sizeof(T)) return std::allocator<T>::deallocate(at, count);
    std::free(at);
  }

  template <class U>
  void construct(U*) noexcept {}
  template <class U, class First, class... Rest>
  void construct(U* at, First&& first, Rest&&... rest) {
    ::new (static_cast<void*>(at)) U(std::forward<First>(first), std::forward<Rest>(rest)...);
  }
};

// What resize() adds holds anything until it is written.
template <class T>
requires std::is_trivially_destructible_v<T>
using RawVector = std::vector<T, RawAllocator<T>>;

}  // namespace pidun
