// The pictures of an input: what is counted of them, and what the record stage is told of each.
//
// A picture belongs to where it begins: it is counted there, and told where it ends, so that any cutting and any number
// of threads give the same. Its bytes are those of the picture itself, in whatever encoding it stood: the same picture
// as it is and in base64 has one hash. facts/D10: no record unless a face is tagged; then one, or one for each name.
// Tested in tests/property/pictures_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/keyed_hash.h"
#include "detect/field_rules.h"
#include "rules/kinds.h"
#include "unwrap/picture_reader.h"

namespace pidun {

// What a picture under such a label shows.
constexpr bool shows_face(Kind kind) { return kind == Kind::face_information || kind == Kind::id_document_image; }
inline bool calls_for_face(const FieldRules& rules, Label label) {
  const FieldRule* rule = rules.named(label);
  return rule != nullptr && shows_face(rule->kind);
}

struct Picture {
  uint64_t begin = 0, end = 0;  // in the input; of an encoded one, of its characters
  uint64_t size = 0;            // bytes of the picture
  PictureFormat format = PictureFormat::none;
  bool whole = false;        // it ends where it says so itself
  bool face_signed = false;  // its metadata tag a face, or it stands under a label of faces or ID documents
  bool camera = false;       // a camera wrote it
  bool encoded = false;
  uint32_t names = 0;  // different names of regions
  uint32_t slice = 0;
  bool has_hash = false;  // with a key only
  HashValue hash{};
};

struct ImageCounts {
  uint64_t seen = 0;
  uint64_t face_signed = 0;
  uint64_t camera = 0;
  uint64_t unread() const { return seen - face_signed; }
  void add(const ImageCounts& more) {
    seen += more.seen;
    face_signed += more.face_signed;
    camera += more.camera;
  }
};

// What a picture says, as a line at the place in the text that says it: where it was taken, that a camera wrote it. Of
// its first bytes, that it is one: what it shows is for the label of the value to say.
struct ToldPlace {
  Span at;
  PositionText line;
  bool head = false;
};

// A picture that stands in the input as it is, once it has ended: the label of its value is for the text to say.
struct ToldPicture {
  Span at;  // in the text
  Picture picture;
};

// What the reader of a picture that ended tells. Hashed if there is a key.
Picture picture_of(const PictureReader& reader, const KeyedHash* key);

}  // namespace pidun
