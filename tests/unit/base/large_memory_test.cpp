// Large lists: where they lie, and that they are lists like others.
#include "base/large_memory.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "base/raw_vector.h"

using namespace pidun;

TEST_CASE("large memory: begins with a large page, and all of it can be written", "[large_memory]") {
  for (const size_t bytes : {size_t{1}, kLargePage, kLargeMemory + 1}) {
    const std::unique_ptr<void, decltype(&std::free)> memory(large_memory(bytes), &std::free);
    CHECK(reinterpret_cast<uintptr_t>(memory.get()) % kLargePage == 0);
    std::fill_n(static_cast<char*>(memory.get()), bytes, 'x');
  }
  CHECK_THROWS_AS(large_memory(SIZE_MAX), std::bad_alloc);
}

TEST_CASE("large memory: a list keeps its values while it grows past the size and shrinks", "[large_memory]") {
  RawVector<uint64_t> list;
  constexpr uint64_t kCount = 3 * kLargeMemory / sizeof(uint64_t);
  for (uint64_t i = 0; i < kCount; ++i) list.push_back(i * i);
  list.resize(kCount + 5);
  bool same = true;
  for (uint64_t i = 0; i < kCount; ++i) same &= list[i] == i * i;
  CHECK(same);
  RawVector<uint64_t> copy = list, moved = std::move(list);
  CHECK(std::equal(copy.begin(), copy.begin() + kCount, moved.begin()));
  moved.resize(3);
  moved.shrink_to_fit();
  CHECK(moved == RawVector<uint64_t>{0, 1, 4});
  CHECK_THROWS(RawVector<uint64_t>().reserve(SIZE_MAX / 4));
}
