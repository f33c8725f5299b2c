// Where a picture that is written in base64 or hex keeps its XMP packet: found by walking its blocks, without decoding
// what lies between. Formats: JPEG (ITU-T T.81, XMP part 3), PNG (ISO/IEC 15948), WebP (RFC 9649).
// Example: of base64 of a JPEG whose APP1 holds a packet at bytes 300 to 2,900, these bytes.
// Tested in tests/unit/unwrap/picture_metadata_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "unwrap/picture_format.h"

namespace pidun {

// The bytes of an encoded run, one by one. The run stands in one piece, without line breaks.
class EncodedBytes {
 public:
  EncodedBytes(std::string_view run, bool hex) : run_(run), hex_(hex) {}
  size_t size() const { return hex_ ? run_.size() / 2 : run_.size() / 4 * 3; }
  uint8_t at(size_t i) const;
  // Whether the bytes from `i` on are these.
  bool holds(size_t i, std::string_view wanted) const;
  // Big-endian or little-endian number of `count` bytes.
  uint32_t number(size_t i, size_t count, bool big = true) const;

 private:
  std::string_view run_;
  bool hex_;
};

bool is_picture(const EncodedBytes& bytes);
// Told from the first bytes.
PictureFormat encoded_format(const EncodedBytes& bytes);

struct MetadataRange {
  size_t begin = 0, end = 0;  // bytes of the picture; equal if there is none
};
// The first packet, in at most 256 blocks, as far as the run goes.
MetadataRange find_xmp(const EncodedBytes& bytes);

}  // namespace pidun
