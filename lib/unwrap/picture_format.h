// Which sort of picture bytes begin. ITU-T T.81, ISO/IEC 15948, RFC 9649, ISO/IEC 23008-12, ISO/IEC 15444, GIF89a, BMP.
// Tested in tests/unit/unwrap/picture_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

enum class PictureFormat : uint8_t { none, jpeg, png, webp, heif, gif, bmp, jpeg2000 };

// Bytes that tell the sort; fewer tell less.
inline constexpr size_t kPictureHead = 32;
PictureFormat picture_format(std::string_view head);

}  // namespace pidun
