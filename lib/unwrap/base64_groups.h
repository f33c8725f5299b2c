// Groups of four base64 characters side by side, by SIMD (Highway). Of either alphabet: - is +, _ is /.
// Example: "MTM5MDAw\r\n" gives "139000" and says 8.
// Tested in tests/unit/unwrap/runs_test.cpp, against a plain reading on every SIMD target.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// Bytes that may be written behind those that were decoded.
inline constexpr size_t kBase64Slack = 64;

// Decodes as many groups as vectors hold without any other byte; returns their characters. `out` has room for
// text.size() / 4 * 3 bytes, and kBase64Slack.
size_t decode_base64_groups(std::string_view text, char* out);

}  // namespace pidun
