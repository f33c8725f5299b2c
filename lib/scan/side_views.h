// What one segment says besides its bytes: the layers of what is encoded in it, and its disguised lines without the
// disguise. All of these views stand in one text, one behind the other, with one map back to the segment's own text;
// they are searched as that is, and what is found is led back and settled with what was found there.
//
// Example: of {"m":"\u0031\u0033900001234"} the view of the value is "13900001234", under the label "m"; the reading
// is led back to the 21 bytes between the quotes, with the chain json_escape. A fold is no layer: "１３900001234" gives
// a view as well, but its findings have no chain, and depth 0.
// Tested in tests/unit/scan/side_views_test.cpp, tests/property/stream_cuts_test.cpp and threads_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "detect/context.h"
#include "detect/detectors.h"
#include "detect/field_rules.h"
#include "scan/pictures.h"
#include "text/convert.h"
#include "text/fold.h"
#include "unwrap/unwrapper.h"

namespace pidun {

class SideViews {
 public:
  // What of the input is looked at, and what is known of it.
  struct Place {
    Window window;  // as for SegmentScanner::scan
    Span segment;
    bool lines = false;    // plain text: values are its lines
    bool form = false;     // urlencoded
    bool quoted = false;   // cells may stand in quotes, "" for one
    bool utf8 = true;      // else it is not known, and nothing is folded
    bool strings = false;  // values are strings of JSON, of which the escapes are known to be such
    // Where something may be encoded or disguised, in order; null: anywhere.
    const std::vector<Span>* loud = nullptr;
    const std::vector<ToldPlace>* told = nullptr;
    const FieldRules* rules = nullptr;  // which labels call for pictures
  };

  // Makes the views of a segment and brings `state` to its end. False if there is nothing to see but the bytes.
  bool make(UnwrapState& state, const Place& place, Context& context, Values& values);

  Window window() const { return {unwrapped_.text, 0}; }
  // The values of the views, under the labels of those they were made of.
  Values& values() { return values_; }
  // Each part of the text that is a text of its own, in order.
  const std::vector<Layer>& layers() const { return unwrapped_.layers; }
  bool is_fold(size_t layer) const { return states_[layer].fold; }
  // Stretches of the input, ascending and apart, of which a view says all that they do: what is found in the view where
  // it stands byte for byte for its source is told as found in the source.
  const std::vector<Span>& covered() const { return covered_; }

  const std::vector<UnwrappedPicture>& pictures() const { return unwrapped_.pictures; }
  void hash_pictures(const KeyedHash* key) { unwrapper_.hash_pictures(key); }
  void tell_cameras(bool wanted) {
    tell_cameras_ = wanted;
    unwrapper_.tell_cameras(wanted);
  }

  // Settles the readings of the text with those of the views, which are led back and join them, unsorted.
  void join(Readings& readings, const Readings& found);

  // Of a reading of a view, by Reading::side.
  std::string_view text_of(const Reading& reading) const;
  const Layer& layer_of(const Reading& reading) const { return unwrapped_.layers[found_[reading.side - 1].layer]; }
  // Where the encoded value lies that the reading was decoded from; the reading's own bytes of a fold.
  Span outer_of(const Reading& reading) const;
  // What was left undone: PIDUN_INCOMPLETE_* bits.
  uint32_t incomplete() const;

 private:
  struct LayerState {
    Label label = Label::none;
    bool whole_line = false;
    bool fold = false;
    bool replaced = false;  // by a view of the same in UTF-8
    bool covers = false;    // its source, which is searched here alone
  };
  struct Found {
    Span text;
    uint32_t layer = 0;
  };

  void clear();
  void unwrap(UnwrapState& state, const Place& place, Values& values);
  void fold_lines(const Place& place, Values& values);
  void fold_lines(const Place& place, Span range, Values& values);
  void fold_line(std::string_view line, uint64_t offset, const Window& window, Values& values);
  void name_layers(const Place& place, Context& context, Values& values);
  void tell_places(const Place& place, Values& values);
  void tell_line(Span at, const PositionText& line, Label label);
  void tell_file_name(const Window& window, uint64_t body);
  bool is_as_source(const Layer& layer, const Place& place, size_t& next) const;
  void refine_layers(const Place& place);
  void fold_layer(uint32_t layer);
  bool decode_layer(uint32_t layer);
  void append_view(uint32_t parent, std::string_view text, const OffsetMap& map, Span outer, const LayerState& state);
  void add_layer_value(uint32_t layer);
  void note_covered(uint32_t layer, const Value& value);
  void lead_back(const Readings& found);
  bool stands_in_source(const Reading& reading) const;
  void drop_read_already(const Readings& readings);
  void heed_negative_labels(Readings& readings) const;

  Unwrapper unwrapper_;
  bool tell_cameras_ = false;
  Unwrapped unwrapped_;
  std::vector<LayerState> states_;  // of the layers
  FoldedText folded_;
  DecodedText decoded_;
  Values values_;
  std::vector<Span> covered_;
  std::vector<Span> disguised_;     // lines of the input; ascending
  std::vector<uint32_t> unproved_;  // layers that may be in disguise or in another charset
  uint64_t first_ = 0;              // no reading is led back to what lies before
  std::vector<Found> found_;
  Readings side_;
  std::vector<LayerFinding> settled_;
};

}  // namespace pidun
