// How often a test tries what it draws by chance: as often as asked, and a quarter of that where a sanitizer makes each
// try ten times as slow. What is asked of the promise itself runs in the build without one.
#pragma once

#include <cstddef>

namespace pidun::testing {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PIDUN_TESTS_SANITIZED 1
#endif
#endif

constexpr size_t rounds(size_t asked) {
#ifdef PIDUN_TESTS_SANITIZED
  return asked / 4;
#else
  return asked;
#endif
}

}  // namespace pidun::testing
