// The charsets that are read, and the names that HTTP, HTML, databases and HL7 (MSH-18) give them.
// Example: charsets_of_name("text/html; charset=GB2312") is charset_bit(Charset::gb18030).
// Tested in tests/unit/text/charset_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

// GB2312 and GBK are parts of gb18030; big5 has the Hong Kong supplement where Big5 itself has nothing.
enum class Charset : uint8_t { utf8, gb18030, big5, utf16le, utf16be };
inline constexpr Charset kCharsets[] = {Charset::utf8, Charset::gb18030, Charset::big5, Charset::utf16le,
                                        Charset::utf16be};

// Sets of charsets.
using CharsetBits = uint8_t;
constexpr CharsetBits charset_bit(Charset charset) { return static_cast<CharsetBits>(1u << static_cast<int>(charset)); }
constexpr bool is_utf16(Charset charset) { return charset == Charset::utf16le || charset == Charset::utf16be; }

// Which charsets a name may mean ("UTF-16" means both orders); none if the name is not known.
CharsetBits charsets_of_name(std::string_view name);

}  // namespace pidun
