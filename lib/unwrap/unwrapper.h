// The unwrapper: undoes encodings in a segment of the input or in one value, layer by layer, to a stated depth and
// within a budget of bytes.
//
// What is decoded: of escapes (backslashes, percent, entities, quoted-printable) the stretch of a value around them;
// of base64 and hex the run. A run that touches an escape (base64 with \/ in it) is decoded once the escapes are
// undone, any other where it stands: each once, save a run that touches an escape and goes on past the stretch: its
// part in the stretch is decoded in both places, and settle_layers() sees to its findings. Of the escapes of one
// stretch one kind is undone at a time, each a layer; a stretch of several kinds needs as many layers.
//
//   Unwrapper unwrapper;  UnwrapState state;  Unwrapped found;     // state: one an input; the others: one a thread
//   for each segment [begin, end), in order:
//     unwrapper.unwrap(state, window, begin, end, &borders, found);
//     search found.text as one text; map.source_of() leads back; keep what begins in [begin, end); settle_layers().
//
// Cutting. A segment's layers depend on the state, on the segment and on at most 2 * kUnwrapReach bytes either side,
// never on how the input was fed. A run that goes on past a segment is decoded piece by piece, in groups counted from
// its begin, which the state remembers; memory stays bounded whatever its length.
// Tested in tests/unit/unwrap/unwrapper_test.cpp and tests/property/unwrap_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/short_keys.h"
#include "base/window.h"
#include "unwrap/decoders.h"
#include "unwrap/runs.h"
#include "unwrap/stretches.h"
#include "unwrap/unwrapped.h"

namespace pidun {

struct UnwrapLimits {
  uint8_t depth = 3;                           // encodings undone one inside the other; at most kDeepestChain - 1
  uint64_t value_bytes = uint64_t{256} << 10;  // decoded from one value of one segment, all layers together
  uint64_t segment_bytes = uint64_t{1} << 20;  // decoded from one segment
};

// The forward state: a run that goes on past the last segment. Copy it to go on from there elsewhere.
struct UnwrapState {
  bool open = false;
  bool hex = false;
  std::optional<Encoding> escape;        // of a picture with escapes in its base64
  uint64_t begin = 0;                    // of the run, in the input
  uint64_t restart = 0;                  // where its next piece begins, at a whole group
  uint64_t line_length = 0;              // of wrapped base64
  std::optional<PictureReader> picture;  // that the run is,
  uint64_t read_to = 0;                  // and its first character that was not read
  friend bool operator==(const UnwrapState&, const UnwrapState&) = default;
};

// Whether a run may lie across `border`, told from a few bytes around it. If not, the state behind it is a new one.
bool encoding_may_cross(const Window& window, uint64_t border);

class Unwrapper {
 public:
  explicit Unwrapper(const UnwrapLimits& limits = {});

  // Undoes what is encoded in segment [begin, end) of the input into `out`, whose content before is dropped. `window`
  // holds 2 * kUnwrapReach bytes on either side, as far as the input has them. Segments come in order; `borders` may
  // be null: then all of it is lines. `loud`, if not null, says where something may be encoded, in order. Layers reach
  // into the context, so their findings may begin outside the segment.
  void unwrap(UnwrapState& state, const Window& window, uint64_t begin, uint64_t end, ValueBorders* borders,
              Unwrapped& out, const std::vector<Span>* loud = nullptr);
  // Brings the state past a segment without decoding it.
  void skip(UnwrapState& state, const Window& window, uint64_t begin, uint64_t end);
  // Pictures are hashed with this; null: not at all.
  void hash_pictures(const KeyedHash* key) { secrets_ = key != nullptr ? content_secrets(*key) : ContentSecrets(); }
  void tell_cameras(bool wanted) { tell_cameras_ = wanted; }
  // Undoes what is encoded in one whole value. `base` is the offset of value[0] in the input; kind.span is not used.
  void unwrap_value(std::string_view value, uint64_t base, const EncodedValue& kind, Unwrapped& out);

 private:
  // The text that is looked at: a part of the input, or all layers of one generation.
  struct Unit {
    std::string_view text;
    uint64_t base = 0;  // of text[0] in the input or in Unwrapped::text
    bool input = false;
    size_t from = 0;  // of the segment, in the text
    size_t to = 0;
    UnwrapState* state = nullptr;
    const std::vector<Span>* loud = nullptr;  // as for unwrap()
  };
  struct Candidate {
    size_t begin = 0;
    size_t end = 0;
    bool hex = false;
    // End of a stretch in which an escape touches the run: what does not go on past it is left to the layer in which
    // the escape is undone.
    size_t left_until = 0;
    size_t left_from = 0;  // the begin of that stretch
  };
  // A stretch of base64 or hex that is to be decoded.
  struct Piece {
    size_t begin = 0;
    size_t end = 0;
    uint64_t outer_begin = 0;  // as Unit::base
    Encoding encoding = Encoding::base64;
    TextForm form = TextForm::none;
  };

