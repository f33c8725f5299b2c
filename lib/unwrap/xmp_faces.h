// The faces that an XMP packet tags, and by how many different names: MWG, Microsoft and ACDSee regions.
// Example: <mwg-rs:Type>Face</mwg-rs:Type> tags one. Tested in tests/unit/unwrap/picture_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

struct XmpFaces {
  bool any = false;
  std::vector<uint64_t> names;  // hashes of them, different ones, at most kMostRegionNames
  friend bool operator==(const XmpFaces&, const XmpFaces&) = default;
};
inline constexpr size_t kMostRegionNames = 256;

// Adds those of a packet, whole or cut.
void find_xmp_faces(std::string_view packet, XmpFaces& faces);

}  // namespace pidun
