// What unwrapping gives: decoded layers, one behind the other in one text, with one map back to the input.
//
// Layers are parted by a NUL, which no value continues across, so the whole text can be searched in one pass; each
// layer is then a value of its own. A layer comes behind the one it was decoded from.
//
// Findings of different layers over the same input bytes, and who is right, are settled by settle_layers(): the text
// of a layer repeats all that stood unencoded around the escapes, so the same digits are met in both. In short:
// the more certain finding wins; as certain on the very same bytes, the one of the outer text; as certain on other
// bytes, the deeper one, which saw the escapes undone. A finding inside the characters of a base64 or hex run that
// was decoded is an accident of spelling and always loses to the run, whether or not the run holds a finding; but for
// one that says of the run what it is.
// Tested in tests/unit/unwrap/settle_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/offset_map.h"
#include "base/window.h"
#include "unwrap/encoding.h"
#include "unwrap/picture_reader.h"

namespace pidun {

// Bits of Unwrapped::incomplete.
enum UnwrapIncomplete : uint8_t {
  kUnwrapDepth = 1,  // something is encoded once more than the limit allows
  kUnwrapBudget = 2  // an encoded value was left alone, since the bytes decoded so far reach the limit
};

inline constexpr uint32_t kInput = UINT32_MAX;  // the layer number of the input itself

struct Layer {
  Span text;   // in Unwrapped::text
  Span outer;  // the encoded text this was decoded from, in the input; part of it if it is longer than a segment
  Chain chain;
  uint32_t parent = kInput;
  uint8_t depth = 0;         // encodings undone, doubled quotes of CSV not counted
  bool run = false;          // base64 or hex: the outer text is nothing but encoded
  bool told = false;         // made of what its source says, and does not spell
  bool may_encode = true;    // if not, nothing in it is encoded once more
  bool may_fold = true;      // if not, escapes stand for nothing in disguise
  bool utf8 = true;          // valid UTF-8; if not, GB18030 most likely
  uint32_t root = 0;         // the layer of the input that this descends from
  uint64_t below = 0;        // of a root: bytes decoded of it and below
  uint32_t first_known = 0;  // runs that the parent has dealt with, in Unwrapped::known
  uint32_t known_count = 0;
};

// A picture that is written in base64 or hex.
struct UnwrappedPicture {
  Span source;          // its characters, in the input; up to here, if it did not end
  bool begins = false;  // here, and not in a segment before
  bool ends = false;    // here: then `reader` read all of it
  PictureReader reader;
};

struct Unwrapped {
  std::string text;
  OffsetMap map;  // from `text` to the input
  std::vector<Layer> layers;
  std::vector<Span> known;  // inside `text`
  std::vector<UnwrappedPicture> pictures;
  uint8_t incomplete = 0;

  void clear();
  // The layer that holds text[offset]; kInput for a parting byte.
  uint32_t layer_at(uint64_t offset) const;
};

// A finding of the input or of a layer. `source` is in the input: Unwrapped::map.source_of(what was found).
struct LayerFinding {
  Span source;
  uint32_t layer = kInput;
  int confidence = 0;
  bool encoded = false;  // what the label calls for is the encoded text itself: a picture
  bool lost = false;
};

// Marks the findings that another one settles. Findings of one layer are left as they are among each other.
void settle_layers(const Unwrapped& unwrapped, std::vector<LayerFinding>& findings);

}  // namespace pidun