  // How far a picture that is encoded goes.
  struct PictureRun {
    size_t end = 0;  // as far as the text shows it
    size_t to = 0;   // what the segment reads of it, in whole groups
    bool crosses = false;
    Encoding encoding = Encoding::base64;
    std::optional<Encoding> escape;  // that stands in it
  };

  void start(Unwrapped& out);
  Unit unit_of(const Window& window, uint64_t begin, uint64_t end) const;
  void unwrap_layers();
  uint32_t layer_at(const Unit& unit, size_t at) const;
  uint8_t depth_at(const Unit& unit, size_t at) const;
  void unwrap_unit(const Unit& unit, ValueBorders* borders);
  void collect_candidates(const Unit& unit);
  void undo_escapes(const Unit& unit, ValueBorders* borders);
  void undo_stretch(const Unit& unit, const EscapeStretch& stretch);
  bool decode_stretch(const Unit& unit, const EscapeStretch& stretch, uint8_t kind, Encoding& encoding,
                      BackslashTraits& traits);
  bool note_candidates(const Unit& unit, const EscapeStretch& stretch, uint64_t start);
  void undo_runs(const Unit& unit);
  size_t continue_run(const Unit& unit, UnwrapState& next);
  bool stands_alone(const Unit& unit, const Candidate& candidate) const;
  size_t read_candidate(const Unit& unit, const Candidate& candidate, UnwrapState& next);
  void keep_open(const Unit& unit, const Candidate& candidate, Block block, PictureFormat format, const Piece& piece,
                 UnwrapState& next);
  size_t read_parts(const Unit& unit, const Block& block, bool leave);
  Piece choose_hex(const Unit& unit, const Block& block) const;
  Piece choose_base64(const Unit& unit, const Block& block) const;
  Piece choose_metadata(const Unit& unit, const Block& block, bool hex) const;
  static PictureRun picture_run(const Unit& unit, const Block& block, bool hex, size_t from);
  // `escape` of one that goes on; else that of the first escape in it, if there is one.
  static PictureRun escaped_picture_run(const Unit& unit, size_t from, std::optional<Encoding> escape);
  // Reads the characters of a picture, from `from` to where the run stands at the end of the segment, or to its own.
  void read_picture(const Unit& unit, const PictureRun& run, size_t from, PictureReader& reader);
  void decode_picture(const Unit& unit, const PictureRun& run, size_t from, size_t to, PictureReader& reader);
  void tell_places(const Unit& unit, const PictureRun& run, uint64_t read_before, uint64_t first,
                   const PictureReader& reader);
  bool tell_line(const Unit& unit, Span source, const PositionText& line, Encoding encoding,
                 std::optional<Encoding> escape);
  // A picture of the input with escapes in its base64, however far it goes, which `block` is a part of; returns its
  // end, 0 if there is none.
  size_t read_escaped(const Unit& unit, const Block& block, UnwrapState& next);
  size_t continue_escaped(const Unit& unit, UnwrapState& next);
  void go_on_escaped(const Unit& unit, const PictureRun& run, size_t from, uint64_t begin, PictureReader&& reader,
                     UnwrapState& next);
  // The one of these that holds the source of what begins there, in a layer; null if none does.
  const Span* escaped_picture_at(const Unit& unit, size_t begin) const;
  // ISO 19794-5 and ICAO DG2 inside of a run, from `told` on: that is behind the heads of the record before.
  void tell_templates(const Unit& unit, const Candidate& candidate, size_t& told);
  void note_picture(const Unit& unit, Span span, bool begins, bool ends, PictureReader&& reader);
  bool known(const Unit& unit, const Candidate& candidate) const;
  void decode_piece(const Unit& unit, const Piece& piece);
  bool within_budget(const Unit& unit, size_t at, uint64_t bytes);
  void finish_layer(uint32_t parent, Span outer, uint64_t start, Encoding encoding, bool run, bool utf8);
  void take_back(uint64_t start) { out_->text.resize(start); }

  UnwrapLimits limits_;
  Unwrapped* out_ = nullptr;
  bool decode_ = true;
  bool tell_cameras_ = false;
  Spots spots_;
  BackslashPlaces backslashes_;  // of the spots
  std::vector<EscapeStretch> stretches_;
  std::vector<Candidate> candidates_;
  ShortKeys nothing_;          // short runs that are nothing, whatever stands around them
  size_t next_candidate_ = 0;  // those before it end before the stretch at hand
  ContentSecrets secrets_;
  std::vector<Span> escaped_pictures_;  // what read_escaped() has read, in the input; ascending
  std::vector<Span> loud_;              // layers in which something may be encoded
  std::string unescaped_;
  OffsetMap unescaped_map_;
  std::string picture_bytes_;  // and where they come from
  OffsetMap picture_map_;
  OffsetMap step_;  // of the layer in the making, to the text it is made of
};

}  // namespace pidun
