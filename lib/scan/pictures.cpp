#include "scan/pictures.h"

namespace pidun {

Picture picture_of(const PictureReader& reader, const KeyedHash* key) {
  Picture picture;
  picture.size = reader.size();
  picture.format = reader.format();
  picture.whole = reader.whole();
  picture.face_signed = reader.face();
  picture.camera = reader.camera();
  picture.names = static_cast<uint32_t>(reader.names());
  picture.has_hash = key != nullptr;
  if (key != nullptr) picture.hash = reader.hash().value(*key);
  return picture;
}

}  // namespace pidun
