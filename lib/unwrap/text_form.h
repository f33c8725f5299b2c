// Whether decoded bytes look like text at all, and of which charset. The judge of base64 and hex runs: bytes by chance
// are text for a dozen bytes about once in a hundred thousand times.
// Example: text_form("张三 138", …) is utf8; "\xD5\xC5" is gb18030; "\x01\x9F" is none.
// Tested in tests/unit/unwrap/text_form_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

enum class TextForm : uint8_t { none, utf8, gb18030 };

// `cut_begin` and `cut_end` say that a character may have been cut in two there.
// Without `gb18030` only UTF-8 is looked for.
TextForm text_form(std::string_view bytes, bool cut_begin, bool cut_end, bool gb18030 = true);

bool valid_utf8(std::string_view bytes);

}  // namespace pidun
