// See side_views.h.
#include "scan/side_views.h"

#include <algorithm>

#include "detect/field_values.h"
#include "scan/input.h"

namespace pidun {
namespace {

// A reading that is spelt out over more of the input than this is given up: segments are settled apart, from what they
// see of one another.
constexpr uint64_t kLongestSpelling = kUnwrapReach;
constexpr uint64_t kSearchedTwice = 512;  // bytes: the longest reading and the words beside it

// Structure as the unwrapper asks about it.
class StructureBorders : public ValueBorders {
 public:
  StructureBorders(const SideViews::Place& place, Values& values) : place_(place), values_(values) {}
  EncodedValue at(uint64_t offset) override {
    const Values::Around around = values_.around(offset);
    if (!around.value) {
      // The name of a field is no value: of one that is known nothing is looked for in it.
      if (values_.is_known_name(place_.window, offset)) return {{around.span.end, around.span.end}, true, false, false};
      return {around.span, true, false, false};
    }
    return {around.span, false, place_.quoted && around.quoted, place_.form};
  }

 private:
  const SideViews::Place& place_;
  Values& values_;
};

Span without_line_end(std::string_view text, Span span) {
  while (span.end > span.begin && (text[span.end - 1] == '\n' || text[span.end - 1] == '\r')) --span.end;
  return span;
}

}  // namespace

void SideViews::clear() {
  states_.clear();
  covered_.clear();
  disguised_.clear();
  found_.clear();
  side_.clear();
}

bool SideViews::make(UnwrapState& state, const Place& place, Context& context, Values& values) {
  clear();
  first_ = before(place.segment.begin, kLookBehind);
  unwrap(state, place, values);
  values_.start_named(values.input_label());
  name_layers(place, context, values);
  if (place.utf8) fold_lines(place, values);
  if (place.told != nullptr) tell_places(place, values);
  refine_layers(place);
  return !unwrapped_.layers.empty();
}

void SideViews::unwrap(UnwrapState& state, const Place& place, Values& values) {
  const Span segment = place.segment;
  StructureBorders borders(place, values);
  unwrapper_.unwrap(state, place.window, segment.begin, segment.end, place.lines ? nullptr : &borders, unwrapped_,
                    place.loud);
}

// A layer of the input is under the label of the value that it was found in; a run in running text, under the word
// beside it. Others are under the label of the layer they were found in.
void SideViews::name_layers(const Place& place, Context& context, Values& values) {
  constexpr uint64_t kLongestNamed = 1024;  // a longer run is no value that a word names
  states_.resize(unwrapped_.layers.size());
  size_t near = 0;  // layers ascend
  for (uint32_t i = 0; i < unwrapped_.layers.size(); ++i) {
    const Layer& layer = unwrapped_.layers[i];
    LayerState& state = states_[i];
    if (layer.parent != kInput) {
      const LayerState& above = states_[layer.parent];
      state.label = above.label;
      state.whole_line = above.whole_line && layer.outer == unwrapped_.layers[layer.parent].outer;
    } else {
      const uint64_t at = unwrapped_.map.source_of({layer.text.begin, layer.text.begin + 1}, near).begin;
      const Value value = values.at(place.window, at);
      state.label = value.name;
      state.whole_line = value.whole_line && layer.outer.begin <= value.begin && layer.outer.end >= value.end;
      if (layer.run && layer.outer.size() <= kLongestNamed) {
        const Label word = context.beside(layer.outer, value).word;
        if (word != Label::none) state.label = word;
      }
      if (place.strings) note_covered(i, value);
    }
    add_layer_value(i);
  }
}

void SideViews::add_layer_value(uint32_t layer) {
  const Span span = without_line_end(unwrapped_.text, unwrapped_.layers[layer].text);
  if (span.size() != 0) values_.add_named(span, states_[layer].label, states_[layer].whole_line);
}

// The escapes of a string of JSON: nothing but the string itself, or enough of it around them.
void SideViews::note_covered(uint32_t layer, const Value& value) {
  const Layer& view = unwrapped_.layers[layer];
  if (value.end <= value.begin + 1) return;  // a name, or what stands between values
  if (view.run || view.chain.size != 1 || view.chain.encodings[0] != Encoding::json_escape) return;
  // Where a view ends inside of the value, both are searched: what is found there needs what is around it.
  const uint64_t begin = view.outer.begin <= value.begin ? value.begin : view.outer.begin + kSearchedTwice;
  const uint64_t end = view.outer.end >= value.end ? value.end : before(view.outer.end, kSearchedTwice);
  if (begin >= end) return;
  states_[layer].covers = true;
  covered_.push_back({begin, end});
}

void SideViews::append_view(uint32_t parent, std::string_view text, const OffsetMap& map, Span outer,
                            const LayerState& state) {
  Layer layer;
  layer.parent = parent;
  layer.outer = outer;
  layer.text.begin = unwrapped_.text.size();
  if (parent == kInput) {
    unwrapped_.map.append(map);
  } else {
    const Layer& above = unwrapped_.layers[parent];
    layer.chain = above.chain;
    layer.depth = above.depth;
    layer.root = above.root;
    unwrapped_.map.append_derived(map);
  }
  unwrapped_.text += text;
  layer.text.end = unwrapped_.text.size();
  unwrapped_.text += '\0';
  unwrapped_.map.replace({outer.end, outer.end}, 1);
  unwrapped_.layers.push_back(layer);
  states_.push_back(state);
}

void SideViews::tell_line(Span at, const PositionText& line, Label label) {
  OffsetMap map;
  map.replace({at.begin, at.begin}, line.value);
  map.replace(at, line.text.size() - line.value);
  append_view(kInput, line.text, map, at, {label, false, false, false});
  add_layer_value(static_cast<uint32_t>(unwrapped_.layers.size() - 1));
}

// Of a part of a form whose body is a picture: the name of the file, if cameras give such names.
void SideViews::tell_file_name(const Window& window, uint64_t body) {
  constexpr uint64_t kReach = 512;
  constexpr std::string_view kMark = "filename=\"";
  const uint64_t from = before(body, kReach);
  const std::string_view text = window.view(from, body);
  if (!text.ends_with("\n\r\n") && !text.ends_with("\n\n")) return;
  const size_t mark = text.rfind(kMark), begin = mark + kMark.size();
  if (mark == std::string_view::npos) return;
  const size_t end = text.find('"', begin);
  if (end == std::string_view::npos || text.find("\n\n", end) < text.size() - 2) return;
  if (!is_field_value(FieldClass::camera, text.substr(begin, end - begin))) return;
  tell_line({from + begin, from + end}, camera_text(), Label::none);
}

void SideViews::tell_places(const Place& place, Values& values) {
  for (const ToldPlace& told : *place.told) {
    if (told.at.begin < first_ || told.at.begin >= place.segment.end + kLookBehind) continue;
    if (!told.head) {
      tell_line(told.at, told.line, Label::none);
      continue;
    }
    if (tell_cameras_) tell_file_name(place.window, told.at.begin);
    const Label label = values.at(place.window, told.at.begin).name;
    if (place.rules != nullptr && calls_for_face(*place.rules, label)) tell_line(told.at, told.line, label);
  }
}

void SideViews::lead_back(const Readings& found) {
  size_t near = 0;  // they are in order
  for (const Reading& reading : found) {
    const uint32_t layer = unwrapped_.layer_at(reading.span.begin);
    if (layer == kInput || states_[layer].replaced || reading.span.end > unwrapped_.layers[layer].text.end) continue;
    Reading led = reading;
    led.span = unwrapped_.map.source_of(reading.span, near);
    if (led.span.size() > kLongestSpelling) continue;
    found_.push_back({reading.span, layer});
    led.side = static_cast<uint32_t>(found_.size());
    side_.push_back(led);
  }
}

// What was read where it stands is not told again from a line without its disguise: 1️⃣3️⃣9️⃣… is a
// number already.
void SideViews::drop_read_already(const Readings& readings) {
  const auto is_read = [&](const Reading& side) {
    if (!states_[found_[side.side - 1].layer].fold || layer_of(side).parent != kInput) return false;
    const auto behind =
        std::upper_bound(readings.begin(), readings.end(), side.span.begin,
                         [](uint64_t offset, const Reading& reading) { return offset < reading.span.begin; });
    for (auto at = behind; at != readings.begin() && (at - 1)->span.begin == side.span.begin; --at)
      if ((at - 1)->kind == side.kind && (at - 1)->span.end >= side.span.end && (at - 1)->confidence >= side.confidence)
        return true;
    return false;
  };
  side_.erase(std::remove_if(side_.begin(), side_.end(), is_read), side_.end());
}

// A label that is spelt in escapes speaks against the plain value beside it all the same: \u8ba2\u5355\u53f7 1390000….
void SideViews::heed_negative_labels(Readings& readings) const {
  for (const Reading& side : side_) {
    if (!side.evidence.has(Reason::negative_label)) continue;
    auto at = std::lower_bound(readings.begin(), readings.end(), side.span.begin,
                               [](const Reading& reading, uint64_t offset) { return reading.span.begin < offset; });
    for (; at != readings.end() && at->span.begin == side.span.begin; ++at) {
      if (at->kind != side.kind || at->span != side.span || at->evidence.has(Reason::label)) continue;
      at->evidence = side.evidence;
      at->confidence = std::min(at->confidence, side.confidence);
    }
  }
}

// Whether a reading of a view stands byte for byte in the source, which the view covers.
bool SideViews::stands_in_source(const Reading& reading) const {
  const Found& found = found_[reading.side - 1];
  return states_[found.layer].covers && unwrapped_.map.bytewise(found.text);
}

void SideViews::join(Readings& readings, const Readings& found) {
  lead_back(found);
  std::stable_sort(side_.begin(), side_.end(),
                   [](const Reading& a, const Reading& b) { return a.span.begin < b.span.begin; });
  heed_negative_labels(readings);
  heed_negative_labels(side_);  // of layers inside of others
  drop_read_already(readings);
  settled_.clear();
  const auto is_picture = [](const Reading& reading) {
    return shows_face(reading.kind) && reading.evidence.has(Reason::field_value);
  };
  for (const Reading& reading : readings)
    settled_.push_back({reading.span, kInput, reading.confidence, is_picture(reading)});
  for (const Reading& reading : side_)
    settled_.push_back({reading.span, found_[reading.side - 1].layer, reading.confidence, is_picture(reading)});
  settle_layers(unwrapped_, settled_);
  readings.insert(readings.end(), side_.begin(), side_.end());
  size_t kept = 0;
  for (size_t i = 0; i < readings.size(); ++i) {
    if (settled_[i].lost) continue;
    Reading& reading = readings[kept++] = readings[i];
    if (reading.side != 0 && stands_in_source(reading)) reading.side = 0;
  }
  readings.resize(kept);
}

std::string_view SideViews::text_of(const Reading& reading) const {
  const Span text = found_[reading.side - 1].text;
  return std::string_view(unwrapped_.text).substr(text.begin, text.size());
}

Span SideViews::outer_of(const Reading& reading) const {
  const Layer& layer = layer_of(reading);
  if (layer.chain.size == 0) return reading.span;
  return {std::max(layer.outer.begin, first_), layer.outer.end};
}

uint32_t SideViews::incomplete() const {
  uint32_t bits = 0;
  if ((unwrapped_.incomplete & kUnwrapDepth) != 0) bits |= PIDUN_INCOMPLETE_ENCODINGS;
  if ((unwrapped_.incomplete & kUnwrapBudget) != 0) bits |= PIDUN_INCOMPLETE_DECODED;
  return bits;
}

}  // namespace pidun
