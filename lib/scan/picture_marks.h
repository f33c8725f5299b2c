// SIMD: where bytes may be the first of a picture or of a face record, by two of them that stand side by side.
// Tested in tests/property/pictures_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// The first place from `from` on where one may begin; the size of `bytes` if there is none. A few bytes at the end of
// `bytes` may hide one that goes on behind.
size_t find_picture_mark(std::string_view bytes, size_t from);
inline constexpr size_t kPictureMarkReach = 6;  // bytes that decide

}  // namespace pidun
