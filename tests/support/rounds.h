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

#ifdef PIDUN_TESTS_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

constexpr size_t rounds(size_t asked) { return kSanitized ? asked / 4 : asked; }

}  // namespace pidun::testing
