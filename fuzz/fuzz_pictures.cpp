// Fuzz target of the readers of pictures: whatever the bytes, nothing is told outside of them, and parts of any size
// give what the whole gives.
#include <string_view>

#include "unwrap/face_templates.h"
#include "unwrap/picture_reader.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

PictureReader read(std::string_view bytes, PictureFormat format, size_t step) {
  PictureReader reader(format, {});
  for (size_t at = 0; at < bytes.size() && !reader.ended(); at += step) reader.feed(bytes.substr(at, step));
  reader.flush();
  return reader;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  PictureFormat format = picture_format(bytes);
  if (format == PictureFormat::none) format = static_cast<PictureFormat>(1 + data[0] % 7);
  const PictureReader whole = read(bytes, format, bytes.size() + 1), parts = read(bytes, format, 1 + data[1]);
  require(whole.places() == parts.places() && whole.face() == parts.face() && whole.names() == parts.names());
  require(whole.size() == parts.size() && whole.whole() == parts.whole() && whole.hash() == parts.hash());
  require(whole.size() <= bytes.size());
  for (const PictureReader::Place& place : whole.places())
    require(place.bytes.begin < place.bytes.end && place.bytes.end <= bytes.size());
  require(face_template_length(bytes) <= bytes.size());
  return 0;
}
