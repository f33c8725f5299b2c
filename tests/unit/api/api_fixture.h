// What the tests of the C API share: one engine, and handles that free themselves.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "pidun/pidun.h"
#include "pidun/pidun.hpp"

namespace pidun::testing {

inline Engine& shared_engine() {
  static Engine engine;
  return engine;
}

inline constexpr std::string_view kMobile = "13912345678";
inline constexpr std::string_view kId = "11010519491231002X";  // the example of GB 11643-1999
inline const std::string kText = "联系电话 13912345678，身份证 11010519491231002X\n邮箱 user@example.com\n";
inline constexpr size_t kFindingsOfText = 3;

struct Fixture {
  Engine& engine = shared_engine();
  Scratch scratch{engine};
  Results results;
  pidun_status scan(std::string_view text, const pidun_scan_options* options = nullptr) {
    return pidun_scan(scratch.get(), text.data(), text.size(), options, results.get());
  }
  pidun_status scan(std::string_view text, const pidun_scan_options& options) { return scan(text, &options); }
  size_t count() const { return results.size(); }
};

// A handle of another type, passed off as a T.
template <class T, class U>
T* pretend(U* other) {
  return static_cast<T*>(static_cast<void*>(other));
}

}  // namespace pidun::testing
