// A label that brackets or Chinese quotes enclose, as templates and forms set them: 【姓名】李娜, “姓名”：“李娜”.
// Example: behind the word of "【姓名】 李娜" the value begins 4 bytes on, behind the bracket and the blank.
// Tested in tests/unit/detect/enclosed_label_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/window.h"

namespace pidun {

// Where what stands behind an enclosed label that ends at `end` begins, if what closes it stands at `closing`; 0 if
// nothing encloses it or closes there. Quotes must have a colon behind them: without one they only mention the word.
// Looks at most 48 bytes back.
uint64_t behind_enclosed(const Window& window, uint64_t end, uint64_t closing);

// Whether `value`, which begins behind an enclosed label, is all that stands there: up to `end`, that of the line, to
// the next bracket, a blank or a semicolon. Behind the heading of a passage sentences follow.
bool is_whole_behind_bracket(const Window& window, Span value, uint64_t end);

// The closing one of the Chinese quote at `at`; empty if none stands there. Either has three bytes.
std::string_view quote_closing(const Window& window, uint64_t at);

}  // namespace pidun
