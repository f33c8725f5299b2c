// Where an HEIF or AVIF file keeps its metadata: the items of Exif and XMP of its meta box. ISO/IEC 14496-12, 8.11.
// Tested in tests/unit/unwrap/picture_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

struct HeifItem {
  uint64_t begin = 0, length = 0;  // in the file
};
// `meta` is what the box holds behind its size and type. At most 16 items.
std::vector<HeifItem> heif_metadata_items(std::string_view meta);

}  // namespace pidun
