// The opaque handles of pidun.h. Each begins with a magic word, so that a handle of another type and one that was
// freed are told as PIDUN_E_ARGUMENT: best effort, for debugging.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/flow_counter.h"
#include "pidun/pidun.h"
#include "scan/decoded_stream.h"
#include "tally/tally.h"

enum class Magic : uint32_t {
  engine = 0x50444e45,
  scratch = 0x50444e53,
  results = 0x50444e52,
  stream = 0x50444e54,
  context = 0x50444e43,
  suppressions = 0x50444e49,
  test_data = 0x50444e44,
  tally = 0x50444e4c,
  freed = 0x66726565
};

template <Magic kMagic>
struct Handle {
  Magic magic = kMagic;
  ~Handle() {
    // Through a volatile: the compiler may not drop a store to an object that dies.
    *const_cast<volatile Magic*>(&magic) = Magic::freed;
  }
};

template <class T>
bool is_valid(const T* handle) {
  return handle != nullptr && handle->magic == T::kKind;
}

struct pidun_engine : Handle<Magic::engine> {
  static constexpr Magic kKind = Magic::engine;
  std::shared_ptr<const pidun::Engine> engine;  // children keep it alive
};

struct pidun_scratch : Handle<Magic::scratch> {
  static constexpr Magic kKind = Magic::scratch;
  std::shared_ptr<const pidun::Engine> engine;
  std::unique_ptr<pidun::Runner> runner;
  std::atomic_flag busy = ATOMIC_FLAG_INIT;
};

struct pidun_results : Handle<Magic::results> {
  static constexpr Magic kKind = Magic::results;
  pidun::Findings found;
  ~pidun_results() { found.clear(); }
};

struct pidun_stream : Handle<Magic::stream> {
  static constexpr Magic kKind = Magic::stream;
  std::shared_ptr<const pidun::Engine> engine;
  std::unique_ptr<pidun::DecodedStream> stream;
  std::shared_ptr<const pidun::Prints> prints;  // of its records
  pidun::ImageCounts images;                    // so far
  bool broken = false;                          // a call ended in an exception
  std::atomic_flag busy = ATOMIC_FLAG_INIT;
};

struct pidun_context : Handle<Magic::context> {
  static constexpr Magic kKind = Magic::context;
  std::map<std::string, std::string, std::less<>> values;
};

struct pidun_suppressions : Handle<Magic::suppressions> {
  static constexpr Magic kKind = Magic::suppressions;
  std::shared_ptr<const pidun::Suppressions> suppressions;  // streams keep it alive
};

struct pidun_tally : Handle<Magic::tally> {
  static constexpr Magic kKind = Magic::tally;
  pidun::TallySettings settings;  // of each lane; wiped with it
  std::shared_ptr<const pidun::Prints> prints;
  std::string join;  // columns and keys whose values join rows
  struct Lane {
    pidun::Tally tally;
    pidun::api::FlowCounter flow;
  };
  std::shared_ptr<const pidun::Engine> engine;
  mutable std::vector<Lane> lanes;  // one a thread that adds; joined for counting, which changes nothing in all
  ~pidun_tally() { pidun::wipe(settings.key.data(), settings.key.size()); }
};

struct pidun_test_data : Handle<Magic::test_data> {
  static constexpr Magic kKind = Magic::test_data;
  std::shared_ptr<const pidun::TestData> test_data;
};
