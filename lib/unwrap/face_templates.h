// Face records of passports and terminals, told by their headers: ISO/IEC 19794-5 ("FAC", version, length, faces) and
// ICAO 9303 DG2 (7F61, one template, 7F60), the head of a
// CBEFF header of a face, and that of an ArcSoft feature.
// Tested in tests/property/pictures_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "unwrap/exif.h"

namespace pidun {

inline constexpr size_t kTemplateHead = 24;  // bytes that tell

// Bytes in which the heads of one record stand, one inside the other.
inline constexpr size_t kTemplateHeads = 128;

// The bytes of a header that `bytes` begin with; 0 if there is none.
size_t face_template_length(std::string_view bytes);

// The line that says so of what begins with `record`: the same for the same first bytes, of which kTemplateTold count.
inline constexpr size_t kTemplateTold = 512;
PositionText face_template_text(std::string_view record);

}  // namespace pidun
