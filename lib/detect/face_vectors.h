// Whether numbers look like a feature of a face: at least 64 of them as far as is shown, or all there are; of either
// sign, around 0, of the size that vectors of length 1 (or 1.1 to 1.7, of 128; or 15 to 30, of 512) have, and of 128,
// 256, 512 or 1,024 if their end is shown. Features of texts look the same: only a key or a neighbour tells of whom.
// Example: "[0.031,-0.044,…]" of 512 numbers. Tested in tests/unit/detect/face_vectors_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

inline constexpr size_t kVectorShown = 1536;  // bytes that are looked at

// `text` begins with the first number or with the bracket before it.
bool is_face_vector(std::string_view text);

// The same of single-precision numbers, low byte first, in base64, base64url or hex, up to the first other character.
bool is_face_blob(std::string_view text);

}  // namespace pidun
