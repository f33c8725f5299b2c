// Option structs from the caller: sizes checked, missing fields zero, unknown ones refused, defaults filled in.
#pragma once

#include <cstring>

#include "api/handles.h"
#include "pidun/pidun.h"
#include "scan/runner.h"

namespace pidun::api {

// Copies the caller's struct, which may be older (shorter: the rest is zero) or newer (longer: the rest must be zero).
template <class T>
bool copy_struct(const T* from, T& to) {
  std::memset(static_cast<void*>(&to), 0, sizeof(T));
  if (from == nullptr) return true;
  constexpr uint32_t kLargest = 65536;
  const uint32_t size = from->struct_size;
  if (size < 2 * sizeof(uint32_t) || size > kLargest) return false;
  const auto* bytes = reinterpret_cast<const unsigned char*>(from);
  for (size_t i = sizeof(T); i < size; ++i)
    if (bytes[i] != 0) return false;
  std::memcpy(static_cast<void*>(&to), from, size < sizeof(T) ? size : sizeof(T));
  return true;
}

// Hands `from` to a caller's output struct: no more than the size it states is written. False if it states too little.
template <class T>
bool hand_out(const T& from, T* to) {
  if (to == nullptr || to->struct_size < 2 * sizeof(uint32_t)) return false;
  const uint32_t size = to->struct_size;
  std::memcpy(static_cast<void*>(to), &from, size < sizeof(T) ? size : sizeof(T));
  to->struct_size = size;
  return true;
}

struct Prepared {
  ScanSettings settings;
  Limits limits;
  uint32_t deadline_ms = 0;
};

// False when an option is out of range.
bool prepare(const Engine& engine, const pidun_scan_options* options, Prepared& out);
// Overrides by a slice of a batch.
bool prepare_slice(const Engine& engine, const pidun_slice& slice, Prepared& out);
// Starts the clock of the deadline.
void start_clock(Prepared& prepared);

}  // namespace pidun::api
