// Which charset an input is in: settled once from its first 4 KiB and then frozen. In this order: a byte order mark;
// then whichever charset makes the bytes likeliest, with a bonus for strictly valid UTF-8 and for what the host says.
// Guessers trained on pages fail on the short lines that matter here; a dozen characters are enough for this.
// Example: settle_charset("\xD0\xD5\xC3\xFB", {}) (姓名 in GBK) is gb18030.
// Tested in tests/unit/text/charset_prior_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/charset.h"

namespace pidun {

inline constexpr uint64_t kCharsetPreamble = 4096;

// What became of the charset that the host named.
enum class HintOutcome : uint8_t { none, unknown, followed, overruled };

struct CharsetPrior {
  Charset charset = Charset::utf8;
  uint8_t mark = 0;  // bytes of a byte order mark
  HintOutcome hint = HintOutcome::none;
};

// `preamble` is the first kCharsetPreamble bytes, or all there are. An empty hint is none.
CharsetPrior settle_charset(std::string_view preamble, std::string_view hint);

// Which charset one line (or 4 KiB of a longer one) is in, in an input of the charset `prior`, which is not UTF-16.
// With `cut`, the last character of `line` may be cut short.
Charset charset_of_line(Charset prior, std::string_view line, bool cut);

}  // namespace pidun
